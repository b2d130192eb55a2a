#pragma once

#include "base/task_control.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace mishutai::db {

class Database;

/// A file that a data file refers to and that lies beside it, named by its content: two of one path are the same.
struct CompanionFile {
    QString path; ///< relative, "objects/ab/cdef…"; the same below the data file's folder and a backup's
    QString source; ///< where it is now; empty when it is missing
    QByteArray sha256; ///< hex
    qint64 bytes = 0;
};

/// What a backup holds besides the data file. Who knows the table says what belongs to the state that was copied.
using Companions = std::function<std::vector<CompanionFile>(const Database &copy)>;

/// How many of them a backup has, in its manifest; all of them stand in its list, NAME-000012.files.txt.
struct BackupFiles {
    int count = 0;
    qint64 bytes = 0;
    int missing = 0; ///< lost, or not as their hash says: the backup is incomplete
    QByteArray listSha256; ///< of the list, hex
    bool operator==(const BackupFiles &) const = default;
};

/// "…/NAME-000012.files.txt" of "…/NAME-000012.mishutai": a line "SHA256  BYTES  PATH" for each file, sorted by path.
QString fileListPath(const QString &backup);
/// Where a backup's files lie: the folder of backups, shared by all of them, or "NAME.files" beside one of the user's choice.
QString backupFilesFolder(const QString &backup);

/// Copies what the folder does not have yet, each checked while it is copied, and writes the list. For backup.cpp.
/// @throws Error Io, Cancelled; files that were copied stay, no list does
BackupFiles copyCompanions(const std::vector<CompanionFile> &files, const QString &backup, TaskControl &control);

/// What the list of a backup says, with `source` where the file is; nothing when there is no list or not the one of the manifest.
std::optional<std::vector<CompanionFile>> listedFiles(const QString &backup, const BackupFiles &files);

/// Removes files below the folder of backups, but for those in it directly, that are not among `kept` (relative paths).
void pruneFiles(const QString &folder, const QSet<QString> &kept);

} // namespace mishutai::db
