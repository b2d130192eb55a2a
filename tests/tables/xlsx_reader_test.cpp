#include "base/error.h"
#include "tables/table_reader.h"
#include "tables/workbook.h"

#include <catch2/catch.hpp>

#include <random>

using namespace mishutai;
using namespace mishutai::tables;
using workbook_test::Parts;
using workbook_test::partsOf;
using workbook_test::zipOf;

namespace {

Sheet read(const Parts &parts, ReadBudget budget = {})
{
    return TableReader(budget).readBytes(zipOf(parts), "名单.xlsx");
}

std::optional<Error> errorOf(const QByteArray &bytes, ReadBudget budget = {})
{
    try {
        TableReader(budget).readBytes(bytes, "名单.xlsx");
        return std::nullopt;
    } catch (const Error &error) {
        return error;
    }
}

QByteArray row(const QByteArray &cells)
{
    return "<sheetData><row r=\"1\">" + cells + "</row></sheetData>";
}

const QByteArray kStrings = "<si><t>名称</t></si>"
                            "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">示例 </t></r><r><t>炭素</t></r></si>"
                            "<si>\n  <t>长沙</t><rPh sb=\"0\" eb=\"1\"><t>ちょうさ</t></rPh><phoneticPr fontId=\"1\"/>\n</si>"
                            "<si><t>a_x000D_\nb</t></si>";
const QByteArray kStyles
    = "<numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"14\"/><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"10\"/></cellXfs>";

} // namespace

TEST_CASE("Every kind of cell of a workbook is read", "[tables][xlsx]")
{
    const std::vector<std::pair<QByteArray, QString>> cases{
        {R"(<c r="A1" t="s"><v>0</v></c>)", "名称"},
        {R"(<c r="A1" t="s"><v>1</v></c>)", "示例 炭素"},
        {R"(<c r="A1" t="s"><v>2</v></c>)", "长沙"},
        {R"(<c r="A1" t="s"><v>3</v></c>)", "a\nb"},
        {R"(<c r="A1" t="inlineStr"><is><t>007</t></is></c>)", "007"},
        {R"(<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>)", "甲乙"},
        {R"(<c r="A1" t="str"><f>A2&amp;"x"</f><v>结果</v></c>)", "结果"},
        {R"(<c r="A1"><f>SUM(B1:B9)</f><v>12.5</v></c>)", "12.5"},
        {R"(<c r="A1" t="b"><v>1</v></c>)", "TRUE"},
        {R"(<c r="A1" t="b"><f>1=2</f><v>0</v></c>)", "FALSE"},
        {R"(<c r="A1" t="d"><v>2021-05-03T00:00:00</v></c>)", "2021-05-03"},
        {R"(<c r="A1" t="d"><v>2021-05-03T09:30:00</v></c>)", "2021-05-03 09:30"},
        {R"(<c r="A1" t="n"><v>0.30000000000000004</v></c>)", "0.3"},
        {R"(<c r="A1" s="1"><v>44319</v></c>)", "2021-05-03"},
        {R"(<c r="A1" s="2"><v>44319</v></c>)", "2021-05-03"},
        {R"(<c r="A1" s="3"><v>0.153</v></c>)", "15.3%"},
        {R"(<c r="A1" s="99"><v>44319</v></c>)", "44319"},
        {R"(<c><v>5</v></c>)", "5"},
    };
    for (const auto &[cell, text] : cases) {
        INFO(cell.toStdString());
        const Sheet sheet = read(partsOf(row(cell), kStrings, kStyles));
        REQUIRE(sheet.rows.size() == 1);
        CHECK(sheet.rows[0].cells == std::vector<QString>{text});
        CHECK(sheet.warnings.empty());
        CHECK(sheet.name == "会员");
        CHECK(sheet.encoding == "XLSX");
    }
}

