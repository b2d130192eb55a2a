#include "db/statement.h"

#include "base/error.h"
#include "db/database.h"
#include "db/row_writer.h"
#include "db/sql_error.h"
#include "db/transaction.h"
#include "support/test_database.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::db;
using mishutai::test::TestDatabase;

namespace {

constexpr const char *kSchema = R"(
CREATE TABLE owners (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, name TEXT NOT NULL) STRICT;
CREATE TABLE things (
  id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, code TEXT UNIQUE, name TEXT NOT NULL,
  amount_fen INTEGER CONSTRAINT amount_not_negative CHECK (amount_fen >= 0), on_date TEXT, is_open INTEGER NOT NULL DEFAULT 0,
  photo BLOB, owner_id INTEGER REFERENCES owners (id)) STRICT;
CREATE TRIGGER things_frozen BEFORE UPDATE ON things WHEN old.is_open = 2
BEGIN SELECT RAISE(ABORT, 'things.frozen'); END;
)";

struct Things {
    TestDatabase file{TestDatabase::Schema::Blank};
    Database &database = file.database();
    Things() { database.runScript(kSchema); }
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

} // namespace

TEST_CASE("values come back as they were bound")
{
    Things things;
    Statement insert(things.database,
        "INSERT INTO things (name, code, amount_fen, on_date, is_open, photo, owner_id) "
        "VALUES (:name, :code, :amount, :on, :open, :photo, :owner)");
    insert.bind(":name", "甲'; DROP TABLE things; --%_")
        .bind(":code", QString())
        .bind(":amount", Money::fromFen(19'703'169))
        .bind(":on", QDate(2021, 3, 4))
        .bind(":open", true)
        .bind(":photo", QByteArray("\0\xff", 2))
        .bind(":owner", std::optional<UnitId>())
        .execute();
    CHECK(insert.insertedId() == 1);
    CHECK(insert.changedRows() == 1);

    Statement row(things.database, "SELECT * FROM things WHERE id = :id");
    row.bind(":id", UnitId(1)).requireRow("没有");
    CHECK(row.text("name") == "甲'; DROP TABLE things; --%_");
    CHECK_FALSE(row.isNull("code"));
    CHECK(row.text("code").isEmpty());
    CHECK(row.money("amount_fen") == Money::fromFen(19'703'169));
    CHECK(row.date("on_date") == QDate(2021, 3, 4));
    CHECK(row.text("on_date") == "2021-03-04");
    CHECK(row.optionalDate("on_date") == QDate(2021, 3, 4));
    CHECK(row.flag("is_open"));
    CHECK(row.value("photo").toByteArray() == QByteArray("\0\xff", 2));
    CHECK(row.isNull("owner_id"));
    CHECK_FALSE(row.value("owner_id").isValid());
    CHECK(row.integer("owner_id") == 0);
    CHECK(row.optionalId<UnitId>("owner_id") == std::nullopt);
    CHECK(row.optionalInteger("amount_fen") == 19'703'169);
    CHECK(row.id<UnitId>("id") == UnitId(1));
    CHECK_FALSE(row.next());
    CHECK_FALSE(row.next());
}

TEST_CASE("every integer type is stored as an integer")
{
    Things things;
    enum class Level { Second = 2 };
    const QVariant values[] = {7, 7u, qint64(7), quint64(7), QVariant::fromValue(7L), QVariant::fromValue(short(7)), true, false};
    const qint64 expected[] = {7, 7, 7, 7, 7, 7, 1, 0};
    for (std::size_t i = 0; i < std::size(values); ++i) {
        Statement row(things.database, "SELECT typeof(:v) AS type, :v AS v");
        row.bind(":v", values[i]).requireRow("-");
        INFO(i);
        CHECK(row.text("type") == "integer");
        CHECK(row.integer("v") == expected[i]);
    }
    Statement instant(things.database, "SELECT :v AS v");
    instant.bind(":v", QDateTime(QDate(2021, 1, 1), QTime(8, 0, 0, 5), Qt::OffsetFromUTC, 8 * 3600)).requireRow("-");
    CHECK(instant.text("v") == "2021-01-01T00:00:00.005Z");
}

TEST_CASE("mistakes of the program are found at once")
{
    Things things;
    struct Row {
        const char *name;
        std::function<void(Statement &)> use;
    };
    const Row rows[] = {
        {"unknown parameter", [](Statement &s) { s.bind(":nam", 1); }},
        {"left out parameter", [](Statement &s) { s.next(); }},
        {"double", [](Statement &s) { s.bind(":name", 1.5); }},
        {"list", [](Statement &s) { s.bind(":name", QStringList{"a"}); }},
        {"unknown column",
            [](Statement &s) {
                s.bind(":name", "a").next();
                s.text("nam");
            }},
    };
    for (const Row &row : rows) {
        INFO(row.name);
        Statement statement(things.database, "SELECT name FROM things WHERE name = :name");
        const auto error = errorOf([&] { row.use(statement); });
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Storage);
    }
    CHECK(errorOf([&] { Statement(things.database, "SELEC"); }));
    CHECK(errorOf([&] { Statement(things.database, "SELECT 1; SELECT 2"); }));
}

