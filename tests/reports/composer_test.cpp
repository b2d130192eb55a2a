#include "document/document.h"
#include "reports/composer.h"
#include "reports/fake_metrics.h"
#include "reports/figure_key.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::reports;

namespace {

metrics::MetricValue count(qint64 raw, const QString &unit = "家")
{
    return {.kind = metrics::ValueKind::Count, .raw = raw, .unit = unit, .rowCount = raw};
}

metrics::MetricValue money(qint64 fen)
{
    return {.kind = metrics::ValueKind::Money, .raw = fen, .unit = "元"};
}

metrics::MetricRow row(const QString &label, QHash<QString, QString> details = {})
{
    return {"activities", 7, label, QDate(2021, 5, 14), std::nullopt, "exact", std::move(details)};
}

test::FakeMetrics someMetrics()
{
    test::FakeMetrics metrics;
    metrics.values = {{"n", count(127)}, {"zero", count(0)}, {"many", count(23, "次")}, {"in", money(19703169)},
        {"out", money(47876415)}, {"empty", {.isEmpty = true}},
        {"x", {.kind = metrics::ValueKind::Decimal, .qualifier = Qualifier::Unknown, .unit = "家"}}};
    metrics.rowsOf = {{"m",
                          {row("甲会", {{"date_precision", "MONTH"}, {"note", ""}}), row("乙会", {{"note", ""}}), row("甲会"),
                              row("丙会"), row("丁会")}},
        {"none", {}}, {"t", {row("目标", {{"target_micro", "50000000"}, {"target_fen", ""}, {"unit", "家"}})}}};
    return metrics;
}

document::Document composed(const QString &body, const test::FakeMetrics &metrics)
{
    const Template source
        = Template::parse("---\nname: t\ntitle: {{office.name}}\nsigner: {{office.signer}}\n---\n" + body, "t.md");
    return compose({source, Period::year(2021), QDate(2022, 1, 26), {{"name", "某联盟"}, {"signer", "秘书处"}}}, metrics);
}

QString textOf(const document::Block &block)
{
    if (const auto *paragraph = std::get_if<document::Paragraph>(&block))
        return document::textOf(paragraph->runs);
    if (const auto *heading = std::get_if<document::Heading>(&block))
        return QString(heading->level, '#') + document::textOf(heading->runs);
    return {};
}

QStringList lines(const QString &body)
{
    const test::FakeMetrics metrics = someMetrics();
    QStringList found;
    for (const document::Block &block : composed(body, metrics).blocks)
        found.append(textOf(block));
    return found;
}

} // namespace

TEST_CASE("sentences are filled and those with nothing to say are left out")
{
    struct Case {
        QString body;
        QStringList lines;
    };
    const Case cases[] = {
        {"共{{n}}。", {"共127家。"}},
        {"共{{many|余:10}}，收入{{in|万元}}。", {"共20余次，收入19.703169万元。"}},
        {"{{year}}年和{{year+1}}年，{{period}}", {"2021年和2022年，2021年"}},
        {"[[有{{n}}；]][[无{{zero}}。]]", {"有127家。"}},
        {"[[无{{zero}}，]]后面", {"后面"}},
        {"前面[[，无{{zero}}]]，后面。", {"前面，后面。"}},
        {"[[{{empty}}家]]", {}},
        {"[[{{x}}]]还不知道", {"X家还不知道"}},
        {"# 空的\n## 也空\n[[{{zero}}]]\n# 有的\n话", {"#有的", "话"}},
        {"# 甲\n## 乙\n话\n## 丙\n", {"#甲", "##乙", "话"}},
        {"@if zero\n甲\n@else\n乙\n@end", {"乙"}},
        {"@if not zero\n甲\n@end", {"甲"}},
        {"@if in > 197031.68\n甲\n@end\n@if in < 0\n乙\n@end", {"甲"}},
        {"@if n = 127\n甲\n@end", {"甲"}},
        {"@each m|limit:2\n—— {{row.on_date|年月日}}{{row.label}}[[：{{row.note}}]]\n@end",
            {"2021年5月甲会", "2021年5月14日乙会"}},
        {"有{{m|列举:3}}。", {"有甲会、乙会、丙会等。"}},
        {"有{{m|列举:4}}。", {"有甲会、乙会、丙会、丁会。"}},
        {"[[有{{none|列举:4}}。]]", {}},
        {"@each t\n{{row.label}}[[{{row.target_micro|数}}{{row.unit}}]][[{{row.target_fen|万元}}]]\n@end", {"目标50家"}},
    };
    for (const Case &each : cases) {
        INFO(each.body.toStdString());
        CHECK(lines(each.body) == each.lines);
    }
}

