#pragma once

#include "base/task_control.h"
#include "db/backup/backup.h"

#include <QString>

#include <optional>

namespace mishutai::desk {

// Backups of a data file with its evidence; what the program uses in place of the functions of db/backup.h. Each may run in any
// thread. The store's lock is held meanwhile, so that nothing is swept away under a backup.

/// The evidence that a copy of the data file refers to, with where it lies now.
db::Companions evidenceCompanions(const QString &dataFile);

/// @throws Error as db::makeBackup
db::BackupEntry makeBackup(const QString &dataFile, const QString &reason, TaskControl &control = TaskControl::silent());
/// @throws Error as db::backupTo
db::BackupEntry backupTo(const QString &dataFile, const QString &path, TaskControl &control = TaskControl::silent());

/// Whether it holds every file that its records refer to; one that does not is no backup to rely on.
bool isComplete(const db::BackupEntry &backup);

class Application;

/// That somebody who may restore asked for it while the file was still at work: the file itself is closed when another takes its
/// place, so nobody could be asked then.
class RestorePermit
{
public:
    /// Notes it in the audit log of the file that will be replaced and kept; closing makes no backup of that one, since one more
    /// could rotate away the very backup that was chosen. @throws Error Forbidden (logged), Storage
    explicit RestorePermit(Application &application);
    const QString &dataFile() const { return m_dataFile; }

private:
    QString m_dataFile;
};

struct Restored {
    std::optional<QString> kept; ///< where the file that stood there is now
    int missing = 0; ///< files of evidence that neither the backup nor the store has whole
};
/// Brings back the data file, and before it the evidence that is gone from beside it. What is there stays.
/// @pre the data file of the permit is closed @throws Error as db::restoreBackup
Restored restoreBackup(const QString &backup, const RestorePermit &permit, TaskControl &control = TaskControl::silent());

} // namespace mishutai::desk
