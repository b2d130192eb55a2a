#include "db/database.h"

#include "base/error.h"
#include "db/statement.h"
#include "db/transaction.h"
#include "support/test_database.h"

#include <catch2/catch.hpp>

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>

#include <thread>

using namespace mishutai;
using namespace mishutai::db;
using mishutai::test::TestDatabase;
using Access = Database::Access;

namespace {

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

template <class Call> std::optional<Error> errorOf(Call call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

qint64 pragma(const Database &database, const QString &name)
{
    Statement statement(database, "PRAGMA " + name);
    REQUIRE(statement.next());
    const QByteArray column = statement.columnNames().constFirst().toUtf8();
    const QString text = statement.text(column.constData());
    return text == "wal" ? 1 : text.toLongLong();
}

} // namespace

TEST_CASE("every connection has the settings of the house")
{
    TestDatabase file(TestDatabase::Schema::Blank);
    const auto reader = file.another(Access::Read);
    struct Row {
        const char *name;
        qint64 writer;
        qint64 reader;
    };
    for (const Row &row : std::initializer_list<Row>{{"foreign_keys", 1, 1}, {"recursive_triggers", 1, 1},
             {"trusted_schema", 0, 0}, {"cell_size_check", 1, 1}, {"secure_delete", 1, 1}, {"synchronous", 2, 2},
             {"wal_autocheckpoint", 0, 0}, {"journal_mode", 1, 1}, {"query_only", 0, 1}, {"mmap_size", 0, 0},
             {"busy_timeout", 5000, 5000}, {"application_id", Database::kApplicationId, Database::kApplicationId}}) {
        INFO(row.name);
        CHECK(pragma(file.database(), row.name) == row.writer);
        CHECK(pragma(*reader, row.name) == row.reader);
    }
    CHECK(file.database().isWritable());
    CHECK_FALSE(reader->isWritable());
    CHECK(file.database().schemaVersion() == 0);
}

TEST_CASE("a data file is readable by its owner only and alone in its folder when closed")
{
    TestDatabase file(TestDatabase::Schema::Blank);
    file.database().runScript("CREATE TABLE things (id INTEGER PRIMARY KEY) STRICT");
    constexpr auto kOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    CHECK((QFileInfo(file.path()).permissions() & ~kOwner) == QFileDevice::Permissions());
    CHECK((QFileInfo(file.path() + "-wal").permissions() & ~kOwner) == QFileDevice::Permissions());
    file.close();
    CHECK(QDir(file.folder()).entryList(QDir::Files) == QStringList{"test.mishutai"});
    // A reader that opens and closes leaves nothing beside it either.
    file.reopen(Access::Read);
    file.close();
    CHECK(QDir(file.folder()).entryList(QDir::Files) == QStringList{"test.mishutai"});
    CHECK(QSqlDatabase::connectionNames().isEmpty());
}

TEST_CASE("create refuses an existing file and a folder that is not there")
{
    TestDatabase file(TestDatabase::Schema::Blank);
    file.close();
    const QByteArray before = hashOf(file.path());
    const auto existing = errorOf([&] { Database::create(file.path()); });
    REQUIRE(existing);
    CHECK(existing->kind() == Error::Kind::Conflict);
    CHECK(hashOf(file.path()) == before);
    const auto nowhere = errorOf([&] { Database::create(file.folder() + "/none/x.mishutai"); });
    REQUIRE(nowhere);
    CHECK(nowhere->kind() == Error::Kind::Io);
    CHECK_FALSE(QFileInfo::exists(file.folder() + "/none"));
}

TEST_CASE("what is no data file is refused untouched")
{
    TestDatabase file(TestDatabase::Schema::Blank);
    file.database().runScript("CREATE TABLE things (id INTEGER PRIMARY KEY) STRICT; PRAGMA user_version = 7");
    file.close();
    QFile whole(file.path());
    REQUIRE(whole.open(QIODevice::ReadOnly));
    const QByteArray good = whole.readAll();
    QByteArray foreign = good;
    foreign.replace(68, 4, "ABCD");
    QByteArray torn = good;
    torn.replace(100, 3900, QByteArray(3900, 'x'));

    struct Row {
        const char *name;
        QByteArray bytes;
        int newestVersion;
        const char *text;
    };
    const Row rows[] = {{"empty", "", 7, "文件是空的"}, {"text", "编号,名称\n1,甲\n", 7, "不是数据库"},
        {"short magic", QByteArray("SQLite format 3\0", 16), 7, "不是数据库"}, {"another program", foreign, 7, "别的程序"},
        {"newer", good, 6, "更新版本"}, {"torn first page", torn, 7, "损坏"}};
    for (const Row &row : rows) {
        for (const Access access : {Access::Read, Access::Write}) {
            INFO(row.name);
            const QString path = file.folder() + "/wrong.mishutai";
            writeBytes(path, row.bytes);
            const auto error = errorOf([&] { Database::open(path, access, row.newestVersion); });
            REQUIRE(error);
            CHECK(error->kind() == Error::Kind::Storage);
            CHECK(error->text().contains(row.text));
            CHECK_FALSE(error->remedy().isEmpty());
            CHECK(hashOf(path) == QCryptographicHash::hash(row.bytes, QCryptographicHash::Sha256));
            CHECK_FALSE(QFileInfo::exists(path + "-wal"));
            QFile::remove(path);
        }
    }
    CHECK_FALSE(errorOf([&] { Database::open(file.path(), Access::Read, 7); }));
}

TEST_CASE("a newer version that stands only in the WAL is seen and refused untouched")
{
    TestDatabase file(TestDatabase::Schema::Blank);
    file.database().runScript("CREATE TABLE things (id INTEGER PRIMARY KEY) STRICT; PRAGMA user_version = 9");
    const QString copy = file.folder() + "/crashed.mishutai";
    REQUIRE(QFile::copy(file.path(), copy));
    REQUIRE(QFile::copy(file.path() + "-wal", copy + "-wal"));
    const QByteArray main = hashOf(copy);
    const QByteArray wal = hashOf(copy + "-wal");
    const auto error = errorOf([&] { Database::open(copy, Access::Write, 8); });
    REQUIRE(error);
    CHECK(error->text().contains("更新版本"));
    CHECK(hashOf(copy) == main);
    CHECK(hashOf(copy + "-wal") == wal);
    CHECK(Database::open(copy, Access::Write, 9)->schemaVersion() == 9);
}

TEST_CASE("a file that is not there and a folder are refused")
{
    TestDatabase file(TestDatabase::Schema::Blank);
    const auto missing = errorOf([&] { Database::open(file.folder() + "/none.mishutai", Access::Write); });
    REQUIRE(missing);
    CHECK(missing->kind() == Error::Kind::Io);
    CHECK_FALSE(QFileInfo::exists(file.folder() + "/none.mishutai"));
    CHECK(errorOf([&] { Database::open(file.folder(), Access::Read); }));
}

TEST_CASE("a read connection refuses every write")
{
    TestDatabase file(TestDatabase::Schema::Blank);
    file.database().runScript("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
    const auto reader = file.another(Access::Read);
    for (const char *sql : {"INSERT INTO things (name) VALUES ('a')", "DELETE FROM things", "CREATE TABLE more (id INTEGER)"}) {
        INFO(sql);
        const auto error = errorOf([&] { Statement(*reader, sql).execute(); });
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Storage);
        CHECK(error->cause().contains("只读"));
    }
    const auto begun = errorOf([&] { Transaction transaction(*reader); });
    REQUIRE(begun);
    CHECK(begun->kind() == Error::Kind::Storage);
    Statement count(file.database(), "SELECT count(*) AS n FROM things");
    REQUIRE(count.next());
    CHECK(count.integer("n") == 0);
}

TEST_CASE("a script is run statement by statement, triggers and quoted semicolons included")
{
    TestDatabase file(TestDatabase::Schema::Blank);
    Database &database = file.database();
    database.runScript("-- a comment; with a semicolon\n"
                       "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;\n"
                       "CREATE TRIGGER things_no_delete BEFORE DELETE ON things BEGIN\n"
                       "  SELECT RAISE(ABORT, 'things: never deleted; ever'); END;\n"
                       "INSERT INTO things (name) VALUES ('a;b');  \n  ");
    Statement rows(database, "SELECT name FROM things");
    REQUIRE(rows.next());
    CHECK(rows.text("name") == "a;b");
    CHECK_FALSE(rows.next());
    const auto error
        = errorOf([&] { database.runScript("INSERT INTO things (name) VALUES ('c'); INSERT INTO none VALUES (1)"); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Storage);
}
