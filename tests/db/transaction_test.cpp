#include "db/transaction.h"

#include "base/error.h"
#include "db/database.h"
#include "db/row_writer.h"
#include "db/statement.h"
#include "support/test_database.h"

#include <catch2/catch.hpp>

#include <QFileInfo>

#include <atomic>
#include <future>
#include <thread>

using namespace mishutai;
using namespace mishutai::db;
using mishutai::test::TestDatabase;
using Access = Database::Access;

namespace {

struct Things {
    TestDatabase file{TestDatabase::Schema::Blank};
    Database &database = file.database();
    Things()
    {
        database.runScript("CREATE TABLE things (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, name TEXT) STRICT");
    }
};

qint64 countOf(const Database &database)
{
    Statement statement(database, "SELECT count(*) AS n FROM things");
    REQUIRE(statement.next());
    return statement.integer("n");
}

void add(Database &database)
{
    insertRow(database, "things", {{"name", "x"}});
}

} // namespace

TEST_CASE("without commit everything is undone, also when an exception passes")
{
    Things things;
    {
        Transaction transaction(things.database);
        add(things.database);
        CHECK(things.database.isInTransaction());
    }
    CHECK(countOf(things.database) == 0);
    CHECK_FALSE(things.database.isInTransaction());
    try {
        Transaction transaction(things.database);
        add(things.database);
        throw Error(Error::Kind::Validation, "x");
    } catch (const Error &) {
    }
    CHECK(countOf(things.database) == 0);
    {
        Transaction transaction(things.database);
        add(things.database);
        transaction.commit();
    }
    CHECK(countOf(things.database) == 1);
}

TEST_CASE("a transaction inside another is a savepoint")
{
    Things things;
    Database &database = things.database;
    {
        Transaction outer(database);
        CHECK(outer.isOutermost());
        add(database);
        {
            Transaction inner(database);
            CHECK_FALSE(inner.isOutermost());
            add(database);
            {
                Transaction innermost(database);
                add(database);
                innermost.commit();
            }
            CHECK(countOf(database) == 3);
        }
        CHECK(countOf(database) == 1);
        {
            Transaction inner(database);
            add(database);
            inner.commit();
        }
        outer.commit();
    }
    CHECK(countOf(database) == 2);
    {
        Transaction outer(database);
        {
            Transaction inner(database);
            add(database);
            inner.commit();
        }
    }
    CHECK(countOf(database) == 2);
}

TEST_CASE("a commit that fails leaves nothing behind")
{
    Things things;
    Database &database = things.database;
    database.runScript(
        "CREATE TABLE parts (id INTEGER PRIMARY KEY, thing_id INTEGER REFERENCES things (id) DEFERRABLE INITIALLY DEFERRED) "
        "STRICT");
    Transaction transaction(database);
    insertRow(database, "parts", {{"thing_id", 99}});
    CHECK_THROWS_AS(transaction.commit(), Error);
    CHECK_FALSE(database.isInTransaction());
    CHECK_FALSE(readRow(database, "parts", 1));
}

TEST_CASE("a disk that is full leaves the old state and says so")
{
    Things things;
    Database &database = things.database;
    add(database);
    Statement limit(database, "PRAGMA max_page_count = 12");
    REQUIRE(limit.next());
    bool hasFailed = false;
    try {
        Transaction transaction(database);
        for (int i = 0; i < 100; ++i)
            insertRow(database, "things", {{"name", QString(4000, u'字')}});
        transaction.commit();
    } catch (const Error &error) {
        hasFailed = true;
        CHECK(error.kind() == Error::Kind::Storage);
        CHECK(error.cause() == "磁盘已满");
        CHECK(error.remedy().contains("清理磁盘空间"));
    }
    CHECK(hasFailed);
    CHECK(countOf(database) == 1);
    // Once there is space again the program goes on.
    Statement(database, "PRAGMA max_page_count = 100000").next();
    Transaction transaction(database);
    add(database);
    transaction.commit();
    CHECK(countOf(database) == 2);
}

TEST_CASE("after the engine undid a transaction the rest of it is not written row by row")
{
    Things things;
    Database &database = things.database;
    Transaction transaction(database);
    add(database);
    // What SQLite does by itself when the disk is full or fails.
    CHECK_THROWS_AS(Statement(database, "INSERT OR ROLLBACK INTO things (id, name) VALUES (1, 'x')").execute(), Error);
    CHECK_FALSE(database.isInTransaction());
    CHECK_THROWS_AS(add(database), Error);
    CHECK_THROWS_AS(transaction.commit(), Error);
    CHECK(countOf(database) == 0);
}

TEST_CASE("a reader goes on with the old state while a writer writes")
{
    Things things;
    const auto reader = things.file.another(Access::Read);
    Transaction transaction(things.database);
    add(things.database);
    CHECK(countOf(*reader) == 0);
    const auto late = things.file.another(Access::Read);
    CHECK(countOf(*late) == 0);
    transaction.commit();
    CHECK(countOf(*reader) == 1);
    CHECK(countOf(*late) == 1);
}

TEST_CASE("two writers of one process wait for each other at the gate")
{
    Things things;
    constexpr int kRounds = 50;
    constexpr int kWriters = 4;
    std::atomic<int> inside = 0;
    std::atomic<int> mostInside = 0;
    std::atomic<int> failures = 0;
    std::vector<std::thread> writers;
    for (int w = 0; w < kWriters; ++w) {
        writers.emplace_back([&] {
            try {
                const auto database = things.file.another(Access::Write);
                for (int i = 0; i < kRounds; ++i) {
                    Transaction transaction(*database);
                    mostInside = std::max(mostInside.load(), ++inside);
                    add(*database);
                    --inside;
                    transaction.commit();
                }
            } catch (const Error &) {
                ++failures;
            }
        });
    }
    for (std::thread &writer : writers)
        writer.join();
    CHECK(failures == 0);
    CHECK(mostInside == 1);
    CHECK(countOf(things.database) == kWriters * kRounds);
}

TEST_CASE("the gate refuses a thread that would wait for itself, and one whose patience ends")
{
    Things things;
    const auto second = things.file.another(Access::Write);
    Transaction transaction(things.database);
    CHECK_THROWS_AS(Transaction(*second), Error);
    CHECK_THROWS_AS(add(*second), Error);
    auto other = std::async(std::launch::async, [&] {
        try {
            things.database.gate().enter(std::chrono::milliseconds(1));
        } catch (const Error &error) {
            return error.cause();
        }
        return QString();
    });
    CHECK(other.get() == "另一项任务正在写入");
}

TEST_CASE("the WAL is moved into the file when it has grown")
{
    Things things;
    Database &database = things.database;
    const qint64 before = QFileInfo(things.file.path()).size();
    for (int i = 0; i < 3; ++i) {
        Transaction transaction(database);
        for (int row = 0; row < 500; ++row)
            insertRow(database, "things", {{"name", QString(1300, u'字')}});
        transaction.commit();
    }
    CHECK(QFileInfo(things.file.path()).size() > before + 1000 * 4096);
    CHECK_FALSE(database.gate().hasCheckpointFault());
    const qint64 wal = QFileInfo(things.file.path() + "-wal").size();
    CHECK(wal < 3LL * 1500 * 4096);
    things.file.close();
    CHECK_FALSE(QFileInfo::exists(things.file.path() + "-wal"));
    things.file.reopen();
    CHECK(countOf(things.file.database()) == 1500);
}
