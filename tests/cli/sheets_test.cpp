#include "cli_program.h"
#include "desk/application.h"
#include "desk/export_layouts.h"
#include "tables/workbook.h"

#include <catch2/catch.hpp>

#include <QFile>

namespace mishutai::cli {

namespace {

QStringList kinds(const Desk &desk)
{
    QStringList keys;
    for (const QJsonValue &kind : desk.json({"formats"}).json["kinds"].toArray())
        keys.append(kind["kind"].toString());
    return keys;
}

} // namespace

TEST_CASE("a data set imported into an empty file is exported byte for byte")
{
    const Desk desk;
    const auto before = filesBelow(desk.folder());
    const QString first = exampleDataSet(desk, "first");
    const Outcome imported = run(desk.folder(), {"--db", "second.mishutai", "--json", "dataset", "import", first});
    INFO(imported.out.toStdString());
    REQUIRE(imported.status == 0);
    const Outcome exported = run(desk.folder(), {"--db", "second.mishutai", "--json", "dataset", "export", "second"});
    REQUIRE(exported.status == 0);
    CHECK(exported.json["rows"] == imported.json["rows"]);
    CHECK(exported.json["kinds"] == imported.json["kinds"]);
    CHECK(changes(filesBelow(first), filesBelow(desk.path("second"))) == "");
    CHECK((filesBelow(desk.folder())["desk.mishutai"] == before["desk.mishutai"]));
    CHECK(run(desk.folder(), {"--db", "second.mishutai", "check"}).status == 0);
}

TEST_CASE("the worksheet that is named is imported, and one that is not there is refused with the names there are")
{
    const Desk desk;
    const QString book = desk.put("book.xlsx",
        workbook_test::bookOfTwo({{"单位全称"}, {"示例庚有限公司"}, {"示例辛有限公司"}}, {{"单位全称"}, {"示例壬有限公司"}}));
    const Outcome wrong = desk.json({"import", "units", book, "--sheet", "汇总"});
    CHECK(wrong.status == 3);
    CHECK(wrong.error()["cause"].toString().contains("会员、明细"));
    CHECK(desk.json({"import", "units", book, "--dry-run"}).json["added"] == 2);
    CHECK(desk.json({"import", "units", book, "--sheet", "明细"}).json["added"] == 1);
    CHECK(desk.call({"search", "示例壬"}).status == 0);
}

TEST_CASE("a data set adds to a file that has records, which is backed up before")
{
    const Desk desk;
    const QByteArray before = filesBelow(desk.folder())["desk.mishutai"];
    desk.put("set/units.csv", "单位编号,单位全称\n单位-9001,示例新增有限公司\n");
    const Outcome imported = desk.json({"dataset", "import", desk.path("set")});
    INFO(imported.out.toStdString());
    CHECK(imported.status == 0);
    CHECK(imported.json["rows"].toInt() == 1);
    CHECK(desk.call({"search", "示例新增"}).status == 0);
    const QString backup = desk.path("desk.backups/desk-000001.mishutai");
    CHECK(run(desk.folder(), {"--db", backup, "search", "示例新增"}).status == 1);
    CHECK((filesBelow(desk.folder())["desk.mishutai"] != before));
}

TEST_CASE("every kind is exported as .csv and .xlsx, and comes back changing nothing")
{
    const Desk desk;
    for (const QString &kind : kinds(desk)) {
        for (const QString &ending : {QString("csv"), QString("xlsx")}) {
            INFO(kind.toStdString() << '.' << ending.toStdString());
            const QString sheet = desk.path(kind + '.' + ending);
            const Outcome exported = desk.json({"export", kind, sheet});
            REQUIRE(exported.status == 0);
            CHECK(exported.json["kind"] == kind);
            if (exported.json["rows"].toInt() == 0 || (ending == "xlsx" && kind != "units" && kind != "cases"))
                continue;
            const auto before = filesBelow(desk.folder());
            const Outcome imported = desk.json({"import", kind, sheet, "--dry-run"});
            INFO(imported.out.toStdString());
            CHECK(imported.status == 0);
            CHECK(imported.json["added"].toInt() == 0);
            CHECK(imported.json["changed"].toInt() == 0);
            CHECK(imported.json["same"].toInt() > 0);
            CHECK_FALSE(imported.json["written"].toBool());
            CHECK(changes(before, filesBelow(desk.folder())) == "");
        }
    }
}

TEST_CASE("a sheet is added and changed, and the file is backed up at close")
{
    const Desk desk;
    const QString sheet
        = desk.put("new.csv", "单位编号,单位全称,细分领域\n单位-9001,示例新增有限公司,涂料\n单位-0001,金发科技,塑料\n");
    const Outcome imported = desk.call({"import", "units", sheet});
    INFO(imported.err.toStdString());
    CHECK(imported.status == 0);
    CHECK(imported.out.contains("已导入单位：新增 1，修改 1，相同 0，有问题 0"));
    const Outcome again = desk.json({"import", "units", sheet});
    CHECK(again.json["same"].toInt() == 2);
    CHECK(desk.call({"search", "示例新增"}).out.contains("单位-9001"));
    CHECK(filesBelow(desk.folder()).contains("desk.backups/desk-000001.mishutai"));
}

TEST_CASE("columns that nobody knows are passed over and named when that is asked for")
{
    const Desk desk;
    const QString sheet = desk.put("more.csv", "单位全称,颜色,主营产品\n示例新增有限公司,红,涂料\n");
    const Outcome refused = desk.call({"import", "units", sheet});
    CHECK(refused.status == 3);
    CHECK(refused.err.contains("不认识的列：“颜色”"));
    const Outcome text = desk.call({"import", "units", sheet, "--skip-unknown", "--dry-run"});
    CHECK(text.out.contains("没有导入的列：颜色"));
    const Outcome imported = desk.json({"import", "units", sheet, "--skip-unknown"});
    INFO(imported.out.toStdString());
    CHECK(imported.status == 0);
    CHECK(imported.json["added"].toInt() == 1);
    CHECK(imported.json["skipped_columns"].toArray() == QJsonArray{"颜色"});
    const Outcome known = desk.json({"import", "units", desk.put("known.csv", "单位全称\n示例新增有限公司\n"), "--skip-unknown"});
    CHECK_FALSE(known.json.contains("skipped_columns"));
}

TEST_CASE("a dry run tells what an import would do, and leaves every byte")
{
    const Desk desk;
    const QString sheet = desk.put("mixed.csv", "单位全称,成立日期\n示例甲有限公司,2020-1-2\n示例乙有限公司,2021-02-30\n");
    const auto before = filesBelow(desk.folder());
    const Outcome text = desk.call({"import", "units", sheet, "--dry-run"});
    CHECK(text.status == 1);
    CHECK(text.out.contains("只检查，没有写入"));
    CHECK(text.out.contains("第3行：「2021-02-30」不是日期"));
    const Outcome json = desk.json({"import", "--dry-run", "units", sheet});
    CHECK(json.status == 1);
    CHECK(json.json["added"].toInt() == 1);
    REQUIRE(json.json["faulty"].toArray().size() == 1);
    const QJsonObject faulty = json.json["faulty"][0].toObject();
    CHECK(faulty["row"].toInt() == 3);
    CHECK(faulty["faults"][0]["field"] == "foundedOn");
    CHECK(faulty["faults"][0]["column"].toInt() == 2);
    CHECK(faulty["faults"][0]["column_name"] == "成立日期");
    CHECK(changes(before, filesBelow(desk.folder())) == "");
}

TEST_CASE("a dry run shows cells old and new, and doubles")
{
    const Desk desk;
    const QString sheet
        = desk.put("mixed.csv", "单位编号,单位全称,细分领域\n单位-0001,金发科技,塑料\n单位-9001,甲,乙\n单位-9001,甲,乙\n");
    const Outcome text = desk.call({"import", "units", sheet, "--dry-run"});
    CHECK(text.status == 1);
    CHECK(text.out.contains(" → 塑料"));
    CHECK(text.out.contains("第4行：「单位-9001」与第3行重复"));
    const Outcome json = desk.json({"import", "units", sheet, "--dry-run"});
    CHECK(json.json["duplicates"].toInt() == 1);
    CHECK(json.json["changes"][0]["row"].toInt() == 2);
    CHECK(json.json["changes"][0]["cells"].toArray().last()["after"] == "塑料");
}

TEST_CASE("rows that are taken and should be looked at are named")
{
    const Desk desk;
    const QString file = desk.put("list.csv", "单位名称,入会时间\n示例新增有限公司,2021.5\n示例新增二有限公司,2021-05-14\n");
    const Outcome looked = desk.json({"import", "members", file, "--dry-run"});
    CHECK(looked.status == 0);
    REQUIRE(looked.json["warnings"].toArray().size() == 1);
    CHECK(looked.json["warnings"][0]["row"] == 2);
    CHECK(looked.json["warnings"][0]["reason"].toString().contains("只写到月份"));
    const Outcome taken = desk.call({"import", "members", file});
    CHECK(taken.status == 0);
    CHECK(taken.out.contains("有提醒 1"));
    CHECK(taken.out.contains("第2行，请看一下："));
}

TEST_CASE("with --rejected good rows are taken and the others go back with their reasons")
{
    const Desk desk;
    const QString sheet = desk.put("mixed.csv", "单位全称,成立日期\n示例甲有限公司,2020-1-2\n示例乙有限公司,2021-02-30\n");
    const QString rejected = desk.path("rejected.xlsx");
    const auto before = filesBelow(desk.folder());
    const Outcome looked = desk.json({"import", "units", sheet, "--dry-run", "--rejected", rejected});
    CHECK(looked.status == 1);
    CHECK(changes(before, filesBelow(desk.folder())) == "rejected.xlsx");
    CHECK(desk.json({"import", "units", sheet, "--rejected", rejected}).status == 3); // that file is there by now
    const Outcome imported = desk.json({"import", "units", sheet, "--rejected", rejected, "--force"});
    CHECK(imported.status == 1);
    CHECK(imported.json["added"].toInt() == 1);
    CHECK(imported.json["rejected"] == rejected);
    const Outcome again = desk.json({"import", "units", rejected, "--dry-run"});
    CHECK(again.json["faulty"].toArray().size() == 1);
    CHECK(again.json["faulty"][0]["faults"][0]["field"] == "foundedOn");
    CHECK(desk.call({"import", "units", sheet, "--rejected", "rejected.csv"}).status == 2);
}

TEST_CASE("sheets in any encoding are read right")
{
    const Desk desk;
    const QByteArray utf8 = "单位编号,单位全称\n单位-9001,示例龘瀞㐂有限公司\n";
    const QByteArray gbk
        = QByteArray::fromHex("b5a5cebbb1e0bac52cb5a5cebbc8abb3c60ab5a5cebb2d393030322ccabec0fdbcd7d3d0cfdeb9abcbbe0a");
    struct Encoded {
        QString name;
        QByteArray bytes;
        QString found;
    };
    const QString text = QString::fromUtf8(utf8);
    const std::vector<Encoded> sheets{
        {"utf8.csv", utf8, "示例龘瀞㐂有限公司"},
        {"gbk.csv", gbk, "示例甲有限公司"},
        {"bom.csv", "\xEF\xBB\xBF" + QByteArray(utf8).replace("9001", "9003"), "示例龘瀞㐂有限公司"},
        {"utf16.csv", QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2),
            "示例龘瀞㐂有限公司"},
    };
    for (const Encoded &sheet : sheets) {
        INFO(sheet.name.toStdString());
        CHECK(desk.call({"import", "units", desk.put(sheet.name, sheet.bytes)}).status == 0);
        CHECK(desk.call({"search", sheet.found}).out.contains(sheet.found));
    }
    REQUIRE(desk.call({"export", "units", desk.path("out.csv")}).status == 0);
    const QString out = QString::fromUtf8(filesBelow(desk.folder())["out.csv"]);
    CHECK_FALSE(out.contains(QChar::ReplacementCharacter));
    CHECK(out.contains("单位-9002,示例甲有限公司"));
}

