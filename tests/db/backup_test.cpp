#include "db/backup/backup.h"

#include "base/error.h"
#include "db/backup/durable_copy.h"
#include "db/checks.h"
#include "db/database.h"
#include "db/file/file_lock.h"
#include "db/row_writer.h"
#include "db/statement.h"
#include "db/transaction.h"
#include "support/fork.h"
#include "support/test_database.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <sys/resource.h>

using namespace mishutai;
using namespace mishutai::db;
using namespace mishutai::test;

namespace {

constexpr int kAnyVersion = 1'000'000;

struct Things {
    TestDatabase file{TestDatabase::Schema::Blank};
    Things()
    {
        file.database().runScript(
            "CREATE TABLE things (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, name TEXT NOT NULL) STRICT;"
            "CREATE TABLE audit_log (id INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT;"
            "INSERT INTO audit_log (id, hash) VALUES (1, 'aa'), (2, 'bb')");
        add(200);
    }
    void add(int rows)
    {
        Transaction transaction(file.database());
        for (int i = 0; i < rows; ++i)
            insertRow(file.database(), "things", {{"name", QString(200, u'名')}});
        transaction.commit();
    }
    qint64 count() { return readContents(file.database()).rowCounts.value("things"); }
    QString path() const { return file.path(); }
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

/// Does something at the n-th report of progress.
class AtStep : public TaskControl
{
public:
    AtStep(int step, std::function<void()> act) : m_step(step), m_act(std::move(act)) { }
    void progress(qint64, qint64, const QString &) override
    {
        if (m_step-- == 0)
            m_act();
    }
    bool isCancelled() const override { return false; }

private:
    int m_step;
    std::function<void()> m_act;
};

class CancelAt : public TaskControl
{
public:
    explicit CancelAt(int step) : m_step(step) { }
    void progress(qint64, qint64, const QString &) override { --m_step; }
    bool isCancelled() const override { return m_step < 0; }

private:
    int m_step;
};

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

void flipByte(const QString &path, qint64 at)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(at));
    char byte = 0;
    REQUIRE(file.getChar(&byte));
    REQUIRE(file.seek(at));
    REQUIRE(file.putChar(static_cast<char>(byte ^ 0x40)));
}

} // namespace

TEST_CASE("a backup holds the committed state and says what it holds")
{
    Things things;
    Transaction open(things.file.database());
    insertRow(things.file.database(), "things", {{"name", "not committed"}});
    const BackupEntry entry = makeBackup(things.path(), "close");
    CHECK(entry.path == things.file.folder() + "/test.backups/test-000001.mishutai");
    CHECK(entry.manifest.contents.rowCounts == QMap<QString, qint64>{{"things", 200}, {"audit_log", 2}});
    CHECK(entry.manifest.contents.chainHeads == QMap<QString, QString>{{"audit_log", "2:bb"}});
    CHECK(entry.manifest.sha256 == sha256OfFile(entry.path));
    CHECK(verifyBackup(entry.path) == entry.manifest.contents);
    CHECK(filesIn(backupFolder(things.path())) == QStringList{"test-000001.manifest.json", "test-000001.mishutai"});
    for (const QString &path : {entry.path, manifestPath(entry.path)})
        CHECK((QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == QFileDevice::Permissions());

    const std::vector<BackupEntry> listed = listBackups(things.path());
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].isWhole);
    CHECK(listed[0].manifest.toJson() == entry.manifest.toJson());
    CHECK(listed[0].manifest.reason == "close");
}

TEST_CASE("ten backups stay, counted by number and never by the clock")
{
    Things things;
    const QString folder = backupFolder(things.path());
    for (int i = 1; i <= 13; ++i) {
        things.add(1);
        const BackupEntry entry = makeBackup(things.path(), "close");
        // A clock that runs backwards.
        BackupManifest manifest = entry.manifest;
        manifest.createdAt = QDateTime(QDate(2040 - i, 1, 1), QTime(), Qt::UTC);
        QFile file(manifestPath(entry.path));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(manifest.toJson());
    }
    const std::vector<BackupEntry> listed = listBackups(things.path());
    REQUIRE(listed.size() == static_cast<std::size_t>(kBackupsKept));
    for (int i = 0; i < kBackupsKept; ++i) {
        CHECK(listed[static_cast<std::size_t>(i)].manifest.sequence == 13 - i);
        CHECK(listed[static_cast<std::size_t>(i)].manifest.contents.rowCounts.value("things") == 213 - i);
    }
    CHECK(filesIn(folder).size() == 2 * kBackupsKept);
    // Truncated ones do not count among the ten, so whole ones are not given up for them.
    for (int i = 0; i < 3; ++i)
        REQUIRE(QFile::resize(listed[static_cast<std::size_t>(i)].path, 100));
    makeBackup(things.path(), "close");
    CHECK(listBackups(things.path()).size() == 11);
    CHECK(listBackups(things.path()).back().manifest.sequence == 4);
}

