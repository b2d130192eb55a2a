#include "tables/table_writer.h"

#include "base/error.h"
#include "tables/table_reader.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTemporaryDir>

using namespace mishutai;
using namespace mishutai::tables;

namespace {

Table tableOf(const std::vector<QStringList> &rows, std::vector<OutColumn> columns = {{"甲"}, {"乙"}})
{
    return Table{"示例", std::move(columns), rows};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The table that a sheet would be written from.
Table back(const Sheet &sheet)
{
    Table table;
    for (const QString &title : sheet.rows.at(0).cells)
        table.columns.push_back({title});
    for (size_t row = 1; row < sheet.rows.size(); ++row)
        table.rows.push_back(QStringList(sheet.rows[row].cells.begin(), sheet.rows[row].cells.end()));
    return table;
}

} // namespace

TEST_CASE("CSV is quoted only where needed", "[tables][writer]")
{
    const std::vector<std::pair<QStringList, QByteArray>> cases{
        {{"a", "b"}, "a,b\n"},
        {{"a,b", "c"}, "\"a,b\",c\n"},
        {{"say \"hi\"", ""}, "\"say \"\"hi\"\"\",\n"},
        {{"a\r\nb", "c\rd"}, "\"a\nb\",\"c\nd\"\n"},
        {{" a ", "007"}, " a ,007\n"},
        {{"=1+1", "-5"}, "=1+1,-5\n"},
        {{""}, "\"\"\n"},
    };
    for (const auto &[row, bytes] : cases)
        CHECK(TableWriter::csv(tableOf({row}), CsvOptions::dataSet()) == "甲,乙\n" + bytes);
    CHECK(TableWriter::csv(tableOf({{"a", "=b"}}), CsvOptions::forPeople()) == "\xEF\xBB\xBF甲,乙\r\na,'=b\r\n");
}

TEST_CASE("Texts that a spreadsheet would calculate are neutralised for people, numbers are not", "[tables][writer]")
{
    for (const QString text : {"=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\rx", "\n=1", " =1", "＝1", "＋1", "－1", "＠x",
             "=cmd|' /C calc'!A0", "+86 138", "-", "--1", "　=1", "-1,00", "+1e5", "+5", "+8613800000000"}) {
        INFO(text.toStdString());
        CHECK(neutralised(text) == "'" + text);
        CHECK(unneutralised("'" + text) == text);
    }
    for (const QString text : {"", "a", "1", "-5", "-1234.50", "-1,234.50", "-15.3%", "a=1", "'=1", "张三", "2021-05-03", " a"}) {
        INFO(text.toStdString());
        CHECK(neutralised(text) == text);
        CHECK(unneutralised(neutralised(text)) == (text == "'=1" ? "=1" : text));
    }
}

TEST_CASE("CSV out, in and out again gives the same bytes", "[tables][writer]")
{
    const Table table
        = tableOf({{"张䶮", "a,\"b\"\nc"}, {"'007", " x "}, {"=1", "\t"}, {"𠮷", ""}, {"", "0"}, {"é\u200B", "；;|"}});
    for (const CsvOptions options : {CsvOptions::dataSet(), CsvOptions{true, false, false}, CsvOptions{true, true, false}}) {
        const QByteArray first = TableWriter::csv(table, options);
        const Sheet sheet = TableReader().readBytes(first, "a.csv");
        CHECK(TableWriter::csv(back(sheet), options) == first);
    }
}

TEST_CASE("XLSX out is read back equal", "[tables][writer][xlsx]")
{
    const Table table = tableOf(
        {
            {"0070", "1234.5", "2021-05-03", "张䶮"},
            {"13800000000", "-0.01", "1899-12-31", "a\nb \"c\" <&> ]]>"},
            {"91430100MA4L000000", "99999999999999.9", "2021-02-30", "=1+1"},
            {"123456789012345678", "1234567890123456", "", "_x0041_ x\tz"},
            {"", "余20", "9999-12-31", " 前后 "},
        },
        {{"编号"}, {"金额", ColumnKind::Number, 2}, {"日期", ColumnKind::Date}, {"说明"}});
    const QByteArray bytes = TableWriter::xlsx(table);
    const Sheet sheet = TableReader().readBytes(bytes, "a.xlsx");

    CHECK(sheet.name == "示例");
    CHECK(sheet.warnings.empty());
    REQUIRE(sheet.rows.size() == 6);
    CHECK(sheet.rows[0].cells == std::vector<QString>{"编号", "金额", "日期", "说明"});
    for (size_t row = 0; row < table.rows.size(); ++row) {
        INFO(row);
        CHECK(QStringList(sheet.rows[row + 1].cells.begin(), sheet.rows[row + 1].cells.end()) == table.rows[row]);
    }
    CHECK(TableWriter::xlsx(table) == bytes);
}

TEST_CASE("A workbook that cannot be is refused", "[tables][writer][xlsx]")
{
    CHECK_THROWS_AS(TableWriter::xlsx(tableOf({{QString(32'768, 'x'), "b"}})), Error);
    CHECK_THROWS_AS(TableWriter::xlsx(tableOf({}, std::vector<OutColumn>(16'385))), Error);
    Table odd = tableOf({{"a", "b"}});
    odd.name = "[2021/05]: 名单*? 这个名字太长了这个名字太长了这个名字太长了";
    CHECK(TableReader().readBytes(TableWriter::xlsx(odd), "a.xlsx").name.size() == 31);
    odd.name = "'";
    CHECK(TableReader().readBytes(TableWriter::xlsx(odd), "a.xlsx").name == "表");
}

TEST_CASE("A table is written to a file as its ending says, or not at all", "[tables][writer]")
{
    const QTemporaryDir folder;
    const Table table = tableOf({{"a", "1"}});
    TableWriter::writeFile(folder.filePath("名单.csv"), table);
    CHECK(contentOf(folder.filePath("名单.csv")) == TableWriter::csv(table, CsvOptions::forPeople()));
    TableWriter::writeFile(folder.filePath("名单.XLSX"), table);
    CHECK(TableReader().readFile(folder.filePath("名单.XLSX")).rows.size() == 2);

    CHECK_THROWS_AS(TableWriter::writeFile(folder.filePath("名单.ods"), table), Error);
    CHECK_THROWS_AS(TableWriter::writeFile(folder.filePath("none/a.csv"), table), Error);
    CHECK_THROWS_AS(TableWriter::writeFile(folder.filePath("名单.XLSX"), tableOf({{QString(32'768, 'x')}})), Error);
    CHECK(TableReader().readFile(folder.filePath("名单.XLSX")).rows.size() == 2);
}
