#include "tables/header.h"

#include "base/error.h"
#include "tables/column_key.h"
#include "tables/table_reader.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::tables;

namespace {

const std::vector<ColumnSpec> kSpecs{
    {"name", "单位名称", {"名称", "企业名称", "会员名称"}, true, "示例炭素有限公司"},
    {"creditCode", "统一社会信用代码", {"信用代码"}, false, "91430100MA4L000000"},
    {"contact", "联系人", {"联系人姓名"}, false, "张示例"},
    {"phone", "联系电话", {"电话", "手机", "联系人电话"}, false, "13800000000"},
    {"joinedOn", "入会日期", {}, false, "2021-05-03"},
    {"fee", "会费（元）", {}, false, "2000.00"},
};

Sheet sheetOf(const QString &text)
{
    return TableReader().readPasted(text);
}

/// "name=1 phone=3; rows 2,3" with columns from 1 and rows as a spreadsheet shows them.
QString shape(const Sheet &sheet, const HeaderMatch &match)
{
    QStringList columns;
    for (const ColumnSpec &spec : kSpecs) {
        if (match.columns.contains(spec.key))
            columns << QString("%1=%2").arg(spec.key).arg(match.columns[spec.key] + 1);
    }
    QStringList rows;
    for (const size_t index : match.records)
        rows << QString::number(sheet.rows[index].number);
    return columns.join(' ') + "; rows " + rows.join(',');
}

Error strictError(const QString &text)
{
    try {
        matchHeader(sheetOf(text), kSpecs, HeaderMode::Strict, "会员.xlsx");
    } catch (const Error &error) {
        return error;
    }
    FAIL("no error");
    throw 0;
}

} // namespace

TEST_CASE("Columns of one title are matched apart, each by its number among them", "[tables]")
{
    const Sheet sheet = sheetOf("名称\t电话\t电话\t电话\n甲\t1\t2\t3\n名称\t电话\t电话\t电话\n");
    CHECK(columnKey({"名称", "电话", " 电话* ", "电话"}, 1) == "电话");
    CHECK(columnKey({"名称", "电话", " 电话* ", "电话"}, 2) == "电话 #2");
    const auto matched = [&](const QHash<QString, QString> &chosen) {
        return shape(sheet, matchHeader(sheet, kSpecs, HeaderMode::Lenient, {}, chosen));
    };
    CHECK(matched({}) == "name=1 phone=2; rows 2");
    CHECK(matched({{"电话 #2", "contact"}}) == "name=1 contact=3 phone=2; rows 2");
    CHECK(matched({{"电话", ""}, {"电话 #2", "phone"}}) == "name=1 phone=3; rows 2");
    CHECK(matched({{"电话", "contact"}, {"电话 #3", "phone"}}) == "name=1 contact=2 phone=4; rows 2");
    CHECK(matched({{"电话", ""}}) == "name=1; rows 2"); // what was said of the title goes for all of it
    // Each is accounted for: a strict import takes the sheet when all but one are set aside.
    CHECK_THROWS_AS(matchHeader(sheet, kSpecs), Error);
    CHECK_NOTHROW(matchHeader(sheet, kSpecs, HeaderMode::Strict, {}, {{"电话 #2", "contact"}, {"电话 #3", ""}}));
    // Where only the second of a title says anything, rows below are records.
    const Sheet plain = sheetOf("备用\t备用\n甲\t乙\n");
    CHECK(shape(plain, matchHeader(plain, kSpecs, HeaderMode::Lenient, {}, {{"备用 #2", "name"}})) == "name=2; rows 2");
}

TEST_CASE("The header of a sheet is found as people keep it", "[tables][header]")
{
    const std::vector<std::pair<QString, QString>> cases{
        {"单位名称\t联系电话\n甲\t1\n乙\t2", "name=1 phone=2; rows 2,3"},
        {"2021年会员名单\n\n序号\t名称\t电话\n1\t甲\t1\n2\t乙\t2\n合计\t2家", "name=2 phone=3; rows 4,5"},
        {"序号\t 企 业 名 称 *\t联系电话（必填）：\n1\t甲\t1", "name=2 phone=3; rows 2"},
        {"名称\t电话\n甲\t1\n名称\t电话\n乙\t2", "name=1 phone=2; rows 2,4"},
        {"名称\t电话\n甲\t1\n填表人：张三\t2021-05-03\n注：以上数据截至年底", "name=1 phone=2; rows 2"},
        {"名称\t会费(元)\n甲\t2000\n\t\n小 计：\t2000\n乙\t3000\n\t总计\t5000", "name=1 fee=2; rows 2,5"},
        {"名称\t联系人\t\n\t姓名\t电话\n甲\t张\t1", "name=1 contact=2 phone=3; rows 3"},
        {"会员名单\t\t\n名称\t入会日期\t电话\n甲\t2021-05-03\t1", "name=1 phone=3 joinedOn=2; rows 3"},
        {"名称\n甲", "name=1; rows 2"},
        {"名称\t\t电话\n甲\t\t1", "name=1 phone=3; rows 2"},
    };
    for (const auto &[text, expected] : cases) {
        INFO(text.toStdString());
        const Sheet sheet = sheetOf(text);
        const HeaderMatch match = matchHeader(sheet, kSpecs);
        CHECK(shape(sheet, match) == expected);
        CHECK(match.unknown.empty());
        CHECK(match.missing.isEmpty());
    }
}

