#include "base/error.h"
#include "tables/csv_reader.h"
#include "tables/table_reader.h"

#include <catch2/catch.hpp>

#include <QStringEncoder>
#include <QTemporaryDir>

using namespace mishutai;
using namespace mishutai::tables;

namespace {

/// Rows as text: "1:a|b" is row 1 with two cells; rows stand between " / ".
QString shape(const Sheet &sheet)
{
    QStringList rows;
    for (const Row &row : sheet.rows) {
        QStringList cells;
        for (const QString &cell : row.cells)
            cells << QString(cell).replace('\n', "↵");
        rows << QString("%1:%2").arg(row.number).arg(cells.join('|'));
    }
    return rows.join(" / ");
}

Sheet read(const QByteArray &bytes)
{
    return TableReader({}, OfficeConverter(QString())).readBytes(bytes, "名单.csv");
}

std::optional<Error> errorOf(const QByteArray &bytes)
{
    try {
        read(bytes);
        return std::nullopt;
    } catch (const Error &error) {
        return error;
    }
}

struct CsvCase {
    const char *name;
    QByteArray bytes;
    const char *shape;
};

struct FaultCase {
    const char *name;
    QByteArray bytes;
    int row;
    int column;
    const char *problem;
};

} // namespace

TEST_CASE("CSV is read as a spreadsheet would show it", "[tables][csv]")
{
    const std::vector<CsvCase> cases{
        {"plain", "a,b\n1,2\n", "1:a|b / 2:1|2"},
        {"no last line end", "a,b\n1,2", "1:a|b / 2:1|2"},
        {"CRLF", "a,b\r\n1,2\r\n", "1:a|b / 2:1|2"},
        {"quoted before CRLF", "a,\"b\"\r\n1,\"2\"\r\n", "1:a|b / 2:1|2"},
        {"CR only", "a,b\r1,2\r", "1:a|b / 2:1|2"},
        {"quotes inside", "\"a \"\"b\"\"\",c\n", "1:a \"b\"|c"},
        {"separator inside", "\"a,b\",c\n", "1:a,b|c"},
        {"line break inside is one row", "\"a\r\nb\",c\nd,e\n", "1:a↵b|c / 2:d|e"},
        {"blank lines count", "a,b\n\n\n1,2\n", "1:a|b / 4:1|2"},
        {"rows of separators are left out", "a,b\n,,,\n1,2\n", "1:a|b / 3:1|2"},
        {"empty cells stay", "a,,c\n,b,\n", "1:a||c / 2:|b|"},
        {"spaces belong to the text", " a , b\n", "1: a | b"},
        {"codes keep zeros", "编号,电话\n007,013800138000\n", "1:编号|电话 / 2:007|013800138000"},
        {"semicolon", "a;b\n1,5;2,5\n", "1:a|b / 2:1,5|2,5"},
        {"tab", "a\tb\n1,5\t2\n", "1:a|b / 2:1,5|2"},
        {"named separator", "sep=;\na;b,c\n", "2:a|b,c"},
        {"one column", "名称\n甲\n乙\n", "1:名称 / 2:甲 / 3:乙"},
        {"comma wins where both agree", "a,b;c\n1,2;3\n", "1:a|b;c / 2:1|2;3"},
        {"byte order mark",
            "\xEF\xBB\xBF"
            "a,b\n",
            "1:a|b"},
        {"formulas are stored as typed", "=1+1,@a\n", "1:=1+1|@a"},
    };
    for (const CsvCase &c : cases) {
        INFO(c.name);
        CHECK(shape(read(c.bytes)) == QString(c.shape));
    }
}

