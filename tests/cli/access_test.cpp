#include "cli_program.h"

#include "desk/application.h"
#include "session/audit/audit_log.h"
#include "session/users/user_service.h"

#include <catch2/catch.hpp>

#include <QFile>

namespace mishutai::cli {

namespace {

/// Rights of a folder and all in it, for everybody alike.
void setRights(const QString &folder, QFile::Permissions ofFolder, QFile::Permissions ofFiles)
{
    const auto files = filesBelow(folder);
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        REQUIRE(QFile::setPermissions(folder + '/' + file.key(), file.value() == "/" ? ofFolder : ofFiles));
    REQUIRE(QFile::setPermissions(folder, ofFolder));
}

constexpr QFile::Permissions kRead = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
constexpr QFile::Permissions kEnter = kRead | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
constexpr QFile::Permissions kWrite = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;

/// Everybody's home, so that the program has a place for its log.
struct Home {
    QTemporaryDir folder;
    Home() { REQUIRE(QFile::setPermissions(folder.path(), kEnter | kWrite)); }
    QStringList settings() const { return {"HOME=" + folder.path(), "XDG_DATA_HOME=" + folder.path()}; }
};

/// The file with a director 示例用户 and an auditor who may only read.
void addAuditor(const Desk &desk)
{
    const auto application = desk::Application::open({desk.file(), desk::Access::Write, {}, {}});
    session::UserService(application->session()).add("审计员", session::Role::ReadOnly);
}

std::vector<session::AuditEntry> refusals(const Desk &desk)
{
    const auto application = desk::Application::open({desk.file(), desk::Access::Read, "示例用户", {}});
    return session::AuditLog(application->session()).find({.outcome = session::Outcome::Refused});
}

} // namespace

TEST_CASE("in a folder that may only be read, reading works and every writing is refused")
{
    const Desk desk;
    const Home home;
    const QString sheet = desk.put("units.csv", "单位全称\n示例甲有限公司\n");
    desk.put("set/units.csv", "单位全称\n示例甲有限公司\n");
    setRights(desk.folder(), kEnter, kRead);
    const auto before = filesBelow(desk.folder());
    const QStringList db{"--db", desk.file()};
    for (const QStringList &reading : std::vector<QStringList>{{"check"}, {"metric", "members.count", "--year", "2021"},
             {"search", "jfkj"}, {"report", "alliance-annual", "--year", "2021", "--output", home.folder.filePath("out.txt")},
             {"export", "units", home.folder.filePath("out.csv")}, {"backup", home.folder.filePath("out.mishutai")}}) {
        const Outcome outcome = runAsNobody(desk.folder(), db + reading, home.settings());
        INFO(reading.join(' ').toStdString() << '\n' << outcome.err.toStdString());
        CHECK(outcome.status == 0);
    }
    for (const QStringList &writing : std::vector<QStringList>{db + QStringList{"import", "units", sheet},
             db + QStringList{"import", "units", sheet, "--dry-run"}, db + QStringList{"dataset", "import", desk.path("set")},
             db + QStringList{"export", "units", "out.csv"}, db + QStringList{"dataset", "export", "out"},
             db + QStringList{"backup", "out.mishutai"},
             db + QStringList{"report", "alliance-annual", "--year", "2021", "--output", "out.pdf"},
             {"example", "alliance-2021", "out.mishutai"}, {"--db", "out.mishutai", "dataset", "import", desk.path("set")}}) {
        const Outcome outcome = runAsNobody(desk.folder(), writing + QStringList{"--json"}, home.settings());
        INFO(writing.join(' ').toStdString() << '\n' << outcome.out.toStdString() << outcome.err.toStdString());
        CHECK(outcome.status == 3);
        for (const char *part : {"problem", "cause", "remedy"})
            CHECK_FALSE(outcome.error()[part].toString().isEmpty());
    }
    CHECK(changes(before, filesBelow(desk.folder())) == "");
    setRights(desk.folder(), kEnter | kWrite, kRead | kWrite);
}

TEST_CASE("a file that may only be read in a folder that may be written")
{
    const Desk desk;
    const Home home;
    const QString sheet = desk.put("units.csv", "单位全称\n示例甲有限公司\n");
    setRights(desk.folder(), kEnter | kWrite, kRead);
    const auto before = filesBelow(desk.folder());
    const Outcome read
        = runAsNobody(desk.folder(), {"--db", desk.file(), "metric", "members.count", "--year", "2021"}, home.settings());
    INFO(read.err.toStdString());
    CHECK(read.status == 0);
    const Outcome write = runAsNobody(desk.folder(), {"--db", desk.file(), "import", "units", sheet}, home.settings());
    CHECK(write.status == 3);
    CHECK(changes(before, filesBelow(desk.folder())) == "");
}

TEST_CASE("who may only read is refused, and the log keeps it")
{
    const Desk desk;
    addAuditor(desk);
    const QString sheet = desk.put("units.csv", "单位全称\n示例甲有限公司\n");
    const size_t before = refusals(desk).size();

    const Outcome refused = desk.json({"--user", "审计员", "import", "units", sheet});
    CHECK(refused.status == 3);
    CHECK(refused.error()["kind"] == "forbidden");
    CHECK(refused.error()["problem"].toString().contains("登记或修改单位"));
    CHECK_FALSE(refused.error()["remedy"].toString().isEmpty());
    const auto entries = refusals(desk);
    REQUIRE(entries.size() == before + 1);
    CHECK(entries.front().operation == "unit.edit");
    CHECK(entries.front().userName == "审计员");

    const QString set = desk.put("set/units.csv", "单位全称\n示例甲有限公司\n").chopped(10);
    CHECK(desk.call({"--user", "审计员", "dataset", "import", set}).status == 3);
    CHECK(refusals(desk).front().operation == "dataset.import");
    CHECK(desk.call({"--user", "审计员", "report", "alliance-annual", "--year", "2021", "--output", "out.pdf"}).status == 3);
    CHECK_FALSE(QFile::exists(desk.path("out.pdf")));

    CHECK(desk.call({"--user", "审计员", "metric", "members.count", "--year", "2021"}).status == 0);
    CHECK(desk.call({"--user=审计员", "search", "金发"}).status == 0);
    CHECK(desk.call({"--user", "示例用户", "check"}).status == 0);
    CHECK(desk.call({"--user", "示例用户", "search", "示例甲有限公司"}).status == 1);
}

TEST_CASE("the user is the only one without a password, else named")
{
    const Desk desk;
    addAuditor(desk);
    const Outcome unclear = desk.json({"check"});
    CHECK(unclear.status == 3);
    CHECK(unclear.error()["kind"] == "forbidden");
    CHECK(unclear.error()["remedy"].toString().contains("--user"));
    {
        const auto application = desk::Application::open({desk.file(), desk::Access::Write, "示例用户", {}});
        session::UserService(application->session(), session::PasswordCost::cheapest())
            .resetPassword(application->session().user().id, "示例-口令-2021");
    }
    CHECK(desk.call({"metric", "members.count", "--year", "2021"}).status == 0); // the auditor alone has none now
    CHECK(desk.call({"--user", "示例用户", "check"}).status == 3);
    CHECK(desk.call({"--user", "示例用户", "check"}, {"MISHUTAI_PASSWORD=示例-口令-2021"}).status == 0);
}

} // namespace mishutai::cli
