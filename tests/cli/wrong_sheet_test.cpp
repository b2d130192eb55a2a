#include "cli_program.h"

#include <catch2/catch.hpp>

#include <QFile>

namespace mishutai::cli {

namespace {

/// A sheet of units that is refused: what is said of it, and where.
struct WrongSheet {
    QString name;
    QByteArray bytes;
    QString problem;
    int row = 0;
    int column = 0;
    QString columnName;
};

/// Every refusal says problem, cause and remedy; text names the place that JSON gives in numbers.
void checkSaysAll(const Outcome &json, const Outcome &text)
{
    INFO(json.out.toStdString() << text.err.toStdString());
    CHECK(json.status == 3);
    CHECK(text.status == 3);
    CHECK_FALSE(json.json["ok"].toBool());
    for (const char *part : {"kind", "problem", "cause", "remedy"})
        CHECK_FALSE(json.error()[part].toString().isEmpty());
    CHECK(text.out.isEmpty());
    CHECK(text.err.contains(json.error()["problem"].toString()));
    CHECK(text.err.contains("原因：" + json.error()["cause"].toString()));
    CHECK(text.err.contains("办法：" + json.error()["remedy"].toString()));
    const QJsonObject place = json.error()["place"].toObject();
    if (place["row"].toInt() > 0)
        CHECK(text.err.contains(QString("第%1行").arg(place["row"].toInt())));
    if (place["column"].toInt() > 0)
        CHECK(text.err.contains(QString("第%1列").arg(place["column"].toInt())));
}

} // namespace

TEST_CASE("a wrong sheet is refused with problem, cause, remedy and place, and nothing is touched")
{
    const Desk desk;
    const QByteArray longCell(10'000'000, 'x');
    const std::vector<WrongSheet> sheets{
        {"unknown.csv", "单位全称,颜色\n示例甲有限公司,红\n", "不认识的列", 1, 2, "颜色"},
        {"missing.csv", "简称,细分领域\n示例,涂料\n", "缺少", 1, 0, {}},
        {"date.csv", "单位全称,成立日期\n示例甲有限公司,2021-02-29\n", "不能导入", 2, 2, "成立日期"},
        {"number.csv", "单位全称,员工总数\n示例甲有限公司,三十多\n", "不能导入", 2, 2, "员工总数"},
        {"code.csv", "统一社会信用代码,单位全称\n91350100M000100Y4Z,示例甲有限公司\n", "不能导入", 2, 1, "统一社会信用代码"},
        {"twice.csv", "单位全称,单位编号\n示例甲有限公司,单位-9001\n示例乙有限公司,单位-9001\n", "不能导入", 3, 2, "单位编号"},
        {"taken.csv",
            "单位编号,单位全称,统一社会信用代码\n单位-9001,示例甲有限公司,91350100M000100Y43\n"
            "单位-9002,示例乙有限公司,91350100M000100Y43\n",
            "不能导入", 3, 3, "统一社会信用代码"},
        {"empty.csv", "", "文件是空的", 0, 0, {}},
        {"long.csv", "单位全称,备注\n示例甲有限公司," + longCell + "\n", "不能导入", 2, 2, "备注"},
        {"quote.csv", "单位全称,备注\n示例甲有限公司,\"没有收尾\n", "引号", 2, 2, {}},
        {"picture.csv", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "不是表格", 0, 0, {}},
    };
    for (const WrongSheet &sheet : sheets) {
        const QString path = desk.put(sheet.name, sheet.bytes);
        const auto before = filesBelow(desk.folder());
        const Outcome json = desk.json({"import", "units", path});
        const Outcome text = desk.call({"import", "units", path});
        INFO(sheet.name.toStdString() << ": " << json.out.toStdString());
        checkSaysAll(json, text);
        CHECK(json.error()["problem"].toString().contains(sheet.problem));
        const QJsonObject place = json.error()["place"].toObject();
        CHECK(place["row"].toInt() == sheet.row);
        CHECK(place["column"].toInt() == sheet.column);
        if (!sheet.columnName.isEmpty())
            CHECK(place["column_name"] == sheet.columnName);
        CHECK(changes(before, filesBelow(desk.folder())) == "");
    }
}

TEST_CASE("a data set with one wrong cell makes no file, and leaves the one there is")
{
    const Desk desk;
    const QString folder = exampleDataSet(desk, "set");
    struct WrongCell {
        QString file;
        QByteArray from;
        QByteArray to;
        QString says;
        int row = 0;
        int column = 0;
    };
    const std::vector<WrongCell> cells{
        {"vouchers.csv", "520105,租赁费,9000.00", "520105,租赁费,9000.01", "借贷不平，差0.01元", 4, 1},
        {"members.csv", "2020-12-08", "2020-13-08", "不是日期", 2, 0},
        {"units.csv", "单位-0002,", "单位-0001,", "与第2行重复", 3, 1},
        {"unit_roles.csv", "单位-0205,市经信局新材料产业处", "单位-9999,", "单位-9999", 2, 0},
        {"plan_items.csv", "编号,年度", "编号,颜色", "颜色", 1, 2},
    };
    for (const WrongCell &cell : cells) {
        INFO(cell.file.toStdString());
        const QByteArray right = filesBelow(folder)[cell.file];
        REQUIRE(right.contains(cell.from));
        QByteArray wrong = right;
        wrong.replace(wrong.indexOf(cell.from), cell.from.size(), cell.to);
        desk.put("set/" + cell.file, wrong);
        const auto before = filesBelow(desk.folder());
        const QStringList call{"dataset", "import", folder};
        const Outcome json = run(desk.folder(), QStringList{"--db", "new.mishutai", "--json"} + call);
        const Outcome text = run(desk.folder(), QStringList{"--db", "new.mishutai"} + call);
        checkSaysAll(json, text);
        CHECK(text.err.contains(cell.says));
        const QJsonObject place = json.error()["place"].toObject();
        CHECK(place["file"] == cell.file);
        CHECK(place["row"].toInt() == cell.row);
        if (cell.column > 0)
            CHECK(place["column"].toInt() == cell.column);
        CHECK(changes(before, filesBelow(desk.folder())) == "");
        desk.put("set/" + cell.file, right);
    }
    // Backups under the name of a file that was lost may be all that is left of it.
    desk.put("new.backups/kept.mishutai", "x");
    const QString stranger = desk.put("set/colours.csv", "x\n");
    const auto before = filesBelow(desk.folder());
    checkSaysAll(run(desk.folder(), {"--db", "new.mishutai", "--json", "dataset", "import", folder}),
        run(desk.folder(), {"--db", "new.mishutai", "dataset", "import", folder}));
    CHECK(changes(before, filesBelow(desk.folder())) == "");
}

} // namespace mishutai::cli
