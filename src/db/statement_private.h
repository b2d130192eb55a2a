#pragma once

#include "base/error.h"
#include "db/database_private.h"
#include "db/sql_error.h"
#include "db/statement.h"

#include <sqlite3.h>

#include <optional>
#include <vector>

namespace mishutai::db {

/// A bug of the caller's. For db/statement*.cpp only, as all of this header.
inline Error misuse(const QString &what, const QString &sql)
{
    return sqlError(SQLITE_MISUSE, what, sql);
}

struct Statement::Private {
    Private(const Database &db, const QString &text) : database(db), sql(text) { }

    const Database &database;
    QString sql;
    std::shared_ptr<PreparedStatement> prepared;
    std::vector<bool> isBound;
    std::vector<QByteArray> texts; ///< bound texts and bytes by place
    std::size_t nextParameter = 0; ///< after the one bound last
    std::size_t lastColumn = 0; ///< asked for last: columns are mostly read in their order
    bool isRunning = false;
    bool hasRow = false; ///< stands on one
    bool isAtEnd = false;
    bool hasFailed = false;
    qint64 insertedId = 0;
    qint64 changedRows = 0;
    std::optional<WriteGate::Pass> pass; ///< held while a write outside any Transaction runs

    sqlite3_stmt *raw() const { return prepared ? prepared->raw.get() : nullptr; }
    void prepare();
    bool takePrepared();
    void makePlaces();
    bool isKept() const;
    void givePrepared();
    void prepareToBind(std::size_t place);
    void bindText(std::size_t place, const QByteArray &text);
    void bindBytes(std::size_t place, const QByteArray &bytes);
    void bindValue(std::size_t place, const QVariant &value);
    void check(int result);
    void run();
    bool step();
    void finish();
    const std::vector<QByteArray> &columnNames();
    int index(const char *column);
};

} // namespace mishutai::db
