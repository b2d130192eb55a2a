#include "base/error.h"
#include "db/checks.h"
#include "db/database.h"
#include "db/row_writer.h"
#include "db/statement.h"
#include "db/transaction.h"
#include "support/fork.h"
#include "support/test_database.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <csignal>
#include <random>
#include <thread>

#include <grp.h>
#include <sys/resource.h>

using namespace mishutai;
using namespace mishutai::db;
using namespace mishutai::test;
using Access = Database::Access;

namespace {

constexpr int kAnyVersion = 1'000'000;

struct Things {
    TestDatabase file{TestDatabase::Schema::Blank};
    Things()
    {
        file.database().runScript(
            "CREATE TABLE things (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, name TEXT) STRICT;"
            "CREATE TABLE parts (id INTEGER PRIMARY KEY, thing_id INTEGER NOT NULL REFERENCES things (id)) STRICT");
        file.close();
    }
    std::unique_ptr<Database> open(Access access = Access::Write) const { return file.another(access); }
};

qint64 countOf(const Database &database, const QString &table = "things")
{
    Statement statement(database, "SELECT count(*) AS n FROM " + table);
    REQUIRE(statement.next());
    return statement.integer("n");
}

// A thing with two parts, in one transaction: after a kill there are all three or none.
qint64 addThing(Database &database, int size)
{
    Transaction transaction(database);
    const qint64 id = insertRow(database, "things", {{"name", QString(size, u'名')}});
    insertRow(database, "parts", {{"thing_id", id}});
    insertRow(database, "parts", {{"thing_id", id}});
    transaction.commit();
    return id;
}

std::optional<Error> errorOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("kill -9 at any moment loses nothing that was acknowledged")
{
    const Things things;
    std::mt19937 random(20210304);
    QSet<qint64> acknowledged;
    for (int round = 0; round < 200; ++round) {
        int pipe[2] = {};
        REQUIRE(::pipe(pipe) == 0);
        const auto seed = random();
        const pid_t child = startChild([&] {
            std::mt19937 sizes(seed);
            const auto database = things.open();
            while (true) {
                const qint64 id = addThing(*database, static_cast<int>(sizes() % 3000));
                if (::write(pipe[1], &id, sizeof id) != sizeof id)
                    return 1;
            }
        });
        ::close(pipe[1]);
        // The number of acknowledgements is the clock: the kill comes in the middle of some later step.
        qint64 id = 0;
        for (auto waits = 1 + random() % 6; waits > 0 && ::read(pipe[0], &id, sizeof id) == sizeof id; --waits)
            acknowledged.insert(id);
        for (auto spin = random() % 200'000; spin > 0; --spin)
            std::atomic_signal_fence(std::memory_order_seq_cst);
        ::kill(child, SIGKILL);
        CHECK(waitForChild(child).signal == SIGKILL);
        while (::read(pipe[0], &id, sizeof id) == sizeof id)
            acknowledged.insert(id);
        ::close(pipe[0]);
    }
    CHECK(acknowledged.size() >= 200);
    const auto database = things.open();
    QSet<qint64> stored;
    Statement rows(*database, "SELECT id FROM things");
    while (rows.next())
        stored.insert(rows.integer("id"));
    CHECK((acknowledged - stored).isEmpty());
    CHECK(countOf(*database, "parts") == 2 * stored.size());
    CHECK(fullCheck(*database, kAnyVersion).empty());
}

TEST_CASE("another process reads on while one writes, and sees whole transactions only")
{
    const Things things;
    const auto writer = things.open();
    addThing(*writer, 10);
    Transaction transaction(*writer);
    insertRow(*writer, "things", {{"name", "half"}});
    const ChildEnd during = runChild([&] { return static_cast<int>(countOf(*things.open(Access::Read))); });
    CHECK(during.status == 1);
    transaction.commit();
    const ChildEnd after = runChild([&] { return static_cast<int>(countOf(*things.open(Access::Read))); });
    CHECK(after.status == 2);
}

TEST_CASE("a disk that is full at any write leaves the old state and says so")
{
    const Things things;
    {
        const auto database = things.open();
        for (int i = 0; i < 20; ++i)
            addThing(*database, 1000);
    }
    const qint64 size = QFileInfo(things.file.path()).size();
    int refused = 0;
    // Limits from "not one byte more" on; the WAL is the first file to meet them.
    for (qint64 limit = 0; limit < size + 200'000; limit += 9'001) {
        const ChildEnd end = runChild([&] {
            ::signal(SIGXFSZ, SIG_IGN);
            const auto database = things.open();
            const rlimit bound{static_cast<rlim_t>(limit), static_cast<rlim_t>(limit)};
            ::setrlimit(RLIMIT_FSIZE, &bound);
            const qint64 before = countOf(*database);
            const auto error = errorOf([&] {
                Transaction outer(*database);
                for (int i = 0; i < 30; ++i)
                    addThing(*database, 3000);
                outer.commit();
            });
            if (!error)
                return countOf(*database) == before + 30 ? 0 : 9;
            const bool isPlain = error->kind() == Error::Kind::Storage && !error->cause().isEmpty() && !error->remedy().isEmpty();
            return isPlain && countOf(*database) == before ? 1 : 9;
        });
        INFO(limit);
        CHECK((end.status == 0 || end.status == 1));
        refused += end.status == 1;
        const auto database = things.open();
        CHECK(fullCheck(*database, kAnyVersion).empty());
        CHECK(countOf(*database, "parts") == 2 * countOf(*database));
        if (end.status == 0)
            break;
    }
    CHECK(refused > 5);
}

TEST_CASE("a connection used by another thread stops the program or is refused")
{
    const Things things;
    const ChildEnd end = runChild([&] {
        const rlimit noCore{0, 0};
        ::setrlimit(RLIMIT_CORE, &noCore);
        ::signal(SIGABRT, SIG_DFL); // Catch reports the child's end as the test's
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        const auto database = things.open();
        int status = 0;
        std::thread([&] { status = errorOf([&] { countOf(*database); }) ? 42 : 0; }).join();
        return status;
    });
    CHECK((end.signal == SIGABRT || end.status == 42));
}

TEST_CASE("a file or folder without the right to write is opened for reading only")
{
    // Permissions do not stop root, so the child becomes somebody else; anybody else takes the right to write from himself.
    const bool isRoot = ::geteuid() == 0;
    struct Row {
        const char *name;
        QFileDevice::Permissions folder;
        QFileDevice::Permissions file;
    };
    constexpr auto kRead = QFileDevice::ReadOwner | QFileDevice::ReadOther;
    constexpr auto kEnter = kRead | QFileDevice::WriteOwner | QFileDevice::ExeOwner | QFileDevice::ExeOther;
    for (const Row &row :
        std::initializer_list<Row>{{"folder", kEnter, kRead | QFileDevice::WriteOwner | QFileDevice::WriteOther},
            {"file", kEnter, kRead | QFileDevice::WriteOwner}}) {
        INFO(row.name);
        const Things things;
        addThing(*things.open(), 10);
        const auto own = isRoot ? QFileDevice::Permissions() : QFileDevice::Permissions(QFileDevice::WriteOwner);
        REQUIRE(QFile::setPermissions(things.file.path(), row.file & ~own));
        REQUIRE(QFile::setPermissions(things.file.folder(), row.folder & ~own));
        const QStringList before = QDir(things.file.folder()).entryList(QDir::Files | QDir::Hidden);
        const ChildEnd end = runChild([&] {
            if (isRoot && (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setuid(65534) != 0))
                return 7;
            const auto error = errorOf([&] { things.open(); });
            if (!error || error->kind() != Error::Kind::Io || !error->cause().contains("权限"))
                return 8;
            return static_cast<int>(countOf(*things.open(Access::Read)));
        });
        CHECK(end.status == 1);
        CHECK(QDir(things.file.folder()).entryList(QDir::Files | QDir::Hidden) == before);
        REQUIRE(QFile::setPermissions(things.file.folder(), row.folder)); // so that it can be removed
    }
}

TEST_CASE("one copy of SQLite is in the process")
{
    const Things things;
    const auto database = things.open();
    QFile maps("/proc/self/maps");
    REQUIRE(maps.open(QIODevice::ReadOnly));
    QSet<QByteArray> libraries;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        if (line.contains("libsqlite3"))
            libraries.insert(line.mid(line.indexOf('/')));
    }
    CHECK(libraries.size() == 1);
}

TEST_CASE("the checks find what is wrong")
{
    const Things things;
    addThing(*things.open(), 10);
    {
        const auto database = things.open();
        CHECK(fullCheck(*database, 0).empty());
        CHECK(quickCheck(*database).empty());
        database->runScript("PRAGMA foreign_keys = OFF; INSERT INTO parts (thing_id) VALUES (99); PRAGMA foreign_keys = ON");
        const std::vector<CheckFinding> broken = foreignKeyCheck(*database);
        REQUIRE(broken.size() == 1);
        CHECK(broken[0].kind == CheckFinding::Kind::ForeignKey);
        CHECK(broken[0].table == "parts");
        CHECK(broken[0].rowId == 3);
        database->runScript("PRAGMA user_version = 5");
        CHECK(formatCheck(*database, 4).size() == 1);
        CHECK(formatCheck(*database, 5).empty());
        CHECK(integrityCheck(*database).empty());
        CHECK(fullCheck(*database, 4).size() == 2);
    }
    // The root page of a table overwritten.
    QFile file(things.file.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(4096));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const auto damaged = Database::open(things.file.path(), Access::Read, kAnyVersion);
    CHECK_FALSE(quickCheck(*damaged).empty());
    CHECK_FALSE(integrityCheck(*damaged).empty());
}
