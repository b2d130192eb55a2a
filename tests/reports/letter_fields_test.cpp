#include "base/error.h"
#include "reports/composer.h"
#include "reports/fake_metrics.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::reports;

namespace {

const QString kHead = "---\nname: l\nlabel: 邀请函\ntitle: 邀请函\naddressee: {{member.name}}\nask: place = 地点\n"
                      "ask: reply? = 回复截止日\n---\n";

document::Document composed(const QString &body, const QHash<QString, QString> &given)
{
    const test::FakeMetrics metrics;
    return compose({Template::parse(kHead + body, "l.md"), Period::year(2021), QDate(2021, 6, 1), {}, given}, metrics);
}

QString textOf(const document::Block &block)
{
    return document::textOf(std::get<document::Paragraph>(block).runs);
}

} // namespace

TEST_CASE("a letter's template says what it asks")
{
    const Template letter = Template::parse(kHead, "l.md");
    CHECK(letter.label == "邀请函");
    REQUIRE(letter.questions.size() == 2);
    CHECK(letter.questions[0].key == "place");
    CHECK(letter.questions[0].label == "地点");
    CHECK_FALSE(letter.questions[0].isOptional);
    CHECK(letter.questions[1].isOptional);
    for (const char *faulty : {"ask: 地点", "ask: place", "ask: Place = 地点", "ask: = 地点", "ask: place ="}) {
        CAPTURE(faulty);
        try {
            Template::parse(QString("---\nname: l\ntitle: t\n%1\n---\n").arg(QString::fromUtf8(faulty)), "l.md");
            FAIL("accepted");
        } catch (const Error &error) {
            REQUIRE(error.place());
            CHECK(error.place()->row == 4);
        }
    }
}

TEST_CASE("given fields fill sentences, optional parts and conditions")
{
    const QHash<QString, QString> given{{"member.name", "某公司"}, {"ask.place", "会议中心"}, {"ask.reply", ""}};
    const document::Document letter
        = composed("在{{ask.place}}。[[请于{{ask.reply}}前回复。]]\n\n@if ask.reply\n有\n@else\n无\n@end", given);
    CHECK(letter.addressee == "某公司");
    REQUIRE(letter.blocks.size() == 2);
    CHECK(textOf(letter.blocks[0]) == "在会议中心。");
    CHECK(textOf(letter.blocks[1]) == "无");
}

TEST_CASE("a name or an answer is never read as template")
{
    const QString hostile = GENERATE(as<QString>(), "{{member.name}}", "{{office.name}}[[x]]", "@if a", "# 标题", "—— 一",
        "<w:t>&amp;", "燊𬭎😀", "---", "%1%2");
    CAPTURE(hostile.toStdString());
    const document::Document letter
        = composed("致{{member.name}}，{{ask.place}}。", {{"member.name", hostile}, {"ask.place", hostile}});
    CHECK(letter.addressee == hostile);
    REQUIRE(letter.blocks.size() == 1);
    CHECK(textOf(letter.blocks[0]) == "致" + hostile + "，" + hostile + "。");
}

TEST_CASE("an unknown or formatted given field is refused with its line")
{
    const auto [field, cause] = GENERATE(table<QString, QString>(
        {{"member.nmae", "member.nmae"}, {"ask.x", "ask.x"}, {"member.name|元", "格式"}, {"member.", "member."}}));
    CAPTURE(field.toStdString());
    try {
        composed("一\n\n二{{" + field + "}}", {{"member.name", "某公司"}});
        FAIL("accepted");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Validation);
        CHECK(error.cause().contains(cause));
        REQUIRE(error.place());
        CHECK(error.place()->row == 11);
    }
}

TEST_CASE("every field of a template is found, in conditions and tables too")
{
    const Template letter = Template::parse(kHead
            + "一{{a}}[[二{{b}}]]\n@if c\n{{d}}\n@else\n{{e}}\n@end\n@each f\n{{row.g}}\n@end\n@table {{h}}\n| {{i}} |\n| {{j}} "
              "|\n@end\n",
        "l.md");
    QStringList names;
    for (const Field &field : fieldsOf(letter))
        names.append(field.name);
    CHECK(names.join(' ') == "member.name a b c d e f g h i j");
}
