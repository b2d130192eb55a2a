#pragma once

#include "base/task_control.h"
#include "db/backup/backup_manifest.h"

#include <QString>

#include <optional>
#include <vector>

namespace mishutai::db {

class Database;

// Backups of NAME.mishutai lie in NAME.backups/ beside it as NAME-000012.mishutai with a manifest NAME-000012.manifest.json. Each
// was opened again, checked and compared with the source before it got its name. Everything here opens connections of its own, so
// it may run in any thread while the program goes on working. Files that lie beside the data file and are named by their content
// are copied where the caller says what they are; all backups of a folder share them, so that each copies only what is new.

struct BackupEntry {
    QString path;
    BackupManifest manifest;
    bool isWhole = true; ///< the file is there with the size that the manifest says
};

/// How many verified backups stay; older ones go by sequence number, never by the clock.
constexpr int kBackupsKept = 10;

/// Copies the file's committed state into the backup folder, verifies the copy and lets the oldest go.
/// @param reason stable English word for the manifest
/// @throws Error Storage, Io (disk full, folder not writable), Cancelled; then every backup is as it was
/// @param companions says what else belongs to the copied state; none: the manifest tells that nothing else was looked at
BackupEntry makeBackup(const QString &dataFile, const QString &reason, TaskControl &control = TaskControl::silent(),
    const Companions &companions = {});

/// The same to a file of the user's choice, with its manifest and its own files beside it: a data file that can be opened.
/// @throws as makeBackup; Conflict when it exists
BackupEntry backupTo(const QString &dataFile, const QString &path, TaskControl &control = TaskControl::silent(),
    const Companions &companions = {});

/// Newest first; without those whose manifest cannot be read.
std::vector<BackupEntry> listBackups(const QString &dataFile);

/// Opens a backup, checks structure and foreign keys, and compares it with its manifest where there is one.
/// @throws Error Storage with what is wrong, Io, Cancelled
FileContents verifyBackup(const QString &path, TaskControl &control = TaskControl::silent());

/// @throws Error Conflict when the backup that was chosen is the data file itself
void refuseItself(const QString &backup, const QString &dataFile);

/// Puts a verified backup in the place of a data file that no program has open. What was there, damaged or not, is kept as
/// NAME.before-restore-N.mishutai. @return the path of what was kept, nothing when there was no file
/// @throws Error Storage (backup damaged, or newer than `newestVersion`), Conflict (the file is in use, or is the backup itself),
/// Io,
///         Cancelled; then the data file is as it was
std::optional<QString> restoreBackup(
    const QString &backup, const QString &dataFile, int newestVersion, TaskControl &control = TaskControl::silent());

/// Puts a backup's contents into an open data file, in one transaction. For a migration that failed.
void restoreInto(Database &database, const QString &backup);

/// "NAME.backups" beside the data file.
QString backupFolder(const QString &dataFile);

} // namespace mishutai::db