TEST_CASE("Rows and columns of a workbook keep their places", "[tables][xlsx]")
{
    const Sheet sheet
        = read(partsOf("<sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c><c r=\"E2\" s=\"1\"/></row>"
                       "<row><c><v>3</v></c></row><row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t> </t></is></c></row>"
                       "<row r=\"12\"><c r=\"D12\"><v>4</v></c></row></sheetData>"
                       "<mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"x\"/></mergeCells>"));
    CHECK(sheet.rows == std::vector<Row>{{2, {"", "1", "2"}}, {3, {"3"}}, {12, {"", "", "", "4"}}});
    CHECK(sheet.merged == std::vector<MergedRange>{{1, 1, 2, 3}});
}

TEST_CASE("Cells to look at are named", "[tables][xlsx]")
{
    const std::vector<std::pair<QByteArray, QString>> cases{
        {R"(<c r="A1"><v>9.1510100000000006E+17</v></c>)", "digits"},
        {R"(<c r="A1" t="e"><v>#REF!</v></c>)", "error"},
        {R"(<c r="A1" t="e"><v>#FIELD!</v></c>)", "error"},
        {R"(<c r="A1" t="str"><v>#N/A</v></c>)", "error"},
        {R"(<c r="A1" t="inlineStr"><is><t> #div/0! </t></is></c>)", "error"},
        {R"(<c r="A1"><f>A2</f></c><c r="B1"><v>1</v></c>)", "formula"},
    };
    for (const auto &[cell, code] : cases) {
        const Sheet sheet = read(partsOf(row(cell)));
        REQUIRE(sheet.warnings.size() == 1);
        CHECK(sheet.warnings[0].code == code);
        CHECK(sheet.warnings[0].row == 1);
        CHECK(sheet.warnings[0].column == 1);
    }
    CHECK(read(partsOf(row(R"(<c r="A1"><v>999999999999999</v></c>)"))).warnings.empty());
}

TEST_CASE("The 1904 date system is read", "[tables][xlsx]")
{
    Parts parts = partsOf(row(R"(<c r="A1" s="1"><v>42857</v></c>)"), {}, kStyles);
    parts["xl/workbook.xml"].replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>");
    CHECK(read(parts).rows[0].cells[0] == "2021-05-03");
}

