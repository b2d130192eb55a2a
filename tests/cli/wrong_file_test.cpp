#include "cli_program.h"

#include "base/error.h"
#include "db/database.h"
#include "db/file/file_lock.h"
#include "db/statement.h"
#include "db/transaction.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace mishutai::cli {

namespace {

struct WrongCall {
    QStringList arguments;
    int status = 3;
    QString says; ///< in the text for people
};

/// Each call ends with its status and says what and how; not one byte of the folder changes.
void checkRefused(const Desk &desk, const std::vector<WrongCall> &calls)
{
    const auto before = filesBelow(desk.folder());
    for (const WrongCall &call : calls) {
        const Outcome text = run(desk.folder(), call.arguments);
        const Outcome json = run(desk.folder(), call.arguments + QStringList{"--json"});
        INFO(call.arguments.join(' ').toStdString() << '\n' << text.err.toStdString() << json.out.toStdString());
        CHECK(text.status == call.status);
        CHECK(json.status == call.status);
        CHECK(text.out.isEmpty());
        CHECK(text.err.contains(call.says));
        CHECK(text.err.contains("办法："));
        CHECK_FALSE(json.error()["problem"].toString().isEmpty());
        CHECK_FALSE(json.error()["remedy"].toString().isEmpty());
        if (call.status == 3)
            CHECK_FALSE(json.error()["cause"].toString().isEmpty());
        CHECK(json.err.isEmpty());
        CHECK(changes(before, filesBelow(desk.folder())) == "");
    }
}

} // namespace

TEST_CASE("a wrong call ends with status 2 and says how to call")
{
    const Desk desk;
    const QStringList db{"--db", desk.file()};
    checkRefused(desk,
        {
            {{"frobnicate"}, 2, "没有命令「frobnicate」"},
            {{"check", "--colour"}, 2, "不认识的选项「--colour」"},
            {{"check"}, 2, "没有指定数据文件"},
            {db + QStringList{"check", "more"}, 2, "不需要「more」"},
            {db + QStringList{"check", "--rows"}, 2, "没有选项「--rows」"},
            {db + QStringList{"metric"}, 2, "缺少指标名"},
            {db + QStringList{"metric", "members.count"}, 2, "--year"},
            {db + QStringList{"metric", "members.count", "--year", "21"}, 2, "不是年份"},
            {db + QStringList{"metric", "members.count", "--year", "2021", "--period", "2021"}, 2, "只写一个"},
            {db + QStringList{"metric", "members.count", "--year", "2021", "--filter", "kind"}, 2, "名称=值"},
            {db + QStringList{"search", "x", "--limit", "many"}, 2, "--limit"},
            {db + QStringList{"import", "colours", "x.csv"}, 2, "units（单位）"},
            {db + QStringList{"export", "units", "x.doc"}, 2, ".xlsx"},
            {db + QStringList{"dataset", "frobnicate", "x"}, 2, "import 或 export"},
            {db + QStringList{"report", "alliance-annual", "--year", "2021"}, 2, "--output"},
            {db + QStringList{"report", "alliance-annual", "--year", "2021", "--output", desk.folder()}, 2, "--output"},
            {db + QStringList{"report", "alliance-annual", "--year", "2021", "--output", "x.pdf", "--date", "soon"}, 2, "--date"},
            {{"example", "park-1999", "x.mishutai"}, 2, "alliance-2021"},
            {{"check", "--db"}, 2, "后面缺少内容"},
        });
}