TEST_CASE("Error values of formulas are faults of their cells in texts too", "[tables][csv]")
{
    for (const QByteArray value : {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", " #n/a "}) {
        CAPTURE(value.toStdString());
        const Sheet sheet = read("单位名称,级别\n" + value + ",会员\n");
        REQUIRE(sheet.warnings.size() == 1);
        CHECK(sheet.warnings[0].isFault());
        CHECK(sheet.warnings[0].row == 2);
        CHECK(sheet.warnings[0].column == 1);
        CHECK(sheet.warnings[0].message.contains(QString::fromUtf8(value.trimmed())));
    }
    CHECK(read("名称\n#1号楼\nN/A\n见#N/A\n").warnings.empty());
    CHECK(TableReader().readPasted("名称\t级别\n#N/A\t会员").warnings.size() == 1);
}

TEST_CASE("CSV is right in every encoding", "[tables][encoding]")
{
    // Rare characters of names: four bytes in GB18030, some of them outside the basic plane.
    const QString text = "姓名,单位\n张䶮,䲟㙍炭素\n王𬍛,𠮷林€公司\n李㛃,镕堃喆\n";
    const auto encoded = [&text](const char *encoding) { return QByteArray(QStringEncoder(encoding).encode(text)); };
    const QByteArray utf16 = encoded("UTF-16LE");
    QByteArray swapped = utf16;
    for (qsizetype at = 0; at + 1 < swapped.size(); at += 2)
        std::swap(swapped[at], swapped[at + 1]);
    const auto withoutMark = [](const QByteArray &bytes) { return bytes.startsWith("\xFF\xFE") ? bytes.mid(2) : bytes; };
    const auto withoutBigMark = [](const QByteArray &bytes) { return bytes.startsWith("\xFE\xFF") ? bytes.mid(2) : bytes; };

    const std::vector<std::pair<QByteArray, QString>> cases{
        {text.toUtf8(), "UTF-8"},
        {"\xEF\xBB\xBF" + text.toUtf8(), "UTF-8"},
        {encoded("GB18030"), "GB18030"},
        {"\xFF\xFE" + withoutMark(utf16), "UTF-16LE"},
        {"\xFE\xFF" + withoutBigMark(swapped), "UTF-16BE"},
    };
    for (const auto &[bytes, encoding] : cases) {
        INFO(encoding.toStdString());
        const Sheet sheet = read(bytes);
        CHECK(sheet.encoding == encoding);
        CHECK(shape(sheet) == "1:姓名|单位 / 2:张䶮|䲟㙍炭素 / 3:王𬍛|𠮷林€公司 / 4:李㛃|镕堃喆");
    }
    CHECK(read("\xD0\xD5\xC3\xFB,\xB5\xA5\xCE\xBB\n\xC1\xAA\xCD\xA8,a\n").rows[1].cells[0] == "联通");
}

TEST_CASE("A faulty CSV is refused with its row and column", "[tables][csv][hostile]")
{
    const QByteArray chinese = QString("名称,电话\n示例炭素公司,1\n示例石墨公司,2\n").toUtf8();
    const std::vector<FaultCase> cases{
        {"empty file", "", 0, 0, "文件是空的"},
        {"only separators", ",,,\n,,\n", 0, 0, "表格是空的"},
        {"unclosed quote at the end", "a,b\n1,2\n3,\"four\n5,6\n", 3, 2, "引号不成对"},
        {"unclosed quote before another", "a,b\n\"1,2\n3,\"4\"\n", 2, 1, "引号不成对"},
        {"text after a quote", "a,b\n\"1\"x,2\n", 2, 1, "引号不成对"},
        {"quote inside bare text", "a,b\n1,x\"y\n", 2, 2, "引号不成对"},
        {"invalid UTF-8 after its mark",
            "\xEF\xBB\xBF"
            "a,b\n1,\xC3\x28\n",
            2, 2, "文件里有读不出来的文字"},
        {"many damaged bytes in UTF-8", chinese + QByteArray("甲,\xFF\xFF\xFF\xFF\xFF\n"), 4, 2, "文件里有读不出来的文字"},
        {"neither UTF-8 nor GB18030", "a,b\n1,\xFF\xFF\n", 2, 2, "文件里有读不出来的文字"},
        {"encoded surrogate",
            "\xEF\xBB\xBF"
            "a\n\xED\xA0\x80\n",
            2, 1, "文件里有读不出来的文字"},
        {"replacement character", "a\n\xEF\xBF\xBD\n", 2, 1, "文件里有读不出来的文字"},
        {"half a character of UTF-16",
            QByteArray("\xFF\xFE"
                       "a\0\n\0\x00\xD8"
                       "b\0",
                10),
            2, 1, "文件里有读不出来的文字"},
        {"UTF-16 cut in a character",
            QByteArray("\xFF\xFE"
                       "a\0b",
                5),
            1, 1, "文件里有读不出来的文字"},
        {"too many columns", QByteArray(16'384, ',') + "x\n", 1, 16'385, "表格太宽"},
    };
    for (const FaultCase &c : cases) {
        INFO(c.name);
        const std::optional<Error> error = errorOf(c.bytes);
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Validation);
        CHECK(error->problem() == QString(c.problem));
        CHECK(error->place()->file == "名单.csv");
        CHECK(error->place()->row == c.row);
        CHECK(error->place()->column == c.column);
        CHECK_FALSE(error->remedy().isEmpty());
    }
}

TEST_CASE("A CSV over the budget of cells is refused with its row", "[tables][csv][hostile]")
{
    ReadBudget budget;
    budget.cells = 10;
    CHECK(TableReader(budget).readBytes("1,2,3\n4,5,6\n\n,,,\n7,8,9\n0\n", "a.csv").rows.size() == 4);
    try {
        TableReader(budget).readBytes("1,2,3\n4,5,6\n7,8,9\n0,1\n", "a.csv");
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(error.problem() == "表格太大");
        CHECK(error.place()->row == 4);
    }
    budget.fileBytes = 5;
    CHECK_THROWS_AS(TableReader(budget).readBytes("1,2,3\n", "a.csv"), Error);
}

TEST_CASE("Files that are no table are refused with a remedy", "[tables][hostile]")
{
    const QByteArray ole = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(600, '\0');
    QByteArray random(2'000, Qt::Uninitialized);
    for (qsizetype at = 0; at < random.size(); ++at)
        random[at] = static_cast<char>(1 + at * 7 % 31);
    const std::vector<std::pair<QByteArray, QString>> cases{
        {ole, "旧格式的xls读不了"},
        {ole + QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32), "工作簿设了密码，读不了"},
        {"\r\n<HTML><body>1</body>", "网页里没有表格"},
        {"%PDF-1.7\n", "这个文件不是表格"},
        {"\x89PNG\r\n\x1a\n", "这个文件不是表格"},
        {random, "这个文件不是表格"},
    };
    for (const auto &[bytes, problem] : cases) {
        const std::optional<Error> error = errorOf(bytes);
        REQUIRE(error);
        CHECK(error->problem() == problem);
        CHECK(error->remedy().contains("另存为xlsx，或直接复制粘贴"));
    }
}

TEST_CASE("What only looks odd is kept, with a warning", "[tables][csv]")
{
    const Sheet sheet = read("a,b\nx\x0By,\xE2\x80\xAE"
                             "abc\n");
    CHECK(shape(sheet) == QString("1:a|b / 2:xy|%1abc").arg(QChar(0x202E)));
    REQUIRE(sheet.warnings.size() == 2);
    CHECK(sheet.warnings[0].code == "control");
    CHECK(sheet.warnings[0].row == 2);
    CHECK(sheet.warnings[0].column == 1);
    CHECK(sheet.warnings[1].code == "bidi");
    CHECK(sheet.warnings[1].column == 2);
}

TEST_CASE("A cell with characters that are lost is named, and the rest is read", "[tables][csv][hostile]")
{
    const Sheet sheet = read(QByteArray("a,b\n1,x\0y\n2,z\n", 14));
    CHECK(shape(sheet) == "1:a|b / 2:1|xy / 3:2|z");
    REQUIRE(sheet.warnings.size() == 1);
    CHECK(sheet.warnings[0].code == "unreadable");
    CHECK(sheet.warnings[0].row == 2);
    CHECK(sheet.warnings[0].column == 2);
    const QByteArray chinese = QString("名称,电话\n示例炭素公司,1\n示例石墨公司,2\n").toUtf8();
    for (const QByteArray &bytes : {chinese + "\xE7\x94,3\n甲,4\n", "\xEF\xBB\xBF" + chinese + "\xFF乙,3\n甲,4\n"}) {
        const Sheet damaged = read(bytes);
        REQUIRE(damaged.rows.size() == 5);
        CHECK(damaged.rows[4].cells[0] == "甲");
        REQUIRE(damaged.warnings.size() == 1);
        CHECK(damaged.warnings[0].code == "unreadable");
        CHECK(damaged.warnings[0].row == 4);
        CHECK(damaged.warnings[0].column == 1);
    }
    // However many there are, none is passed over; what only looks odd is told of some times.
    CHECK(read("a,b\n" + QByteArray("1,x\0 and words enough that it is a text\n", 40).repeated(1'000)).warnings.size() == 1'000);
    CHECK(read("a,b\n" + QByteArray("1,x\x0B and words enough that it is a text\n", 40).repeated(1'000)).warnings.size() == 200);
}

TEST_CASE("A cell that is over the budget is named, and the rest is read", "[tables][csv][hostile]")
{
    const Sheet sheet = read("a,b\n1," + QByteArray(10'000'000, 'x') + "\n2,z\n");
    REQUIRE(sheet.rows.size() == 3);
    CHECK(sheet.rows[1].cells[1].size() == 100);
    CHECK(sheet.rows[2].cells[1] == "z");
    REQUIRE(sheet.warnings.size() == 1);
    CHECK(sheet.warnings[0].code == "long");
    CHECK(sheet.warnings[0].isFault());
    CHECK(sheet.warnings[0].row == 2);
    CHECK(sheet.warnings[0].column == 2);
}

TEST_CASE("A missing file is an Io error", "[tables]")
{
    const QTemporaryDir folder;
    try {
        TableReader().readFile(folder.filePath("none.csv"));
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Io);
        CHECK(error.cause() == "文件不存在");
    }
    CHECK_THROWS_AS(TableReader().readFile(folder.path()), Error);
}

TEST_CASE("Pasted cells are read as Excel and WPS put them on the clipboard", "[tables][pasted]")
{
    const std::vector<std::pair<QString, QString>> cases{
        {"a\tb\r\n1\t2\r\n", "1:a|b / 2:1|2"},
        {"a\t\tc\n", "1:a||c"},
        {"a\t\"b\nc\"\td\n1\t2\t3\n", "1:a|b↵c|d / 2:1|2|3"},
        {"\"say \"\"hi\"\"\nyou\"\tb", "1:say \"hi\"↵you|b"},
        {"管5\"\t\"x\n\ty", "1:管5\"|\"x / 2:|y"},
        {"\"5\" 管\tb\n", "1:\"5\" 管|b"},
        {"a,b\n1,2\n", "1:a|b / 2:1|2"},
        {"张三\n李四", "1:张三 / 2:李四"},
        {"a\tb\n\n1\t2", "1:a|b / 3:1|2"},
    };
    for (const auto &[text, expected] : cases) {
        INFO(text.toStdString());
        const Sheet sheet = TableReader().readPasted(text);
        CHECK(shape(sheet) == expected);
        CHECK(sheet.encoding == "clipboard");
    }
    CHECK(TableReader().readPasted("a\tb\n1\t" + QString(40'000, 'x')).warnings.front().code == "long");
    CHECK_THROWS_AS(TableReader().readPasted(" \n"), Error);
}