TEST_CASE("no cell of an export for people is calculated by a spreadsheet")
{
    const Desk desk;
    const QString sheet = desk.put("formula.csv", "单位编号,单位全称,备注\n单位-9001,示例公司,\"=HYPERLINK(\"\"x\"\")\"\n");
    REQUIRE(desk.call({"import", "units", sheet}).status == 0);
    REQUIRE(desk.call({"export", "units", desk.path("people.csv")}).status == 0);
    CHECK(filesBelow(desk.folder())["people.csv"].contains("'=HYPERLINK"));
    CHECK(filesBelow(exampleDataSet(desk, "set"))["units.csv"].contains(",\"=HYPERLINK"));
}

TEST_CASE("a list is exported in a layout that was saved in the window")
{
    const Desk desk;
    {
        const auto window = desk::Application::open({desk.file(), desk::Access::Write, {}, {}});
        desk::ExportLayouts(window->session(), "members")
            .save({"报科协", {"code", "name", "contactPhone"}, {"", "企业名称", ""}, "报送主管部门", "csv"});
    }
    const QString sheet = desk.path("out.csv");
    const Outcome made = desk.json({"export", "members", sheet, "--layout", "报科协"});
    INFO(made.err.toStdString());
    REQUIRE(made.status == 0);
    CHECK(made.json["rows"].toInt() == 127);
    QFile file(sheet);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readLine()).trimmed().endsWith(",企业名称,电话"));
    CHECK(desk.json({"export", "members", sheet, "--layout", "报科协"}).status == 3); // there already
    const Outcome unknown = desk.json({"export", "members", desk.path("b.csv"), "--layout", "报民政"});
    CHECK(unknown.status == 3);
    CHECK(unknown.error()["remedy"].toString().contains("报科协"));
    CHECK(desk.json({"export", "holidays", desk.path("b.csv"), "--layout", "报科协"}).status == 2);
}

} // namespace mishutai::cli
