#include "base/error.h"
#include "reports/template.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::reports;

namespace {

const QString kHead = "---\nname: t\ntitle: 甲|乙\n---\n";

} // namespace

TEST_CASE("a template is read into its parts")
{
    const Template read = Template::parse(kHead
            + "# 一级\n\n一段话{{a.b|万元}}，\n接着。\n\n—— 指标{{row.label}}\n@if a.b > 0\n有\n@else\n无\n@end\n"
              "@each c|limit:2\n{{row.label}}\n@end\n@table 表|单位：元\n| 甲 | 乙 |\n?| 丙 | {{a|元}} |\n@end\n"
              "@chart line 图|单位：万元\n| 月 | 值 |\n| 一 | {{a}} |\n@end\n// 说明\n",
        "t.md");
    REQUIRE(read.nodes.size() == 7);
    CHECK(read.titleLines.size() == 2);
    CHECK(read.nodes[0].level == 1);
    REQUIRE(read.nodes[1].text.size() == 3);
    CHECK(read.nodes[1].text[1].field.formats == QStringList({"万元"}));
    CHECK(read.nodes[1].text[2].text == "，接着。");
    CHECK(read.nodes[2].kind == Node::Kind::Indicator);
    CHECK(read.nodes[3].otherwise.size() == 1);
    CHECK(read.nodes[4].limit == 2);
    CHECK(read.nodes[5].unit == "元");
    CHECK(read.nodes[5].body[0].isOptional);
    CHECK(read.nodes[6].kind == Node::Kind::LineChart);
}

TEST_CASE("a field names its source, year, filters and formats")
{
    const Field field = parseField(" a.b@-1y(kind=展会, section=row.label) | 余:10 | 无单位 ", "t", 1);
    CHECK(field.source == Field::Source::Metric);
    CHECK(field.name == "a.b");
    CHECK(field.yearShift == -1);
    REQUIRE(field.filters.size() == 2);
    CHECK(field.filters[0] == std::pair<QString, QString>("kind", "展会"));
    CHECK(field.formats == QStringList({"余:10", "无单位"}));
    CHECK(parseField("year+1", "t", 1).yearShift == 1);
    CHECK(parseField("row.on_date|月日", "t", 1).name == "on_date");
    CHECK(parseField("office.name", "t", 1).source == Field::Source::Office);
}

TEST_CASE("a faulty template is refused with its line")
{
    struct Case {
        QString text;
        int line;
        QString cause;
    };
    const Case cases[] = {
        {"# 没有开头", 1, "---"},
        {"---\nname: t\n", 1, "---"},
        {"---\ncolour: red\n---\n", 2, "colour"},
        {"---\nname: t\n---\n", 1, "title"},
        {kHead + "# 一、自己编号\n", 5, "编号"},
        {kHead + "#没有空格\n", 5, "#"},
        {kHead + "\n@while x\n@end\n", 6, "@while"},
        {kHead + "@if a\n甲\n", 5, "@end"},
        {kHead + "@each row.label\n@end\n", 5, "@each"},
        {kHead + "@each a|most:3\n@end\n", 5, "@each"},
        {kHead + "@if not a > 1\n@end\n", 5, "条件"},
        {kHead + "一{{a\n", 5, "{{"},
        {kHead + "一[[{{a}}\n", 5, "[["},
        {kHead + "一{{a}}]]\n", 5, "]]"},
        {kHead + "[[一[[二]]]]\n", 5, "套用"},
        {kHead + "{{A B}}\n", 5, "A B"},
        {kHead + "{{a+1}}\n", 5, "year"},
        {kHead + "{{a(kind)}}\n", 5, "kind"},
        {kHead + "@table 表\n| 甲 | 乙 |\n| 丙 |\n@end\n", 7, "1 格"},
        {kHead + "@table 表\n| 甲 |\n", 5, "@end"},
        {kHead + "@table 表\n@end\n", 5, "表头"},
        {kHead + "@table 表\n甲\n@end\n", 6, "|"},
        {kHead + "@chart pie 图\n| 甲 |\n@end\n", 5, "bar"},
    };
    for (const Case &each : cases) {
        INFO(each.text.toStdString());
        try {
            Template::parse(each.text, "t.md");
            FAIL("accepted");
        } catch (const Error &error) {
            CHECK(error.kind() == Error::Kind::Validation);
            REQUIRE(error.place());
            CHECK(error.place()->file == "t.md");
            CHECK(error.place()->row == each.line);
            CHECK(error.cause().contains(each.cause));
            CHECK(!error.remedy().isEmpty());
        }
    }
}
