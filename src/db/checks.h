#pragma once

#include "base/task_control.h"

#include <QString>

#include <vector>

namespace mishutai::db {

class Database;

/// One fault of a data file. Texts are for people; they hold table names and row ids, no values.
struct CheckFinding {
    enum class Kind { Format, Integrity, ForeignKey };
    Kind kind = Kind::Integrity;
    QString table; ///< empty when the engine does not name one
    qint64 rowId = 0; ///< 0 when not known
    QString message; ///< Chinese
};

/// Structure of the pages, without indexes: about a third of the time of integrityCheck. Empty when all is well.
std::vector<CheckFinding> quickCheck(const Database &database);
/// Structure, indexes against rows, UNIQUE, NOT NULL and CHECK. Does not look at foreign keys.
std::vector<CheckFinding> integrityCheck(const Database &database);
/// Rows that refer to a row that is not there.
std::vector<CheckFinding> foreignKeyCheck(const Database &database);
/// Application id, and a schema version up to `newestVersion`.
std::vector<CheckFinding> formatCheck(const Database &database, int newestVersion);
/// formatCheck, integrityCheck and foreignKeyCheck.
std::vector<CheckFinding> fullCheck(const Database &database, int newestVersion, TaskControl &control = TaskControl::silent());

} // namespace mishutai::db
