#include "desk/evidence/evidence_backup.h"

#include "base/error.h"
#include "db/database.h"
#include "desk/application.h"
#include "evidence/links/evidence_repository.h"
#include "evidence/store/object_store.h"
#include "session/session.h"
#include "session/work.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QLockFile>

namespace mishutai::desk {

namespace {

const QString kTable = QStringLiteral("evidence_files");
constexpr int kWaitForSweepMs = 60'000;
/// Since which version of the schema there is evidence; a backup before a migration looks at older ones too.
constexpr int kEvidenceSince = 8;

db::Companions companionsOf(const evidence::ObjectStore &store)
{
    return [store](const db::Database &copy) {
        std::vector<db::CompanionFile> files;
        if (copy.schemaVersion() < kEvidenceSince)
            return files;
        for (const evidence::EvidenceFile &file : evidence::EvidenceRepository(copy).files()) {
            const QString name = file.object.sha256;
            files.push_back({evidence::ObjectStore::relativePath(name), store.find(name).value_or(QString()), name.toLatin1(),
                file.object.bytes});
        }
        return files;
    };
}

/// @return how many are missing for good
int bringBack(const std::vector<db::CompanionFile> &files, const evidence::ObjectStore &store, TaskControl &control)
{
    int missing = 0;
    qint64 done = 0;
    for (const db::CompanionFile &file : files) {
        control.throwIfCancelled();
        control.progress(done++, static_cast<qint64>(files.size()), QCoreApplication::translate("Desk", "正在找回佐证"));
        const QString name = QString::fromLatin1(file.sha256);
        if (store.find(name))
            continue;
        // A list may lie: only what has the place of its name is evidence, never a file elsewhere on the disk.
        const bool isInPlace = evidence::ObjectStore::isName(name) && file.path == evidence::ObjectStore::relativePath(name);
        // Damaged bytes come under the name that they have, and are missing under the one they should have.
        if (!isInPlace || file.source.isEmpty() || store.putFile(file.source).sha256.toLatin1() != file.sha256)
            ++missing;
    }
    return missing;
}

} // namespace

db::Companions evidenceCompanions(const QString &dataFile)
{
    return companionsOf(evidence::ObjectStore::of(dataFile));
}

db::BackupEntry makeBackup(const QString &dataFile, const QString &reason, TaskControl &control)
{
    const evidence::ObjectStore store = evidence::ObjectStore::of(dataFile);
    const auto lock = store.tryLock(kWaitForSweepMs);
    return db::makeBackup(dataFile, reason, control, companionsOf(store));
}

db::BackupEntry backupTo(const QString &dataFile, const QString &path, TaskControl &control)
{
    const evidence::ObjectStore store = evidence::ObjectStore::of(dataFile);
    const auto lock = store.tryLock(kWaitForSweepMs);
    return db::backupTo(dataFile, path, control, companionsOf(store));
}

bool isComplete(const db::BackupEntry &backup)
{
    const db::BackupManifest &manifest = backup.manifest;
    return backup.isWhole && (manifest.contents.rowCounts.value(kTable) == 0 || (manifest.files && manifest.files->missing == 0));
}

RestorePermit::RestorePermit(Application &application) : m_dataFile(application.path())
{
    session::Work work(application.session(), session::Operation::BackupRestore);
    work.commit();
    application.skipBackupAtClose();
}

Restored restoreBackup(const QString &backup, const RestorePermit &permit, TaskControl &control)
{
    const QString &dataFile = permit.dataFile();
    db::verifyBackup(backup, control);
    Restored restored;
    const std::optional<db::BackupManifest> manifest = db::manifestOf(backup);
    const auto listed = manifest && manifest->files ? db::listedFiles(backup, *manifest->files) : std::nullopt;
    if (listed)
        restored.missing = bringBack(*listed, evidence::ObjectStore::of(dataFile), control);
    restored.kept = db::restoreBackup(backup, dataFile, newestSchema(), control);
    spdlog::info("restored with {} files of evidence missing", restored.missing);
    return restored;
}

} // namespace mishutai::desk
