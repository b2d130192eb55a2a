#include "db/migrator.h"

#include "base/error.h"
#include "db/backup/backup.h"
#include "db/checks.h"
#include "db/database.h"
#include "db/statement.h"
#include "support/fork.h"
#include "support/test_database.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>

#include <csignal>

using namespace mishutai;
using namespace mishutai::db;
using namespace mishutai::test;

namespace {

constexpr int kAnyVersion = 1'000'000;

const QByteArray kFirst
    = "CREATE TABLE owners (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;\n"
      "CREATE TABLE things (id INTEGER PRIMARY KEY, owner_id INTEGER NOT NULL REFERENCES owners (id)) STRICT;\n"
      "INSERT INTO owners (id, name) VALUES (1, '甲');\nINSERT INTO things (owner_id) VALUES (1);\n";
const QByteArray kSecond = "ALTER TABLE things ADD COLUMN note TEXT;\nUPDATE things SET note = 'second';\n";
// The way to change a column in SQLite: a new table under the old name, with foreign keys off.
const QByteArray kRebuild
    = "-- foreign_keys: off\nCREATE TABLE owners_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;\n"
      "INSERT INTO owners_new SELECT id, name FROM owners;\nDROP TABLE owners;\n"
      "ALTER TABLE owners_new RENAME TO owners;\n";
const QByteArray kFailing = "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;\nINSERT INTO none VALUES (1);\n";

/// A folder of migrations and a data file beside it.
struct Scripts {
    QTemporaryDir folder;
    QString file = folder.filePath("data.mishutai");