TEST_CASE("The sheet that is read is the first visible one with text, or the named one", "[tables][xlsx]")
{
    Parts parts = partsOf("<sheetData/>");
    const QByteArray type = "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"";
    parts["xl/_rels/workbook.xml.rels"].replace("</Relationships>",
        "<Relationship Id=\"rId8\" " + type
            + " Target=\"worksheets/sheet8.xml\"/>"
              "<Relationship Id=\"rId9\" "
            + type + " Target=\"/xl/worksheets/sheet9.xml\"/></Relationships>");
    parts["xl/workbook.xml"].replace("</sheets>",
        "<sheet name=\"隐藏\" sheetId=\"2\" state=\"hidden\" r:id=\"rId8\"/><sheet name=\"明细\" sheetId=\"3\" "
        "r:id=\"rId9\"/></sheets>");
    parts["xl/worksheets/sheet8.xml"] = "<worksheet>" + row("<c><v>8</v></c>") + "</worksheet>";
    parts["xl/worksheets/sheet9.xml"] = "<worksheet>" + row("<c><v>9</v></c>") + "</worksheet>";
    const QByteArray bytes = zipOf(parts);

    const Sheet first = TableReader().readBytes(bytes, "a.xlsx");
    CHECK(first.name == "明细");
    CHECK(first.rows[0].cells[0] == "9");
    REQUIRE(first.warnings.size() == 1);
    CHECK(first.warnings[0].code == "sheets");
    CHECK(TableReader().readBytes(bytes, "a.xlsx", "隐藏").rows[0].cells[0] == "8");
    try {
        TableReader().readBytes(bytes, "a.xlsx", "别的");
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(error.cause() == "文件里有：会员、明细");
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath("a.xlsx"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    CHECK(TableReader().sheetNames(file.fileName()) == QStringList{"会员", "明细"});
}

TEST_CASE("A cell of a workbook that is over the budget is named, and the rest is read", "[tables][xlsx][hostile]")
{
    const Sheet sheet = TableReader().readBytes(
        zipOf(partsOf(row("<c t=\"inlineStr\"><is><t>" + QByteArray(40'000, 'x') + "</t></is></c><c><v>7</v></c>"))),
        "名单.xlsx");
    CHECK(sheet.rows[0].cells[0].size() == 100);
    CHECK(sheet.rows[0].cells[1] == "7");
    REQUIRE(sheet.warnings.size() == 1);
    CHECK(sheet.warnings[0].code == "long");
}

TEST_CASE("Hostile and damaged workbooks are refused", "[tables][xlsx][hostile]")
{
    Parts laughs = partsOf(row(R"(<c r="A1" t="inlineStr"><is><t>&lol9;</t></is></c>)"));
    QByteArray entities = "<!DOCTYPE worksheet [<!ENTITY lol0 \"lol\">";
    for (int level = 1; level < 10; ++level) {
        const QByteArray below = "&lol" + QByteArray::number(level - 1) + ";";
        entities += "<!ENTITY lol" + QByteArray::number(level) + " \"" + below.repeated(10) + "\">";
    }
    laughs["xl/worksheets/sheet1.xml"].replace("<worksheet", entities + "]><worksheet");
    Parts deep = partsOf(row("<c><v>1</v></c>") + QByteArray("<x>").repeated(100'000) + QByteArray("</x>").repeated(100'000));
    Parts cut = partsOf(row("<c><v>1</v></c>"));
    cut["xl/worksheets/sheet1.xml"].chop(30);
    Parts document = partsOf({});
    document["_rels/.rels"].replace("xl/workbook.xml", "word/document.xml");
    Parts binary = partsOf({});
    binary["_rels/.rels"].replace("xl/workbook.xml", "xl/workbook.bin");
    Parts noSheet = partsOf({});
    noSheet.erase("xl/worksheets/sheet1.xml");
    Parts outside = partsOf(row("<c><v>1</v></c>"));
    outside["xl/_rels/workbook.xml.rels"].replace("worksheets/sheet1.xml", "../../../etc/passwd");

    const std::vector<std::pair<Parts, QString>> cases{
        {laughs, "工作簿里有不允许的内容，没有读"},
        {deep, "工作簿已经损坏"},
        {cut, "工作簿已经损坏"},
        {document, "这个文件不是表格"},
        {binary, "这种格式的表格读不了"},
        {noSheet, "工作簿已经损坏"},
        {outside, "工作簿已经损坏"},
        {partsOf(row("")), "表格是空的"},
        {partsOf(row(R"(<c r="A1" t="s"><v>7</v></c>)")), "工作簿已经损坏"},
        {partsOf(row(R"(<c r="ZZZZZZ4000000000"><v>7</v></c>)")), "工作簿已经损坏"},
        {partsOf(row(R"(<c r="ZZZZ1"><v>7</v></c>)")), "表格太宽"},
        {partsOf(row(R"(<c r="B2"><v>7</v></c>)")), "工作簿已经损坏"},
        {partsOf("<sheetData><row r=\"-5\"><c><v>7</v></c></row></sheetData>"), "表格太大"},
        {partsOf("<sheetData><row r=\"4000000\"><c><v>7</v></c></row></sheetData>"), "表格太大"},
        {partsOf("<sheetData><row r=\"5\"><c><v>7</v></c></row><row r=\"4\"><c><v>7</v></c></row></sheetData>"), "表格已经损坏"},
        {partsOf(row("<c t=\"inlineStr\"><is><t>" + QByteArray(10'000'000, 'x') + "</t></is></c>")), "工作簿太大，没有读"},
    };
    for (const auto &[parts, problem] : cases) {
        INFO(problem.toStdString());
        const std::optional<Error> error = errorOf(zipOf(parts));
        REQUIRE(error);
        CHECK(error->problem() == problem);
        CHECK(error->place()->file == "名单.xlsx");
        CHECK_FALSE(error->remedy().isEmpty());
    }
}

TEST_CASE("A zip bomb is refused before it is expanded", "[tables][xlsx][hostile]")
{
    Parts bomb = partsOf(row("<c><v>1</v></c>"));
    SECTION("one part of 60 MB")
    {
        bomb["xl/worksheets/sheet1.xml"] = QByteArray(60'000'000, ' ');
        CHECK(errorOf(zipOf(bomb))->cause() == "有一部分展开后超过50MB");
    }
    SECTION("a small part that grows a thousandfold")
    {
        bomb["xl/media/a.bin"] = QByteArray(5'000'000, ' ');
        CHECK(errorOf(zipOf(bomb))->cause() == "有一部分展开后是原来的200倍以上，不像正常的工作簿");
    }
    SECTION("below 1 MB the ratio does not count")
    {
        bomb["xl/media/a.bin"] = QByteArray(900'000, ' ');
        CHECK_FALSE(errorOf(zipOf(bomb)));
    }
    SECTION("parts that are too large together")
    {
        ReadBudget budget;
        budget.totalBytes = 3'000'000;
        for (int part = 0; part < 5; ++part)
            bomb["xl/media/" + std::to_string(part)] = QByteArray(900'000, ' ');
        CHECK(errorOf(zipOf(bomb), budget)->cause() == "全部展开后超过3MB");
    }
    SECTION("too many parts")
    {
        for (int part = 0; part < 2'000; ++part)
            bomb["xl/media/" + std::to_string(part)] = "x";
        CHECK(errorOf(zipOf(bomb))->cause() == "里面有2006个部分，最多2000个");
    }
    SECTION("a part that hides its size stops at the limit")
    {
        bomb["xl/worksheets/sheet1.xml"]
            = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>" + QByteArray(900'000, ' ') + "</worksheet>";
        QByteArray bytes = zipOf(bomb);
        const qsizetype size = bomb["xl/worksheets/sheet1.xml"].size();
        const QByteArray claim(reinterpret_cast<const char *>(&size), 4);
        const int small = 100;
        bytes.replace(claim, QByteArray(reinterpret_cast<const char *>(&small), 4));
        ReadBudget budget;
        budget.entryBytes = 100'000;
        CHECK(errorOf(bytes, budget));
    }
}

TEST_CASE("A cut or changed workbook never gives part of its rows", "[tables][xlsx][hostile]")
{
    QByteArray rows;
    for (int number = 1; number <= 300; ++number)
        rows += "<row><c><v>" + QByteArray::number(number * 7919) + "</v></c><c t=\"s\"><v>1</v></c></row>";
    const QByteArray whole = zipOf(partsOf("<sheetData>" + rows + "</sheetData>", kStrings, kStyles));
    const Sheet expected = TableReader().readBytes(whole, "a.xlsx");
    REQUIRE(expected.rows.size() == 300);

    for (qsizetype length = whole.size() - 1; length > 4; length -= 97)
        CHECK(errorOf(whole.left(length)));
    std::mt19937 random(20210503);
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        QByteArray changed = whole;
        for (int change = 0; change < 3; ++change)
            changed[static_cast<qsizetype>(random() % static_cast<unsigned>(changed.size()))] = static_cast<char>(random() % 256);
        try {
            const Sheet sheet = TableReader().readBytes(changed, "a.xlsx");
            if (sheet.encoding == "XLSX")
                CHECK(sheet.rows == expected.rows);
        } catch (const Error &) {
            ++refused;
        }
    }
    CHECK(refused > 150);
}

TEST_CASE("Reading can be cancelled", "[tables]")
{
    class Cancelled : public TaskControl
    {
    public:
        void progress(qint64, qint64, const QString &) override { }
        bool isCancelled() const override { return true; }
    };
    Cancelled control;
    try {
        TableReader().readBytes(QByteArray("a,b\n").repeated(5'000), "a.csv", {}, control);
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Cancelled);
    }
}