TEST_CASE("what is not there is refused by name")
{
    const Desk desk;
    const QStringList db{"--db", desk.file()};
    checkRefused(desk,
        {
            {db + QStringList{"metric", "members.coun", "--year", "2021"}, 3, "members.count（会员单位）"},
            {db + QStringList{"metric", "members.count", "--year", "2021", "--filter", "colour=1"}, 3, "colour"},
            {db + QStringList{"metric", "members.count", "--year", "2021", "--filter", "kind=公司甲"}, 3, "企业（ENTERPRISE）"},
            {db + QStringList{"metric", "activities.hosted", "--year", "2021", "--filter", "series=宣讲"}, 3,
                "金融保险与产业服务宣讲"},
            {db + QStringList{"report", "annual", "--year", "2021", "--output", "x.pdf"}, 3, "alliance-annual"},
            {db + QStringList{"import", "units", "none.csv"}, 3, "文件不存在"},
            {db + QStringList{"import", "units", "."}, 3, "它是文件夹"},
            {db + QStringList{"dataset", "import", "none"}, 3, "找不到数据备份包的文件夹"},
            {{"--db", "new.mishutai", "dataset", "import", "none"}, 3, "找不到数据备份包的文件夹"},
            {{"--db", "new.mishutai", "dataset", "import", "."}, 3, "没有可导入的内容"},
            {db + QStringList{"--user", "nobody", "check"}, 3, "不能登录"},
        });
}

TEST_CASE("only the example and the import of a data set make a data file")
{
    const Desk desk;
    const QString sheet = desk.put("units.csv", "单位全称\n示例甲有限公司\n");
    std::vector<WrongCall> calls;
    for (const QStringList &command : std::vector<QStringList>{{"check"}, {"metric", "members.count", "--year", "2021"},
             {"search", "x"}, {"import", "units", sheet}, {"import", "units", sheet, "--dry-run"}, {"export", "units", "out.csv"},
             {"dataset", "export", "out"}, {"backup", "out.mishutai"},
             {"report", "alliance-annual", "--year", "2021", "--output", "out.pdf"}})
        calls.push_back({QStringList{"--db", "new.mishutai"} + command, 3, "找不到数据文件"});
    checkRefused(desk, calls);
}

TEST_CASE("nothing that is there is written over")
{
    const Desk desk;
    desk.put("full/note.txt", "x");
    desk.put("taken.mishutai", "x");
    desk.put("taken.csv", "x");
    desk.put("taken.txt", "x");
    desk.put("taken.pdf", "x");
    const QStringList db{"--db", desk.file()};
    const QStringList report{"report", "alliance-annual", "--year", "2021", "--output", "taken.txt"};
    checkRefused(desk,
        {
            {{"example", "alliance-2021", "desk.mishutai"}, 3, "已经存在"},
            {db + QStringList{"backup", "taken.mishutai"}, 3, "已经存在"},
            {db + QStringList{"backup", "desk.mishutai"}, 3, "已经存在"},
            {db + QStringList{"dataset", "export", "full"}, 3, "不是空的"},
            {db + QStringList{"export", "units", "taken.csv"}, 3, "--force"},
            {db + report, 3, "--force"},
            {db + QStringList{"print", "list", "members", "--output", "taken.pdf"}, 3, "--force"},
            {db + QStringList{"print", "certificate", "--members", "会员-0001", "--output", "taken.pdf"}, 3, "--force"},
            {db + QStringList{"letter", "invitation", "--members", "会员-0001", "--output", "taken.pdf"}, 3, "--force"},
        });
    CHECK(desk.call({"export", "units", "taken.csv", "--force"}).status == 0);
    CHECK(desk.call(report + QStringList{"--force"}).status == 0);
    CHECK(filesBelow(desk.folder())["taken.csv"].size() > 100);
}

TEST_CASE("an output that cannot be written leaves nothing behind")
{
    const Desk desk;
    const QStringList db{"--db", desk.file()};
    desk.put("file", "x");
    QDir(desk.folder()).mkpath("folder.pdf");
    QDir(desk.folder()).mkpath("folder.csv");
    const QStringList report = db + QStringList{"report", "alliance-annual", "--year", "2021", "--output"};
    checkRefused(desk,
        {
            {report + QStringList{"folder.pdf"}, 3, "文件夹"},
            {report + QStringList{"none/x.pdf"}, 3, "文件夹不存在"},
            {report + QStringList{"file/x.txt"}, 3, "没有写成"},
            {db + QStringList{"export", "units", "folder.csv"}, 3, "文件夹"},
            {db + QStringList{"export", "units", "none/x.xlsx"}, 3, "文件夹不存在"},
            {db + QStringList{"dataset", "export", "file/set"}, 3, "文件夹"},
            {db + QStringList{"backup", "none/x.mishutai"}, 3, {}},
            {{"example", "alliance-2021", "none/x.mishutai"}, 3, {}},
        });
}

