#pragma once

#include "base/task_control.h"

#include <QByteArray>
#include <QString>

namespace mishutai::db {

// Steps for files too large to hold in memory; base/durable_file.h writes small ones.

/// Copies a file to a name that is free, mode 0600, and syncs it. After an exception no copy is left.
/// @return SHA-256 of the bytes copied, hex @throws Error Io, Cancelled
QByteArray durableCopy(const QString &from, const QString &to, TaskControl &control = TaskControl::silent());

/// Syncs a file, renames it over `to` (same folder) and syncs the folder: after a return both outlast a power cut.
/// @throws Error Io; then `to` is as it was
void durableRename(const QString &from, const QString &to);

/// Makes a folder where there is none, with its parents, so that it outlasts a power cut. @throws Error Io
void durableFolder(const QString &path);

/// SHA-256 of a file, hex. @throws Error Io, Cancelled
QByteArray sha256OfFile(const QString &path, TaskControl &control = TaskControl::silent());

} // namespace mishutai::db