TEST_CASE("a damaged backup is refused, wherever it is damaged")
{
    Things things;
    const BackupEntry entry = makeBackup(things.path(), "close");
    const QString copy = things.file.folder() + "/copy.mishutai";
    const qint64 size = entry.manifest.bytes;
    struct Row {
        const char *name;
        std::function<void()> damage;
        bool isFoundWithoutManifest;
    };
    const Row rows[] = {
        {"first byte", [&] { flipByte(copy, 0); }, true},
        {"schema", [&] { flipByte(copy, 105); }, true},
        {"a letter of a name", [&] { flipByte(copy, size - 30); }, false},
        {"half", [&] { QFile::resize(copy, size / 2); }, true},
        {"empty", [&] { QFile::resize(copy, 0); }, true},
        {"another program", [&] { flipByte(copy, 69); }, true},
    };
    for (const Row &row : rows) {
        for (const bool hasManifest : {true, false}) {
            INFO(row.name << (hasManifest ? " with manifest" : " without manifest"));
            QFile::remove(copy);
            QFile::remove(manifestPath(copy));
            REQUIRE(QFile::copy(entry.path, copy));
            if (hasManifest)
                REQUIRE(QFile::copy(manifestPath(entry.path), manifestPath(copy)));
            CHECK_FALSE(errorOf([&] { verifyBackup(copy); }));
            row.damage();
            const auto error = errorOf([&] { verifyBackup(copy); });
            CHECK(error.has_value() == (hasManifest || row.isFoundWithoutManifest));
        }
    }
}

