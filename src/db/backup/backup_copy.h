#pragma once

#include "base/task_control.h"
#include "db/backup/backup_manifest.h"

#include <QString>

namespace mishutai::db {

/// Copies the committed state of a data file page by page into a new file in one snapshot, and says what that snapshot held.
/// Writers go on meanwhile. The copy is no WAL file, so it can be opened where nothing may be written. For backup.cpp.
/// @throws Error Storage, Io, Cancelled; the caller removes what is left of the copy
FileContents copyCommitted(const QString &dataFile, const QString &copy, TaskControl &control);

} // namespace mishutai::db