TEST_CASE("text that a field brings in is never read as template")
{
    test::FakeMetrics metrics = someMetrics();
    metrics.rowsOf["m"] = {row("{{n}}[[x]]@if 某公司")};
    const auto document = composed("有{{m|列举:1}}。", metrics);
    REQUIRE(document.blocks.size() == 1);
    CHECK(textOf(document.blocks[0]) == "有{{n}}[[x]]@if 某公司。");
}

TEST_CASE("every figure carries the question that it answers")
{
    const test::FakeMetrics metrics = someMetrics();
    const auto document = composed("共{{n}}，{{n@-1y(kind=甲)}}。", metrics);
    const auto &paragraph = std::get<document::Paragraph>(document.blocks.at(0));
    REQUIRE(paragraph.runs.size() == 5);
    REQUIRE(paragraph.runs[1].figure);
    const auto first = figureSource(paragraph.runs[1].figure->key);
    REQUIRE(first);
    CHECK(std::get<metrics::MetricQuery>(*first) == metrics::MetricQuery{"n", Period::year(2021), {}});
    const auto second = figureSource(paragraph.runs[3].figure->key);
    REQUIRE(second);
    CHECK(std::get<metrics::MetricQuery>(*second) == metrics::MetricQuery{"n", Period::year(2020), {{"kind", "甲"}}});
    CHECK(!paragraph.runs[0].figure);
}

TEST_CASE("keys of figures read back, and rubbish does not")
{
    const FigureSource record = RecordRef{"activities", 7};
    CHECK(figureSource(figureKey(record)) == record);
    CHECK(!figureSource("{}"));
    CHECK(!figureSource("rubbish"));
    CHECK(!figureSource(R"({"metric":"a","from":"2021-12-31","to":"2021-01-01"})"));
}

TEST_CASE("tables drop optional rows and charts keep exact values")
{
    const test::FakeMetrics metrics = someMetrics();
    const auto document
        = composed("@table 收支|单位：元\n| 项目 | 金额 |\n| 收入 | {{in|元|无单位}} |\n?| 其他 | {{zero}} |\n@end\n"
                   "@chart bar 构成|单位：万元\n| 项目 | 金额 |\n| 收入 | {{in}} |\n| 支出 | {{out}} |\n@end\n",
            metrics);
    REQUIRE(document.blocks.size() == 2);
    const auto &table = std::get<document::Table>(document.blocks[0]);
    CHECK(table.unit == "单位：元");
    REQUIRE(table.rows.size() == 1);
    CHECK(document::textOf(table.rows[0][1]) == "197,031.69");
    const auto &chart = std::get<document::Chart>(document.blocks[1]);
    CHECK(chart.decimals == 6);
    REQUIRE(chart.series.size() == 1);
    CHECK(chart.series[0].values == std::vector<std::optional<qint64>>{19703169, 47876415});
}

TEST_CASE("a template that asks for what is not there is refused with its line")
{
    struct Case {
        QString body;
        int line;
    };
    const Case cases[] = {
        {"{{no.such}}", 6},
        {"好\n\n{{n|千元}}", 8},
        {"{{office.colour}}", 6},
        {"{{row.label}}", 6},
        {"@each m\n{{row.colour}}\n@end", 7},
        {"@each m\n{{row.label|年月日}}\n@end", 7},
        {"{{n(section=row.label)}}", 6},
        {"{{m|列举}}", 6},
        {"@if office.name > 3\n@end", 6},
        {"@if n > 1.5\n甲\n@end", 6},
        {"@chart bar 图\n| 甲 | 乙 |\n| 丙 | 二{{n}} |\n@end", 8},
    };
    const test::FakeMetrics metrics = someMetrics();
    for (const Case &each : cases) {
        INFO(each.body.toStdString());
        try {
            composed(each.body, metrics);
            FAIL("accepted");
        } catch (const Error &error) {
            CHECK(error.kind() == Error::Kind::Validation);
            REQUIRE(error.place());
            CHECK(error.place()->row == each.line);
        }
    }
}

TEST_CASE("a figure asked twice is asked once")
{
    const test::FakeMetrics metrics = someMetrics();
    composed("{{n}}{{n|无单位}}[[{{n}}]]", metrics);
    CHECK(metrics.asked.size() == 1);
}
