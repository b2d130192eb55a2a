#include "document/pdf_probe.h"
#include "example_office.h"

#include "base/error.h"
#include "document/layout/layout.h"
#include "document/pdf/pdf_writer.h"
#include "document/text_writer.h"
#include "reports/composer.h"
#include "reports/report_service.h"

#include <QRegularExpression>

namespace mishutai {

namespace {

using metrics::MetricQuery;

const QDate kDated(2022, 1, 26);

/// A figure of the published summary: the metric that answers it, plain SQL over the base tables that must agree, and how it
/// stands on paper.
struct Figure {
    QString metric;
    QHash<QString, QVariant> filters;
    qint64 raw = 0;
    QString sql;
    QString onPaper;
};

QString heldEvents(const QString &condition)
{
    return "SELECT count(*) AS x FROM activities WHERE status = 'HELD' AND starts_on LIKE '2021-%' AND " + condition;
}

QString casesOf(const QString &condition)
{
    return "SELECT count(*) AS x FROM cases WHERE status <> 'WITHDRAWN' AND " + condition;
}

/// Posted lines of 2021 on their account's own side.
QString booked(const QString &condition)
{
    return "SELECT coalesce(sum(CASE WHEN l.side = a.normal_side THEN l.amount_fen ELSE -l.amount_fen END), 0) AS x "
           "FROM voucher_lines l JOIN vouchers v ON v.id = l.voucher_id JOIN accounts a ON a.id = l.account_id "
           "WHERE v.status = 'POSTED' AND v.kind <> 'CLOSING' AND v.dated_on LIKE '2021-%' AND "
        + condition;
}

const QString kTwoSeries = QStringLiteral("series IN ('金融保险与产业服务宣讲', '产学研精准对接')");

/// mission.md 0.02 to 0.22.
std::vector<Figure> workFigures()
{
    const QString served = "SELECT count(*) AS x FROM case_units s JOIN cases c ON c.id = s.case_id WHERE s.role = 'SERVED' "
                           "AND c.status <> 'WITHDRAWN' AND c.opened_on LIKE '2021-%' AND c.kind IN ";
    const QString outcomes = "SELECT count(*) AS x FROM activity_outcomes WHERE on_date LIKE '2021-%' AND kind = ";
    return {
        {"members.count", {}, 127,
            "SELECT count(*) AS x FROM members WHERE joined_on <= '2021-12-31' AND (left_on IS NULL OR left_on > '2021-12-31')",
            "会员127家"},
        {"members.registered", {}, 127,
            "SELECT count(*) AS x FROM members m JOIN units u ON u.id = m.unit_id WHERE m.licence_filed = 1 "
            "AND u.field IS NOT NULL AND m.registered_on <= '2021-12-31' AND EXISTS (SELECT 1 FROM contacts c "
            "JOIN people p ON p.id = c.person_id WHERE c.unit_id = u.id AND p.phone IS NOT NULL)",
            "127家会员单位的法人执照"},
        {"meetings.count", {}, 2, heldEvents("kind = 'MEETING' AND body IN ('COUNCIL', 'COUNCIL_AND_SUPERVISORS')"), "会议2次"},
        {"activities.trainings", {}, 1, heldEvents("kind = 'TRAINING'"), "培训1次"},
        {"activities.party_building", {}, 2, heldEvents("kind = 'PARTY'"), "党建活动2次"},
        {"liaison.units", {}, 4, "SELECT count(*) AS x FROM unit_roles WHERE role = 'LIAISON'", "共4个政府部门"},
        {"channels.followers", {}, 1'200'000'000,
            "SELECT value_micro AS x FROM observations WHERE to_on <= '2021-12-31' ORDER BY to_on DESC LIMIT 1",
            "“成都新材料”公众号关注人数超过1200人"},
        {"casework.matches", {}, 12, casesOf("kind = 'MATCH' AND opened_on LIKE '2021-%'"), "超过10项次"},
        {"casework.services", {}, 37, served + "('SERVICE', 'VISIT', 'TASKFORCE')", "37家次"},
        {"casework.visits", {}, 15, served + "('VISIT')", "15家次"},
        {"casework.taskforces", {}, 1, casesOf("kind = 'TASKFORCE' AND opened_on LIKE '2021-%'"), "专班1个"},
        {"activities.count", {}, 23, heldEvents("is_industry_event = 1"), "20余次"},
        {"activities.hosted", {{"series", "金融保险与产业服务宣讲"}}, 3,
            heldEvents("series = '金融保险与产业服务宣讲' AND own_role IN ('HOST', 'UNDERTAKE')"), "宣讲3场"},
        {"activities.hosted", {{"series", "产学研精准对接"}}, 1,
            heldEvents("series = '产学研精准对接' AND own_role IN ('HOST', 'UNDERTAKE')"), "对接会1场"},
        {"activities.enterprises", {}, 150'000'000,
            "SELECT sum(enterprises_micro) AS x FROM activities WHERE status = 'HELD' AND " + kTwoSeries, "超过150家"},
        {"activities.institutions", {}, 12,
            "SELECT count(DISTINCT t.unit_id) AS x FROM activity_attendees t JOIN units u ON u.id = t.unit_id "
            "JOIN activities a ON a.id = t.activity_id WHERE a.status = 'HELD' AND u.kind IN ('FINANCE', 'UNIVERSITY', "
            "'INSTITUTE')",
            "10余家"},
        {"activities.matches", {}, 10, outcomes + "'MATCH'", "至少10家"},
        {"activities.venues", {}, 3, "SELECT sum(venue_count) AS x FROM activities WHERE venue_count > 1", "3个会场"},
        {"activities.online_viewers", {{"kind", "FORUM"}}, 1'000'000'000,
            "SELECT sum(online_micro) AS x FROM activities WHERE kind = 'FORUM'", "超过1000人"},
        {"activities.media", {}, 2, "SELECT count(DISTINCT unit_id) AS x FROM activity_partners WHERE role = 'MEDIA'",
            "中国新闻网、光明日报"},
        {"activities.demands_collected", {}, 262'000'000,
            "SELECT sum(quantity_micro) AS x FROM activity_outcomes WHERE kind = 'DEMANDS_COLLECTED'", "262家企业的供需信息"},
        {"activities.exhibitors", {{"kind", "MATCHING"}}, 11,
            "SELECT count(*) AS x FROM activity_attendees t JOIN activities a ON a.id = t.activity_id "
            "WHERE a.code = '活动-2021-018' AND t.capacity = 'EXHIBITOR'",
            "11家会员参展"},
        {"activities.signings", {}, 2, outcomes + "'SIGNING'", "签约2项"},
        {"activities.exhibitions", {}, 1, heldEvents("kind = 'EXHIBITION'"), "展会1场"},
        {"casework.incoming", {}, 7, casesOf("kind = 'INCOMING' AND opened_on LIKE '2021-%'"), "交办事项7项"},
        {"casework.trips", {{"unit", "遂宁市经信局"}}, 2,
            "SELECT count(*) AS x FROM case_steps s JOIN units u ON u.id = s.unit_id WHERE s.kind = 'TRIP' "
            "AND u.name = '遂宁市经信局'",
            "先后2次赴遂宁市经信局"},
        {"casework.research_done", {}, 2, casesOf("kind = 'RESEARCH' AND closed_on LIKE '2021-%'"), "产业研究报告2项"},
        {"plan.problems", {}, 4, "SELECT count(*) AS x FROM plan_items WHERE kind = 'PROBLEM' AND year = 2021", "4项不足"},
    };
}

/// mission.md 0.23 to 0.25.
std::vector<Figure> moneyFigures()
{
    const QString expense = "(SELECT x FROM (" + booked("a.kind = 'EXPENSE'") + "))";
    const QString income = "(SELECT x FROM (" + booked("a.kind = 'INCOME'") + "))";
    const QString carried
        = "(SELECT x FROM (" + booked("a.restriction = 'R' AND a.kind = 'NET_ASSET' AND v.kind = 'OPENING'") + "))";
    return {
        {"finance.income.dues", {}, 11'600'000, booked("a.code LIKE '4201%'"), "会费11.6万元"},
        {"finance.income.service", {}, 8'103'169, booked("a.role = 'INC_SERVICE'"), "服务业务收入8.103169万元"},
        {"finance.income.total", {}, 19'703'169, booked("a.kind = 'INCOME'"), "全年收入19.703169万元"},
        {"finance.income.subsidy", {}, 0, booked("a.role = 'INC_SUBSIDY'"), {}},
        {"finance.expense.program", {}, 9'420'626, booked("a.code LIKE '5101%'"), "业务活动成本9.420626万元"},
        {"finance.expense.admin", {}, 38'455'716, booked("a.code LIKE '5201%'"), "管理费用38.455716万元"},
        {"finance.expense.wages", {}, 18'294'100, booked("a.role = 'EXP_ADMIN_WAGE'"), "人员工资18.2941万元"},
        {"finance.expense.tax", {}, 73, booked("a.role = 'EXP_TAX'"), "税费0.73元"},
        {"finance.expense.total", {}, 47'876'415, booked("a.kind = 'EXPENSE'"), "全年支出47.876415万元"},
        {"finance.balance", {}, -28'173'246, "SELECT " + income + " - " + expense + " AS x", "28.173246万元"},
        {"finance.subsidy.carried", {}, 26'783'150, "SELECT " + carried + " AS x", "26.78315万元"},
        {"finance.uncovered", {}, 1'390'096, "SELECT " + expense + " - " + income + " - " + carried + " AS x",
            "1.390096万元未弥补"},
        {"finance.advances", {}, 1'390'096, booked("a.role = 'OTHER_PAY' AND l.unit_id IS NOT NULL"), {}},
    };
}

/// mission.md 0.27: how each target stands on paper, and its row.
struct Target {
    QString onPaper;
    QString sql;
};

const std::vector<Target> &targets()
{
    static const std::vector<Target> all{
        {"党建活动3次以上", "metric = 'activities.party_building' AND target_micro = 3000000 AND direction = 'AT_LEAST'"},
        {"新增会员50家", "metric = 'members.joined' AND target_micro = 50000000"},
        {"1500人", "metric = 'channels.followers' AND target_micro = 1500000000"},
        {"建立企业服务工作台账", "title = '建立企业服务工作台账' AND direction = 'DONE'"},
        {"50家次以上", "metric = 'casework.services' AND target_micro = 50000000 AND direction = 'AT_LEAST'"},
        {"15万元以上", "metric = 'finance.income.service' AND target_fen = 15000000 AND direction = 'AT_LEAST'"},
        {"展会2场以上", "metric = 'activities.exhibitions' AND target_micro = 2000000 AND direction = 'AT_LEAST'"},
        {"5次以上", "metric = 'activities.matchmaking' AND target_micro = 5000000 AND direction = 'AT_LEAST'"},
        {"6项以上", "metric = 'casework.research_done' AND target_micro = 6000000 AND direction = 'AT_LEAST'"},
    };
    return all;
}

document::Document summaryOf(test::ExampleOffice &office)
{
    return reports::ReportService(office.session(), office.application().metrics())
        .make("alliance-annual", Period::year(2021), kDated);
}

struct Printed {
    QByteArray bytes;
    int pages = 0;
};

Printed printed(const document::Document &document)
{
    document::FontSet fonts(document::FontPolicy::Bundled);
    const document::PagedDocument paged = document::layout(document, fonts);
    CHECK(paged.substituted.empty());
    return {document::writePdf(paged, TaskControl::silent()), static_cast<int>(paged.pages.size())};
}

/// All text without blanks and page numbers, which may stand inside a sentence.
QString textOf(const document::probe::Pdf &pdf)
{
    static const QRegularExpression kPageNumber(QStringLiteral("—\\s*\\d+\\s*—\\s*\\f"));
    return document::probe::withoutBlanks(pdf.run("pdftotext", {"FILE", "-"}).remove(kPageNumber));
}

template <class Block> int countOf(const document::Document &document)
{
    return static_cast<int>(std::ranges::count_if(
        document.blocks, [](const document::Block &block) { return std::holds_alternative<Block>(block); }));
}

/// A template's text composed over the example; the fault it is refused for.
std::optional<Error> faultOf(test::ExampleOffice &office, const QString &body)
{
    try {
        const reports::Template source
            = reports::Template::parse("---\nname: x\ntitle: x\naddressee: x\nsigner: x\n---\n" + body, "x.md");
        reports::compose({source, Period::year(2021), kDated, {}}, office.application().metrics());
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("every figure of the summary is answered by a metric and agrees with the rows")
{
    test::ExampleOffice office;
    std::vector<Figure> figures = workFigures();
    for (const Figure &money : moneyFigures())
        figures.push_back(money);
    for (const Figure &figure : figures) {
        INFO(figure.metric.toStdString());
        const metrics::MetricValue value
            = office.application().metrics().value({figure.metric, Period::year(2021), figure.filters});
        CHECK(value.raw == figure.raw);
        CHECK(office.number(figure.sql) == figure.raw);
    }
    for (const Target &target : targets()) {
        INFO(target.onPaper.toStdString());
        CHECK(office.number("SELECT count(*) AS x FROM plan_items WHERE year = 2022 AND kind = 'TARGET' AND " + target.sql) == 1);
    }
}

TEST_CASE("the printed summary holds every figure, its headings in order, one table and one chart, on the grid")
{
    test::ExampleOffice office;
    const document::Document document = summaryOf(office);
    const Printed summary = printed(document);
    const document::probe::Pdf pdf(summary.bytes);
    const QString text = textOf(pdf);

    QStringList expected;
    for (const auto &figures : {workFigures(), moneyFigures()}) {
        for (const Figure &figure : figures)
            expected << figure.onPaper;
    }
    for (const Target &target : targets())
        expected << target.onPaper;
    // The statement gives the same amounts in 元.
    expected << "197,031.69"
             << "116,000.00"
             << "81,031.69"
             << "478,764.15"
             << "94,206.26"
             << "384,557.16"
             << "182,941.00"
             << "0.73"
             << "267,831.50"
             << "13,900.96"
             << "281,732.46";
    expected << "2021年1月"
             << "2021年5月14日"
             << "2021年11月26日"
             << "联盟秘书处"
             << "2022年1月26日";
    for (const QString &piece : expected) {
        INFO(piece.toStdString());
        CHECK(text.contains(piece));
    }

    qsizetype place = 0;
    for (const QString &heading :
        {QString("一、2021年工作情况"), QString("（一）内部管理"), QString("（二）会员服务"), QString("（三）行业活动"),
            QString("（四）服务政府部门"), QString("（五）财务管理"), QString("二、存在的问题"), QString("三、2022年工作计划")}) {
        INFO(heading.toStdString());
        const qsizetype found = text.indexOf(heading, place);
        CHECK(found >= place);
        place = std::max(found, place);
    }
    CHECK(countOf<document::Table>(document) == 1);
    CHECK(countOf<document::Chart>(document) == 1);
    CHECK(summary.pages >= 4);
    CHECK(summary.pages <= 8);
    document::probe::checkGrid(pdf);
    document::probe::checkPageNumbers(pdf, summary.pages);
    const QString images = pdf.run("pdfimages", {"-list", "FILE"});
    CHECK(images.trimmed().count('\n') == 1); // two lines of heading: the chart is drawn, no picture
    pdf.run("qpdf", {"--check", "FILE"});
    CHECK_FALSE(text.contains("{{"));
    CHECK_FALSE(text.contains("[["));
}

TEST_CASE("the same data give the same bytes, other data other ones")
{
    test::ExampleOffice first;
    test::ExampleOffice second;
    const QByteArray bytes = printed(summaryOf(first)).bytes;
    CHECK(printed(summaryOf(first)).bytes == bytes);
    CHECK(printed(summaryOf(second)).bytes == bytes);
    CHECK(document::writeText(summaryOf(first)) == document::writeText(summaryOf(second)));
    db::Statement(second.application().database(), "UPDATE plan_items SET target_micro = 4000000 WHERE code = '目标-2022-01'")
        .execute();
    CHECK(printed(summaryOf(second)).bytes != bytes);
}

TEST_CASE("every figure on paper opens rows")
{
    test::ExampleOffice office;
    int figures = 0;
    for (const document::Block &block : summaryOf(office).blocks) {
        const auto *paragraph = std::get_if<document::Paragraph>(&block);
        if (!paragraph)
            continue;
        for (const document::Run &run : paragraph->runs)
            figures += run.figure ? 1 : 0;
    }
    CHECK(figures > 50);
}

TEST_CASE("a year without records makes a summary without figures that are not there")
{
    test::ExampleOffice office;
    const document::Document empty = reports::ReportService(office.session(), office.application().metrics())
                                         .make("alliance-annual", Period::year(2019), std::nullopt);
    const QString text = document::writeText(empty);
    CHECK_FALSE(text.contains("127家"));
    CHECK_FALSE(text.contains("超过1200人"));
    CHECK_FALSE(text.contains("{{"));
    CHECK(printed(empty).pages >= 1);
}

TEST_CASE("a template that asks for what is not there is refused with line, cause and remedy")
{
    test::ExampleOffice office;
    CHECK_FALSE(faultOf(office, "会员{{members.count}}。\n"));
    struct WrongField {
        QString body;
        int row = 0;
        QString remedy;
    };
    const std::vector<WrongField> fields{
        {"甲。\n\n会员{{members.coun}}。\n", 9, "members.count"},
        {"会员{{members.count(colour=1)}}。\n", 7, {}},
        {"会员{{members.count|朵}}。\n", 7, {}},
        {"名称{{office.colour}}。\n", 7, {}},
        {"@each meetings.count\n—— {{row.colour}}。\n@end\n", 8, {}},
        {"会员{{members.count。\n", 7, {}},
        {"@if members.count\n会员。\n", 7, {}},
    };
    for (const WrongField &field : fields) {
        INFO(field.body.toStdString());
        const auto error = faultOf(office, field.body);
        REQUIRE(error);
        INFO(error->text().toStdString());
        CHECK_FALSE(error->problem().isEmpty());
        CHECK_FALSE(error->remedy().isEmpty());
        CHECK(error->remedy().contains(field.remedy));
        REQUIRE(error->place());
        CHECK(error->place()->row == field.row);
    }
    try {
        reports::loadTemplate("no-such-template");
        FAIL("a template that is not there was found");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::NotFound);
        CHECK(error.remedy().contains("alliance-annual"));
    }
}

} // namespace mishutai