TEST_CASE("refusals of the schema have their kind and name their rule")
{
    Things things;
    things.database.runScript(
        "INSERT INTO owners (name) VALUES ('o'); INSERT INTO things (id, code, name, is_open, owner_id) VALUES "
        "(1, 'A-1', 'a', 0, 1), (2, 'A-2', 'b', 2, NULL)");
    struct Row {
        const char *sql;
        Error::Kind kind;
        const char *rule;
    };
    const Row rows[] = {
        {"INSERT INTO things (code, name) VALUES ('A-1', 'x')", Error::Kind::Conflict, "things.code"},
        {"INSERT INTO things (id, name) VALUES (1, 'x')", Error::Kind::Conflict, "things.id"},
        {"INSERT INTO things (name, owner_id) VALUES ('x', 99)", Error::Kind::Conflict, nullptr},
        {"DELETE FROM owners WHERE id = 1", Error::Kind::Conflict, nullptr},
        {"INSERT INTO things (name, amount_fen) VALUES ('x', -1)", Error::Kind::Validation, "amount_not_negative"},
        {"INSERT INTO things (code) VALUES ('A-3')", Error::Kind::Validation, "things.name"},
        {"UPDATE things SET name = 'x' WHERE id = 2", Error::Kind::Validation, "things.frozen"},
        {"INSERT INTO things (name, amount_fen) VALUES ('x', 3.5)", Error::Kind::Validation,
            "cannot store REAL value in INTEGER column things.amount_fen"},
        {"INSERT INTO things (name, amount_fen) VALUES ('x', 'secret')", Error::Kind::Validation,
            "cannot store TEXT value in INTEGER column things.amount_fen"},
    };
    for (const Row &row : rows) {
        INFO(row.sql);
        const auto error = errorOf([&] { Statement(things.database, row.sql).execute(); });
        REQUIRE(error);
        CHECK(error->kind() == row.kind);
        CHECK_FALSE(error->remedy().isEmpty());
        const std::optional<QString> rule = brokenRule(*error);
        CHECK(rule.value_or(QString()) == QString(row.rule));
    }
}

TEST_CASE("a statement can be run again with other values")
{
    Things things;
    Statement insert(things.database, "INSERT INTO things (name, code) VALUES (:name, :code) RETURNING id");
    Statement find(things.database, "SELECT id FROM things WHERE code = :code");
    for (const char *code : {"A", "B", "C"}) {
        insert.bind(":name", "n").bind(":code", code);
        REQUIRE(insert.next());
        const qint64 id = insert.integer("id");
        CHECK_FALSE(insert.next());
        find.bind(":code", code).requireRow("-");
        CHECK(find.integer("id") == id);
    }
    find.bind(":code", "D");
    CHECK_FALSE(find.next());
    const auto error = errorOf([&] { find.bind(":code", "D").requireRow("没有这个编号"); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::NotFound);
    CHECK(error->problem() == "没有这个编号");
}

TEST_CASE("an INSERT … RETURNING that was read halfway does not stop the commit once it is gone")
{
    Things things;
    {
        Transaction transaction(things.database);
        {
            Statement insert(things.database, "INSERT INTO things (name) VALUES ('a'), ('b') RETURNING id");
            REQUIRE(insert.next());
        }
        transaction.commit();
    }
    Statement count(things.database, "SELECT count(*) AS n FROM things");
    REQUIRE(count.next());
    CHECK(count.integer("n") == 2);
    // Outside a transaction the row is there when the statement has ended.
    Statement(things.database, "INSERT INTO things (name) VALUES ('c') RETURNING id").next();
    CHECK(readRow(things.database, "things", 3).has_value());
}

TEST_CASE("rows are written by name, and a stale revision is a conflict")
{
    Things things;
    Database &database = things.database;
    const qint64 id
        = insertRow(database, "things", {{"name", "甲"}, {"code", "A-1"}, {"amount_fen", 5}, {"on_date", orNull(QDate())}});
    CHECK(updateRow(database, "things", id, 1, {{"name", "乙"}}) == 2);
    const auto row = readRow(database, "things", id);
    REQUIRE(row);
    CHECK((*row)[0].first == "id");
    CHECK(valueOf(*row, "name") == QVariant("乙"));
    CHECK(valueOf(*row, "revision").toInt() == 2);
    CHECK_FALSE(valueOf(*row, "on_date").isValid());

    struct Row {
        const char *name;
        std::function<void()> use;
        Error::Kind kind;
    };
    const Row rows[] = {
        {"stale update",
            [&] {
                updateRow(database, "things", id, 1, {{"name", "丙"}});
            },
            Error::Kind::Conflict},
        {"update of nothing",
            [&] {
                updateRow(database, "things", 99, 1, {{"name", "丙"}});
            },
            Error::Kind::NotFound},
        {"stale delete", [&] { deleteRow(database, "things", id, 1); }, Error::Kind::Conflict},
        {"delete of nothing", [&] { deleteRow(database, "things", 99, 1); }, Error::Kind::NotFound},
        {"own revision",
            [&] {
                updateRow(database, "things", id, 2, {{"revision", 7}});
            },
            Error::Kind::Storage},
        {"unknown table",
            [&] {
                insertRow(database, "thing", {{"name", "x"}});
            },
            Error::Kind::Storage},
        {"unknown column",
            [&] {
                insertRow(database, "things", {{"nam", "x"}});
            },
            Error::Kind::Storage},
        {"quoted column",
            [&] {
                insertRow(database, "things", {{"name) VALUES ('x'); --", "x"}});
            },
            Error::Kind::Storage},
        {"engine's table", [&] { readRow(database, "sqlite_schema", 1); }, Error::Kind::Storage},
        {"quoted table", [&] { readRow(database, "things; DELETE FROM things", 1); }, Error::Kind::Storage},
    };
    for (const Row &r : rows) {
        INFO(r.name);
        const auto error = errorOf(r.use);
        REQUIRE(error);
        CHECK(error->kind() == r.kind);
    }
    CHECK(readRow(database, "things", id) == row);
    deleteRow(database, "things", id, 2);
    CHECK_FALSE(readRow(database, "things", id));
}