    explicit Scripts(const std::vector<QByteArray> &scripts)
    {
        for (std::size_t i = 0; i < scripts.size(); ++i)
            write(static_cast<int>(i) + 1, scripts[i]);
    }
    void write(int version, const QByteArray &script) const
    {
        QFile out(folder.filePath(QString("%1_step.sql").arg(version, 4, 10, QChar('0'))));
        REQUIRE(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        out.write(script);
    }
    void remove(int version) const { QFile::remove(folder.filePath(QString("%1_step.sql").arg(version, 4, 10, QChar('0')))); }
    Migrator migrator() const { return Migrator(folder.path()); }
    std::unique_ptr<Database> open() const
    {
        return QFile::exists(file) ? Database::open(file, Database::Access::Write, kAnyVersion) : Database::create(file);
    }
    void migrate() const { migrator().migrate(*open()); }
};

template <class Call> std::optional<Error> errorOf(Call call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

class Cancelled : public TaskControl
{
public:
    void progress(qint64 done, qint64, const QString &what) override { m_isCancelled = done == 1 && what.contains("升级"); }
    bool isCancelled() const override { return m_isCancelled; }

private:
    bool m_isCancelled = false;
};

} // namespace

TEST_CASE("the migrations that the program carries build a whole file, once")
{
    TestDatabase file;
    CHECK(file.database().schemaVersion() == Migrator::carried().newestVersion());
    CHECK(fullCheck(file.database(), Migrator::carried().newestVersion()).empty());
    Migrator::carried().migrate(file.database());
    Statement count(file.database(), "SELECT count(*) AS n FROM schema_migrations");
    REQUIRE(count.next());
    CHECK(count.integer("n") == Migrator::carried().newestVersion());
}

TEST_CASE("migrations run in order, each with its history, and data stay")
{
    const Scripts scripts({kFirst, kSecond});
    scripts.migrate();
    CHECK(listBackups(scripts.file).empty());
    scripts.write(3, kRebuild);
    scripts.migrate();
    const auto database = scripts.open();
    CHECK(database->schemaVersion() == 3);
    Statement row(*database, "SELECT title, note FROM things JOIN owners ON owners.id = owner_id");
    row.requireRow("-");
    CHECK(row.text("title") == "甲");
    CHECK(row.text("note") == "second");
    Statement keys(*database, "PRAGMA foreign_keys");
    REQUIRE(keys.next());
    CHECK(keys.integer("foreign_keys") == 1);
    Statement history(*database, "SELECT version, title, length(sha256) AS l FROM schema_migrations ORDER BY version");
    for (int version = 1; version <= 3; ++version) {
        REQUIRE(history.next());
        CHECK(history.integer("version") == version);
        CHECK(history.text("title") == "step");
        CHECK(history.integer("l") == 64);
    }
}

TEST_CASE("a file with a schema is backed up, verified, before it is migrated")
{
    const Scripts scripts({kFirst});
    scripts.migrate();
    scripts.write(2, kSecond);
    scripts.migrate();
    const std::vector<BackupEntry> backups = listBackups(scripts.file);
    REQUIRE(backups.size() == 1);
    CHECK(backups[0].manifest.reason == "before-migration");
    CHECK(backups[0].manifest.contents.schemaVersion == 1);
    CHECK(verifyBackup(backups[0].path).rowCounts.value("things") == 1);
    // Nothing to do: no backup either.
    scripts.migrate();
    CHECK(listBackups(scripts.file).size() == 1);
}

TEST_CASE("a migration that fails leaves the file as it was")
{
    struct Row {
        const char *name;
        std::vector<QByteArray> scripts;
    };
    const Row rows[] = {
        {"the next step", {kFailing}},
        {"a later step", {kSecond, kRebuild, kFailing}},
        {"a broken reference", {"-- foreign_keys: off\nDELETE FROM owners;\n"}},
        {"a script that commits", {"CREATE TABLE more (id INTEGER) STRICT;\nCOMMIT;\n"}},
        {"a syntax error", {"CREATE TABL more (id INTEGER)"}},
    };
    for (const Row &row : rows) {
        INFO(row.name);
        const Scripts scripts({kFirst});
        scripts.migrate();
        for (std::size_t i = 0; i < row.scripts.size(); ++i)
            scripts.write(static_cast<int>(i) + 2, row.scripts[i]);
        const auto error = errorOf([&] { scripts.migrate(); });
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Storage);
        const auto database = scripts.open();
        CHECK(fullCheck(*database, kAnyVersion).empty());
        CHECK(readContents(*database) == listBackups(scripts.file).at(0).manifest.contents);
        CHECK(database->schemaVersion() == 1);
        Statement keys(*database, "PRAGMA foreign_keys");
        REQUIRE(keys.next());
        CHECK(keys.integer("foreign_keys") == 1);
    }
}

TEST_CASE("a migration that is cancelled between two steps puts the file back")
{
    const Scripts scripts({kFirst});
    scripts.migrate();
    scripts.write(2, kSecond);
    scripts.write(3, kRebuild);
    Cancelled control;
    const auto error = errorOf([&] { scripts.migrator().migrate(*scripts.open(), control); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Cancelled);
    CHECK(scripts.open()->schemaVersion() == 1);
    scripts.migrate();
    CHECK(scripts.open()->schemaVersion() == 3);
}

TEST_CASE("a kill in a migration leaves the old file, and the next start goes on")
{
    for (int killedAt = 2; killedAt <= 3; ++killedAt) {
        const Scripts scripts({kFirst});
        scripts.migrate();
        scripts.write(2, kSecond);
        scripts.write(3, kRebuild);
        const ChildEnd end = runChild([&] {
            Migrator migrator = scripts.migrator();
            migrator.setHookBeforeCommit([&](int version) {
                if (version == killedAt)
                    ::kill(::getpid(), SIGKILL);
            });
            migrator.migrate(*scripts.open());
            return 0;
        });
        CHECK(end.signal == SIGKILL);
        {
            const auto database = scripts.open();
            CHECK(database->schemaVersion() == killedAt - 1);
            CHECK(fullCheck(*database, kAnyVersion).empty());
        }
        scripts.migrate();
        const auto database = scripts.open();
        CHECK(database->schemaVersion() == 3);
        Statement row(*database, "SELECT title FROM owners");
        row.requireRow("-");
        CHECK(row.text("title") == "甲");
    }
}

TEST_CASE("a history that does not fit the program is refused")
{
    Scripts scripts({kFirst, kSecond});
    scripts.migrate();
    struct Row {
        const char *name;
        std::function<void()> change;
        const char *text;
    };
    const Row rows[] = {
        {"changed script", [&] { scripts.write(1, kFirst + "-- changed\n"); }, "不一致"},
        {"newer file", [&] { scripts.remove(2); }, "更新版本"},
        {"version without history",
            [&] { scripts.open()->runScript("DELETE FROM schema_migrations WHERE version = 2; PRAGMA user_version = 2"); },
            "不完整"},
    };
    for (const Row &row : rows) {
        INFO(row.name);
        row.change();
        const auto error = errorOf([&] { scripts.migrate(); });
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Storage);
        CHECK(error->text().contains(row.text));
        scripts.write(1, kFirst);
        scripts.write(2, kSecond);
    }
    // Line ends of another system are no change.
    QByteArray windows = kSecond;
    scripts.open()->runScript("DELETE FROM schema_migrations; PRAGMA user_version = 0; DROP TABLE things; DROP TABLE owners");
    scripts.migrate();
    scripts.write(2, windows.replace("\n", "\r\n"));
    CHECK_FALSE(errorOf([&] { scripts.migrate(); }));
}

TEST_CASE("a folder with a gap or a wrong name is no folder of migrations")
{
    const Scripts gap({kFirst});
    gap.write(3, kSecond);
    CHECK_THROWS_AS(gap.migrator(), Error);
    const Scripts name({kFirst});
    QFile wrong(name.folder.filePath("second.sql"));
    REQUIRE(wrong.open(QIODevice::WriteOnly));
    CHECK_THROWS_AS(name.migrator(), Error);
}
