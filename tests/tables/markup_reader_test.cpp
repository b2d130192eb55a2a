#include "base/error.h"
#include "tables/header.h"
#include "tables/markup_text.h"
#include "tables/table_reader.h"

#include <catch2/catch.hpp>

#include <QStringEncoder>

using namespace mishutai;
using namespace mishutai::tables;

namespace {

/// Rows as text: "1:a|b" is row 1 with two cells; rows stand between " / ".
QString shape(const Sheet &sheet)
{
    QStringList rows;
    for (const Row &row : sheet.rows)
        rows
            << QString("%1:%2").arg(row.number).arg(QStringList(row.cells.begin(), row.cells.end()).join('|').replace('\n', "↵"));
    return rows.join(" / ");
}

Sheet read(const QByteArray &bytes, ReadBudget budget = {})
{
    return TableReader(budget, OfficeConverter(QString())).readBytes(bytes, "流水.xls");
}

std::optional<Error> errorOf(const QByteArray &bytes, ReadBudget budget = {})
{
    try {
        read(bytes, budget);
        return std::nullopt;
    } catch (const Error &error) {
        return error;
    }
}

} // namespace

TEST_CASE("A web page named .xls is read as a browser would show its table", "[tables][markup]")
{
    struct PageCase {
        const char *name;
        QByteArray bytes;
        const char *shape;
    };
    const std::vector<PageCase> cases{
        {"plain", "<html><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></html>", "1:a|b / 2:1|2"},
        {"no end tags", "<table border=1><tr><td>a<td>b<tr><td>1<td>2</table>", "1:a|b / 2:1|2"},
        {"codes stay text", "<table><tr><td>编号<tr><td x:num>009150100000000000</table>", "1:编号 / 2:009150100000000000"},
        {"colspan", "<table><tr><td colspan=2>名单<tr><td>a<td>b</table>", "1:名单 / 2:a|b"},
        {"rowspan", "<table><tr><td rowspan=\"2\">区<td>a<tr><td>b</table>", "1:区|a / 2:|b"},
        {"rowspan and colspan", "<table><tr><td rowspan=2 colspan=2>x<td>a<tr><td>b</table>", "1:x||a / 2:||b"},
        {"entities", "<table><tr><td>A&amp;B&nbsp;&#20013;&#x56FD;&lt;&bogus;&#0;</table>", "1:A&B 中国<&bogus;&#0;"},
        {"tags in a cell", "<table><tr><td><b>a</b><br/>b<p>c</p></table>", "1:a↵b↵c"},
        {"line ends are blanks", "<table><tr><td>\n  a\r\n  b \n</td></tr></table>", "1:a b"},
        {"script, style, comment",
            "<html><script>if(a<b)'<table><tr><td>no'</script><!-- <td>no --><style>td{}</style>"
            "<table><tr><td>yes</td></tr></table>",
            "1:yes"},
        {"> in an attribute", "<table><tr><td title='a>b' nowrap>x</td></tr></table>", "1:x"},
        {"the largest table", "<table><tr><td>题</table><table><tr><td>a<td>b<tr><td>1<td>2</table><table><tr><td>尾</table>",
            "1:a|b / 2:1|2"},
        {"a table inside a layout", "<table><tr><td><table><tr><td>a<td>b</tr></table></td></tr></table>", "1:a|b"},
        {"cut off", "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2", "1:a|b / 2:1|2"},
        {"head body foot", "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>", "1:a / 2:1"},
        {"silly spans", "<table><tr><td colspan=99999999 rowspan=-5>a<td>b</table>", nullptr},
    };
    for (const PageCase &c : cases) {
        INFO(c.name);
        if (c.shape)
            CHECK(shape(read(c.bytes)) == QString(c.shape));
        else
            CHECK(read(c.bytes).rows.size() == 1);
    }
}

TEST_CASE("Merged cells of a web page reach the rows below", "[tables][markup]")
{
    const Sheet sheet = read("<html><meta charset=gb2312><table><tr><td colspan=2>名单</td></tr><tr><td>区县<td>名称</tr>"
                             "<tr><td rowspan=2>新都<td>甲</tr><tr><td>乙</tr></table>");
    CHECK(sheet.merged == std::vector<MergedRange>{{1, 1, 1, 2}, {3, 1, 4, 1}});
    const HeaderMatch match = matchHeader(sheet, {{"district", "区县", {}, false, {}}, {"name", "名称", {}, true, {}}});
    REQUIRE(match.records.size() == 2);
    CHECK(match.text(sheet.rows[match.records[1]], "district") == "新都");
    CHECK(match.text(sheet.rows[match.records[1]], "name") == "乙");
}

TEST_CASE("A web page is right in every encoding", "[tables][markup][encoding]")
{
    const QString page = "<html><body><table><tr><td>户名</td></tr><tr><td>张䶮𠮷</td></tr></table></body></html>";
    for (const QByteArray &bytes :
        {page.toUtf8(), QByteArray("\xEF\xBB\xBF") + page.toUtf8(), QByteArray(QStringEncoder("GB18030").encode(page))})
        CHECK(shape(read(bytes)) == "1:户名 / 2:张䶮𠮷");
}

TEST_CASE("An XML spreadsheet of 2003 is read", "[tables][markup]")
{
    const QByteArray head = R"(<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">)";
    const Sheet sheet = read(head + R"(<Worksheet ss:Name="空"><Table/></Worksheet><Worksheet ss:Name="流水"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">流水</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">日期</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">账号</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2021-05-03T00:00:00.000</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">9.15E+17</Data></Cell></Row>
</Table></Worksheet></Workbook>)");
    CHECK(shape(sheet) == "1:流水 / 3:日期||账号 / 4:2021-05-03||9.15E+17");
    CHECK(sheet.name == "流水");
    REQUIRE(sheet.warnings.size() == 1);
    CHECK(sheet.warnings[0].code == "digits");
    CHECK(sheet.warnings[0].row == 4);
    CHECK(sheet.warnings[0].column == 3);

    for (const QByteArray &bad : {head + "<Worksheet><Table><Row>", head + "<a>&bomb;</a></Workbook>"}) {
        const std::optional<Error> error = errorOf(bad);
        REQUIRE(error);
        CHECK(error->problem() == "工作簿已经损坏");
    }
}

TEST_CASE("A web page that is no table, or too large, is refused", "[tables][markup][hostile]")
{
    CHECK(errorOf("<html><body>请登录</body></html>")->remedy() == "用WPS另存为xlsx，或直接复制粘贴");
    CHECK(errorOf("<html><table><tr><td></td></tr></table></html>")->problem() == "网页里没有表格");
    ReadBudget small;
    small.cells = 10;
    CHECK(errorOf("<table><tr>" + QByteArray("<td>a").repeated(20), small)->problem() == "表格太大");
    // Deeper than any page is: no crash, and the cells that can be read are.
    CHECK_NOTHROW(errorOf(QByteArray("<table><tr><td>a").repeated(5'000)));
    CHECK_NOTHROW(errorOf("<table><tr><td>a" + QByteArray("<td rowspan=1000 colspan=1000>").repeated(500)));
    CHECK_NOTHROW(errorOf("<table><tr><td x=\"" + QByteArray(100'000, '<')));
}

TEST_CASE("A code kept as a text formula is its text", "[tables][csv]")
{
    CHECK(shape(read("账号,名称\n\"=\"\"0062220000000001234\"\"\",甲\n")) == "1:账号|名称 / 2:0062220000000001234|甲");
    CHECK(shape(read("a,b\n\"=\"\"x\"\"&cmd()\",1\n")) == "1:a|b / 2:=\"x\"&cmd()|1");
}