TEST_CASE("Merged cells over a header give their group's name to each column", "[tables][header]")
{
    Sheet sheet = sheetOf("名称\t联系人\t\n\t姓名\t电话\n甲\t张\t1\n\t李\t2");
    sheet.merged = {{1, 2, 1, 3}, {1, 1, 2, 1}, {3, 1, 4, 1}};
    const HeaderMatch match = matchHeader(sheet, kSpecs);
    CHECK(shape(sheet, match) == "name=1 contact=2 phone=3; rows 3,4");
    CHECK(match.headerRow == 2);
    REQUIRE(match.warnings.size() == 1);
    CHECK(match.warnings[0].row == 3);
    CHECK(match.warnings[0].column == 1);
    CHECK(match.warnings[0].code == "merged");
    CHECK(match.text(sheet.rows[2], "contact") == "张");
    CHECK(match.text(sheet.rows[2], "fee").isEmpty());
    CHECK(match.text(sheet.rows[3], "name") == "甲");
    CHECK(match.text(sheet.rows[3], "contact") == "李");
}

TEST_CASE("Rows below the header that are no record are named", "[tables][header]")
{
    const Sheet sheet = sheetOf("名称\t电话\n甲\t1\n合计\t1\n名称\t电话\n备注：略");
    CHECK(matchHeader(sheet, kSpecs).skipped == std::vector<SkippedRow>{{3, "合计"}, {4, "重复的表头"}, {5, "表尾说明"}});
}

TEST_CASE("A strict import refuses columns that it would lose", "[tables][header]")
{
    struct RefusedCase {
        QString text;
        QString problem;
        QString remedy;
        int row;
        int column;
    };
    const std::vector<RefusedCase> cases{
        {"名称\t联系电活\n甲\t1", "不认识的列：“联系电活”", "是不是“联系电话”？请改标题，或删去这一列", 1, 2},
        {"题目\n名称\t备用\n甲\t1", "不认识的列：“备用”", "请删去这一列，或把标题改成模板里的名称", 2, 2},
        {"名称\t会费（万元）\n甲\t1", "不认识的列：“会费（万元）”", "是不是“会费（元）”？请改标题，或删去这一列", 1, 2},
        {"名称\t电话\t\n甲\t1\t多出来的", "不认识的列：没有标题的列", "请删去这一列，或把标题改成模板里的名称", 1, 3},
        {"名称\t电话\n甲\t1\t多出来的", "不认识的列：没有标题的列", "请删去这一列，或把标题改成模板里的名称", 1, 3},
        {"名称\t电话\t手机\n甲\t1\t2", "有两列都是“联系电话”", "请删去这一列，或把标题改成模板里的名称", 1, 3},
        {"电话\n1", "缺少必填的列：单位名称", "请补上这些列，或用导出的模板填写", 1, 0},
        {"名祢\t电活\n甲\t1", "不认识的列：“名祢”", "是不是“单位名称”？请改标题，或删去这一列", 1, 1},
    };
    for (const RefusedCase &c : cases) {
        INFO(c.text.toStdString());
        const Error error = strictError(c.text);
        CHECK(error.kind() == Error::Kind::Validation);
        CHECK(error.problem() == c.problem);
        CHECK(error.remedy() == c.remedy);
        CHECK(error.place()->file == "会员.xlsx");
        CHECK(error.place()->row == c.row);
        CHECK(error.place()->column == c.column);
    }
}

TEST_CASE("A lenient match lists what a person has to decide", "[tables][header]")
{
    const Sheet sheet = sheetOf("名单\n电话\t手机\t电活\n1\t2\t3");
    const HeaderMatch match = matchHeader(sheet, kSpecs, HeaderMode::Lenient);
    CHECK(shape(sheet, match) == "phone=1; rows 3");
    CHECK(match.unknown == std::vector<UnknownColumn>{{1, "手机", "联系电话"}, {2, "电活", "联系电话"}});
    CHECK(match.missing == QStringList{"单位名称"});

    const HeaderMatch none = matchHeader(sheetOf("标题\nx\ty\n1\t2"), kSpecs, HeaderMode::Lenient);
    CHECK(none.headerRow == 2);
    CHECK(none.columns.isEmpty());
    CHECK(none.unknown.size() == 2);
}

