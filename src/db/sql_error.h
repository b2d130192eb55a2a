#pragma once

#include "base/error.h"

#include <QString>

#include <optional>
#include <source_location>

struct sqlite3;

namespace mishutai::db {

/// The program's error for a native (extended) code of SQLite. Writes code and SQL text, never values, to the log.
/// 1555, 2067, 2579 unique and 787 foreign key: Conflict; 275 CHECK, 1299 NOT NULL, 1811 RAISE, 3091 STRICT: Validation;
/// everything else: Storage with cause and remedy.
/// @param engineText the engine's message, "UNIQUE constraint failed: members.code"
Error sqlError(
    int nativeCode, const QString &engineText, const QString &sql, std::source_location where = std::source_location::current());
/// As above, for the last failure of a connection.
Error sqlError(sqlite3 *handle, const QString &sql, std::source_location where = std::source_location::current());

/// What refused, for services that map it to a sentence of their own: the trigger's RAISE message, the name or text of the CHECK,
/// "members.code" for a unique or NOT NULL column. Nothing for other errors and foreign keys (SQLite does not name them).
std::optional<QString> brokenRule(const Error &error);

} // namespace mishutai::db