TEST_CASE("a backup that is cancelled, killed or short of disk leaves the others and no rubbish")
{
    Things things;
    things.add(3000);
    const BackupEntry good = makeBackup(things.path(), "close");
    const QStringList before = filesIn(backupFolder(things.path()));
    int finished = 0;
    for (int step = 0; step < 40; ++step) {
        CancelAt control(step);
        if (const auto error = errorOf([&] { makeBackup(things.path(), "close", control); })) {
            CHECK(error->kind() == Error::Kind::Cancelled);
            CHECK(filesIn(backupFolder(things.path())) == before);
        } else {
            ++finished;
            break;
        }
    }
    CHECK(finished == 1);
    things.file.close();
    for (int step = 0; step < 12; ++step) {
        const ChildEnd end = runChild([&] {
            AtStep control(step, [] { ::kill(::getpid(), SIGKILL); });
            makeBackup(things.path(), "close", control);
            return 0;
        });
        CHECK((end.signal == SIGKILL || end.status == 0));
        for (const BackupEntry &entry : listBackups(things.path()))
            CHECK(entry.isWhole);
    }
    for (const qint64 limit : {0, 1, 4096, 65536, 500'000, 1'000'000, 1'900'000}) {
        const ChildEnd end = runChild([&] {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit bound{static_cast<rlim_t>(limit), static_cast<rlim_t>(limit)};
            ::setrlimit(RLIMIT_FSIZE, &bound);
            return errorOf([&] { makeBackup(things.path(), "close"); }) ? 0 : 1;
        });
        INFO(limit);
        CHECK(end.status == 0);
    }
    CHECK(verifyBackup(good.path) == good.manifest.contents);
    for (const BackupEntry &entry : listBackups(things.path()))
        CHECK_NOTHROW(verifyBackup(entry.path));
    // The next backup clears what the kills left.
    makeBackup(things.path(), "close");
    for (const QString &name : filesIn(backupFolder(things.path())))
        CHECK_FALSE(name.startsWith(".partial"));
}

TEST_CASE("backupTo writes where the user says and never over a file")
{
    Things things;
    const QString target = things.file.folder() + "/出差备份.mishutai";
    const BackupEntry entry = backupTo(things.path(), target);
    CHECK(verifyBackup(target).rowCounts.value("things") == 200);
    CHECK(entry.manifest.reason == "manual");
    const auto again = errorOf([&] { backupTo(things.path(), target); });
    REQUIRE(again);
    CHECK(again->kind() == Error::Kind::Conflict);
    const auto nowhere = errorOf([&] { backupTo(things.path(), things.file.folder() + "/none/b.mishutai"); });
    REQUIRE(nowhere);
    CHECK(nowhere->kind() == Error::Kind::Io);
}

TEST_CASE("a restore puts the snapshot back and keeps what was there")
{
    Things things;
    const BackupEntry backup = makeBackup(things.path(), "close");
    things.add(50);
    things.file.close();
    const std::optional<QString> kept = restoreBackup(backup.path, things.path(), 0);
    REQUIRE(kept);
    CHECK(*kept == things.file.folder() + "/test.before-restore-1.mishutai");
    things.file.reopen();
    CHECK(readContents(things.file.database()) == backup.manifest.contents);
    things.add(1);
    CHECK(readContents(*Database::open(*kept, Database::Access::Read)).rowCounts.value("things") == 250);
    things.file.close();
    CHECK(*restoreBackup(backup.path, things.path(), 0) == things.file.folder() + "/test.before-restore-2.mishutai");
    // Into an empty folder there is nothing to keep.
    const QString elsewhere = things.file.folder() + "/new.mishutai";
    CHECK_FALSE(restoreBackup(backup.path, elsewhere, 0));
    CHECK(readContents(*Database::open(elsewhere, Database::Access::Write)) == backup.manifest.contents);
    const auto itself = errorOf([&] { restoreBackup(things.path(), things.path(), 0); });
    REQUIRE(itself);
    CHECK(itself->kind() == Error::Kind::Conflict);
    CHECK_FALSE(QFile::exists(things.file.folder() + "/test.before-restore-3.mishutai"));
}

TEST_CASE("a restore over a crashed or damaged file keeps all of it")
{
    for (const bool isDamaged : {false, true}) {
        Things things;
        const BackupEntry backup = makeBackup(things.path(), "close");
        const QString crashed = things.file.folder() + "/crashed.mishutai";
        things.add(20);
        REQUIRE(QFile::copy(things.path(), crashed));
        REQUIRE(QFile::copy(things.path() + "-wal", crashed + "-wal"));
        if (isDamaged)
            REQUIRE(QFile::resize(crashed, 50));
        const QByteArray wal = sha256OfFile(crashed + "-wal");
        const std::optional<QString> kept = restoreBackup(backup.path, crashed, 0);
        REQUIRE(kept);
        CHECK(readContents(*Database::open(crashed, Database::Access::Read)) == backup.manifest.contents);
        if (isDamaged)
            CHECK(sha256OfFile(*kept + "-wal") == wal);
        else
            CHECK(readContents(*Database::open(*kept, Database::Access::Read)).rowCounts.value("things") == 220);
    }
}

TEST_CASE("a restore that cannot be done leaves the data file byte for byte")
{
    Things things;
    const BackupEntry backup = makeBackup(things.path(), "close");
    const QString damaged = things.file.folder() + "/damaged.mishutai";
    REQUIRE(QFile::copy(backup.path, damaged));
    QFile::resize(damaged, backup.manifest.bytes / 2);
    const QString newer = things.file.folder() + "/newer.mishutai";
    backupTo(things.path(), newer);
    QFile::remove(manifestPath(newer));
    Database::open(newer, Database::Access::Write, kAnyVersion)->runScript("PRAGMA user_version = 9");
    things.add(5);
    things.file.close();
    const QByteArray before = sha256OfFile(things.path());
    const QStringList files = filesIn(things.file.folder());
    std::unique_ptr<FileLock> lock;
    struct Row {
        const char *name;
        QString backup;
        Error::Kind kind;
    };
    for (const Row &row : std::initializer_list<Row>{{"damaged", damaged, Error::Kind::Storage},
             {"newer", newer, Error::Kind::Storage}, {"missing", things.file.folder() + "/none.mishutai", Error::Kind::Io},
             {"in use", backup.path, Error::Kind::Conflict}}) {
        INFO(row.name);
        if (row.kind == Error::Kind::Conflict)
            lock = std::make_unique<FileLock>(things.path());
        const auto error = errorOf([&] { restoreBackup(row.backup, things.path(), 8); });
        lock.reset();
        REQUIRE(error);
        CHECK(error->kind() == row.kind);
        CHECK(sha256OfFile(things.path()) == before);
        CHECK(filesIn(things.file.folder()) == files);
    }
    CancelAt cancelled(1);
    CHECK(errorOf([&] { restoreBackup(backup.path, things.path(), 8, cancelled); }));
    for (const qint64 limit : {0, 4096, 20'000}) {
        const ChildEnd end = runChild([&] {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit bound{static_cast<rlim_t>(limit), static_cast<rlim_t>(limit)};
            ::setrlimit(RLIMIT_FSIZE, &bound);
            return errorOf([&] { restoreBackup(backup.path, things.path(), 8); }) ? 0 : 1;
        });
        CHECK(end.status == 0);
    }
    CHECK(sha256OfFile(things.path()) == before);
    CHECK(filesIn(things.file.folder()).filter("before-restore").isEmpty());
}

TEST_CASE("a backup goes on while somebody writes, and is one snapshot")
{
    Things things;
    things.add(3000);
    int written = 0;
    AtStep control(1, [&] {
        things.add(100);
        ++written;
    });
    const BackupEntry entry = makeBackup(things.path(), "close", control);
    CHECK(written == 1);
    CHECK(entry.manifest.contents.rowCounts.value("things") == 3200);
    CHECK(things.count() == 3300);
}