TEST_CASE("A lenient match guesses what an unknown title can only mean", "[tables][header]")
{
    const std::vector<std::pair<QString, QString>> cases{
        {"会员单位名称（全称）", "name=1; rows 2"}, // part of it
        {"信用代吗", "creditCode=1; rows 2"}, // few letters differ
        {"社会信用代码", "creditCode=1; rows 2"}, // it is part
        {"联系人电话号码", "phone=1; rows 2"}, // 联系人 and 电话 stand within 联系人电话
        {"联系人及会费", "; rows 2"}, // two
        {"联系", "; rows 2"}, // part of two
        {"会费", "fee=1; rows 2"},
        {"会费（万元）", "; rows 2"}, // another unit
        {"年会费万元", "; rows 2"},
        {"编号", "; rows 2"},
        {"费", "; rows 2"},
    };
    for (const auto &[title, expected] : cases) {
        INFO(title.toStdString());
        const Sheet sheet = sheetOf(title + "\t备用\n甲\t乙");
        const HeaderMatch match = matchHeader(sheet, kSpecs, HeaderMode::Lenient);
        CHECK(shape(sheet, match) == expected);
        CHECK(match.guessed.contains(0) == !match.columns.isEmpty());
        CHECK(match.unknown.size() == (match.columns.isEmpty() && title != "编号" ? 2 : 1));
    }
    // What is known goes before, and a person's word before that.
    const Sheet sheet = sheetOf("单位电话号码\t手机\n1\t2");
    const HeaderMatch known = matchHeader(sheet, kSpecs, HeaderMode::Lenient);
    CHECK(shape(sheet, known) == "phone=2; rows 2");
    CHECK(known.guessed.isEmpty());
    const HeaderMatch said = matchHeader(sheet, kSpecs, HeaderMode::Lenient, {}, {{titleKey("手机"), ""}});
    CHECK(shape(sheet, said) == "phone=1; rows 2");
    const HeaderMatch refused
        = matchHeader(sheet, kSpecs, HeaderMode::Lenient, {}, {{titleKey("手机"), ""}, {titleKey("单位电话号码"), ""}});
    CHECK(refused.columns.isEmpty());
    CHECK(strictError("名称\t联系人电话号码\n甲\t1").remedy() == "是不是“联系电话”？请改标题，或删去这一列");
}

TEST_CASE("A title of two columns is the one that no other title takes", "[tables][header]")
{
    const std::vector<ColumnSpec> specs{{"name", "单位名称", {"姓名"}, false, {}}, {"contact", "联系人", {"姓名"}, false, {}}};
    const auto columnOf = [&](const QString &titles, const QString &key) {
        return matchHeader(sheetOf(titles + "\n甲\t乙"), specs).columns.value(key, -1);
    };
    CHECK(columnOf("姓名\t序号", "name") == 0);
    CHECK(columnOf("姓名\t单位名称", "name") == 1);
    CHECK(columnOf("姓名\t单位名称", "contact") == 0);
    CHECK_THROWS_AS(columnOf("姓名\t单位名称\t联系人", "name"), Error);
}

TEST_CASE("Unknown columns can be passed over, and nothing else", "[tables][header]")
{
    const Sheet sheet = sheetOf("名称\t备用\t联系人电话号码\n甲\t1\t2\t多出来的");
    const HeaderMatch match = matchHeader(sheet, kSpecs, HeaderMode::SkipUnknown);
    CHECK(shape(sheet, match) == "name=1; rows 2");
    REQUIRE(match.unknown.size() == 3);
    CHECK(match.unknown[0].title == "备用");
    CHECK(match.unknown[1].nearest == "联系电话");
    CHECK_THROWS_AS(matchHeader(sheetOf("名称\t备用\t企业名称\n甲\t1\t乙"), kSpecs, HeaderMode::SkipUnknown), Error);
    CHECK_THROWS_AS(matchHeader(sheetOf("备用\t电话\n甲\t1"), kSpecs, HeaderMode::SkipUnknown), Error);
}

TEST_CASE("What a person said of a title goes before the guess", "[tables][header]")
{
    const Sheet sheet = sheetOf("抬头\t电话\t手机\t编码\n甲\t1\t2\t3");
    const HeaderMatch match = matchHeader(sheet, kSpecs, HeaderMode::Strict, {},
        {{titleKey("抬头"), "name"}, {titleKey("手机"), "phone"}, {titleKey("电话"), ""}, {titleKey(" 编码＊"), ""}});
    CHECK(shape(sheet, match) == "name=1 phone=3; rows 2");
    CHECK(match.unknown.empty());
    CHECK(match.titles == QStringList{"抬头", "电话", "手机", "编码"});
}
