#pragma once

#include "base/error.h"
#include "db/database.h"
#include "db/row_writer.h"
#include "db/statement.h"
#include "session/audit/audit_repository.h"
#include "session/history/change_repository.h"
#include "session/work.h"
#include "support/test_session.h"

#include <catch2/catch.hpp>

namespace mishutai::session {

/// A small business table of the tests' own: parents with a frozen state that a trigger guards, and children that refer to them.
inline void makeTables(db::Database &database)
{
    database.runScript(R"(
        CREATE TABLE parents (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            revision INTEGER NOT NULL DEFAULT 1,
            name TEXT NOT NULL UNIQUE,
            amount_fen INTEGER,
            on_day TEXT,
            is_frozen INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE children (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            revision INTEGER NOT NULL DEFAULT 1,
            parent_id INTEGER NOT NULL REFERENCES parents (id),
            content BLOB
        ) STRICT;
        CREATE TRIGGER parents_frozen BEFORE UPDATE ON parents WHEN OLD.is_frozen = 1
        BEGIN SELECT RAISE(ABORT, '已定稿，不能修改'); END;
        CREATE TRIGGER parents_frozen_delete BEFORE DELETE ON parents WHEN OLD.is_frozen = 1
        BEGIN SELECT RAISE(ABORT, '已定稿，不能删除'); END;)");
}

inline qint64 countRows(const db::Database &database, const QString &table)
{
    db::Statement statement(database, QStringLiteral("SELECT count(*) AS n FROM ") + table);
    statement.next();
    return statement.integer("n");
}

/// Adds one parent in a use case of its own.
inline qint64 addParent(Session &session, const QString &name, BatchId *batch = nullptr)
{
    Work work(session, Operation::UnitEdit);
    const qint64 id = work.insert("parents", {{"name", name}, {"amount_fen", qint64(9'007'199'254'740'993)}});
    if (batch)
        *batch = work.batch();
    work.commit();
    return id;
}

inline BatchId changeParent(Session &session, qint64 id, const db::Row &row)
{
    Work work(session, Operation::UnitEdit);
    const auto current = db::readRow(session.database(), "parents", id);
    work.update("parents", id, db::valueOf(*current, "revision").toInt(), row);
    const BatchId batch = work.batch();
    work.commit();
    return batch;
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

template <class Call> std::optional<Error::Kind> kindOfError(Call call)
{
    const std::optional<Error> error = errorOf(call);
    return error ? std::optional(error->kind()) : std::nullopt;
}

} // namespace mishutai::session
