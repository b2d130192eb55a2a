#pragma once

#include "db/row.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace mishutai::db {

class Database;
class Statement;

// Rows of tables that have `id INTEGER PRIMARY KEY`, by name. Names of tables and columns are [a-z][a-z0-9_]* and known to the
// file, else Error (Storage): they are text of the program, never of a user. Values are bound as Statement::bind says.

/// @return the new row's id @throws Error as Statement
qint64 insertRow(Database &database, const QString &table, const Row &row);

/// Shows a row as it is stored, all columns in the table's order. @throws Error NotFound
void visitRow(const Database &database, const QString &table, qint64 id, const std::function<void(const Statement &)> &visit);

/// Sets the named columns and revision = revision + 1. `row` holds neither id nor revision and at least one column.
/// @return the new revision
/// @throws Error Conflict when the row's revision is not `expectedRevision`, NotFound, and as Statement
int updateRow(Database &database, const QString &table, qint64 id, int expectedRevision, const Row &row);

/// @throws Error Conflict (stale revision, or other rows refer to it), NotFound
void deleteRow(Database &database, const QString &table, qint64 id, int expectedRevision);

/// All columns of a row in the table's order; values are QString, qint64, QByteArray or invalid (NULL).
std::optional<Row> readRow(const Database &database, const QString &table, qint64 id);

/// Ids of the rows whose column holds the number, in their order.
std::vector<qint64> idsWhere(const Database &database, const QString &table, const QString &column, qint64 value);

/// The value of a column of a row; invalid when it is NULL or not there.
QVariant valueOf(const Row &row, const QString &column);

} // namespace mishutai::db