TEST_CASE("a file that is no data file, a damaged one and a newer one are refused as they are")
{
    const Desk desk;
    const QByteArray whole = filesBelow(desk.folder())["desk.mishutai"];
    QByteArray newer = whole;
    newer.replace(60, 4, QByteArray::fromHex("000003e7")); // user_version of the header: 999
    QByteArray foreign = whole;
    foreign.replace(68, 4, QByteArray(4, '\0')); // application_id
    desk.put("newer.mishutai", newer);
    desk.put("foreign.mishutai", foreign);
    desk.put(
        "text.mishutai", "not a data file at all, but a text that is long enough to hold a header of a hundred bytes if it were");
    desk.put("empty.mishutai", "");
    desk.put("cut.mishutai", whole.left(whole.size() / 3));
    QDir(desk.folder()).mkpath("folder.mishutai");
    const QString sheet = desk.put("units.csv", "单位全称\n示例甲有限公司\n");
    std::vector<WrongCall> calls;
    for (const QStringList &command : std::vector<QStringList>{{"check"}, {"import", "units", sheet},
             {"dataset", "export", "out"}, {"metric", "members.count", "--year", "2021"}}) {
        calls.push_back({QStringList{"--db", "newer.mishutai"} + command, 3, "999"});
        for (const QString &file : {QString("foreign"), QString("text"), QString("empty"), QString("folder")})
            calls.push_back({QStringList{"--db", file + ".mishutai"} + command, 3, "数据文件"});
    }
    checkRefused(desk, calls);

    const auto before = filesBelow(desk.folder());
    const Outcome cut = run(desk.folder(), {"--db", "cut.mishutai", "check"});
    INFO(cut.out.toStdString() << cut.err.toStdString());
    CHECK((cut.status == 1 || cut.status == 3));
    CHECK(changes(before, filesBelow(desk.folder())) == "");
}

TEST_CASE("while another program has the file, reading works and writing is refused by the holder's name")
{
    const Desk desk;
    const QString sheet = desk.put("units.csv", "单位全称\n示例甲有限公司\n");
    const db::FileLock lock(desk.file());
    const auto held = db::Database::open(desk.file(), db::Database::Access::Write);
    {
        db::Transaction open(*held);
        db::Statement(*held, "DELETE FROM observations").execute();
        CHECK(desk.json({"metric", "channels.followers", "--year", "2021"}).json["text"] == "超过1200人");
        CHECK(desk.call({"check"}).status == 0);
        CHECK(desk.call({"dataset", "export", "out"}).status == 0);
        CHECK(desk.call({"backup", "copy.mishutai"}).status == 0);

        const Outcome refused = desk.json({"import", "units", sheet});
        CHECK(refused.status == 3);
        CHECK(refused.error()["kind"] == "conflict");
        CHECK(refused.error()["cause"].toString().contains(QString("进程 %1").arg(QCoreApplication::applicationPid())));
        CHECK_FALSE(refused.error()["remedy"].toString().isEmpty());
    }
    CHECK(desk.json({"metric", "channels.followers", "--year", "2021"}).json["text"] == "超过1200人");
    CHECK(desk.call({"search", "示例甲有限公司"}).status == 1);
}

TEST_CASE("a lock whose program is gone is no obstacle")
{
    const Desk desk;
    desk.put("desk.mishutai.lock", "999999\nmishutai\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
    const QString sheet = desk.put("units.csv", "单位全称\n示例甲有限公司\n");
    CHECK(desk.call({"import", "units", sheet}).status == 0);
}

} // namespace mishutai::cli
