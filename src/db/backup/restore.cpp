#include "db/backup/backup.h"

#include "base/error.h"
#include "db/backup/durable_copy.h"
#include "db/checks.h"
#include "db/database.h"
#include "db/file/file_header.h"
#include "db/file/file_lock.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <limits>

namespace mishutai::db {
namespace {

constexpr int kAnyVersion = std::numeric_limits<int>::max();

QString tr(const char *text)
{
    return QCoreApplication::translate("Backup", text);
}

Error badBackup(const QString &cause)
{
    spdlog::error("backup refused");
    return Error(Error::Kind::Storage, tr("这个备份不能使用"), cause, tr("请选择另一个备份"));
}

QString freeName(const QString &dataFile)
{
    const QFileInfo file(dataFile);
    for (int n = 1;; ++n) {
        const QString path
            = QStringLiteral("%1/%2.before-restore-%3.mishutai").arg(file.absolutePath(), file.completeBaseName()).arg(n);
        if (!QFileInfo::exists(path))
            return path;
    }
}

// Moves what stands in the WAL into the file, so that one rename replaces all of it. A damaged file cannot; then both are kept.
void tryToFoldWal(const QString &dataFile)
{
    try {
        Database::open(dataFile, Database::Access::Write, kAnyVersion);
    } catch (const Error &) {
        spdlog::warn("the file to be replaced does not open; it is kept as it is");
    }
}

QString keepOld(const QString &dataFile)
{
    tryToFoldWal(dataFile);
    QString kept = freeName(dataFile);
    durableCopy(dataFile, kept);
    if (QFileInfo(dataFile + QStringLiteral("-wal")).size() > 0)
        durableCopy(dataFile + QStringLiteral("-wal"), kept + QStringLiteral("-wal"));
    return kept;
}

struct Removed {
    QString path;
    ~Removed() { QFile::remove(path); }
};

} // namespace

FileContents verifyBackup(const QString &path, TaskControl &control)
{
    const std::optional<BackupManifest> manifest = manifestOf(path);
    if (manifest && (QFileInfo(path).size() != manifest->bytes || sha256OfFile(path, control) != manifest->sha256))
        throw badBackup(tr("文件与备份说明不一致，可能已损坏或被改动"));
    const auto database = Database::open(path, Database::Access::Read, kAnyVersion);
    const std::vector<CheckFinding> findings = fullCheck(*database, kAnyVersion, control);
    if (!findings.empty())
        throw badBackup(findings.front().message);
    FileContents contents = readContents(*database);
    if (manifest && manifest->contents != contents)
        throw badBackup(tr("记录数与备份说明不一致"));
    return contents;
}

void refuseItself(const QString &backup, const QString &dataFile)
{
    const QString canonical = QFileInfo(backup).canonicalFilePath();
    if (!canonical.isEmpty() && canonical == QFileInfo(dataFile).canonicalFilePath())
        throw Error(
            Error::Kind::Conflict, tr("这就是现在打开着的文件"), tr("它不是备份，从它恢复什么也不会变"), tr("请选一份备份"));
}

std::optional<QString> restoreBackup(const QString &backup, const QString &dataFile, int newestVersion, TaskControl &control)
{
    refuseItself(backup, dataFile);
    const FileLock lock(dataFile);
    checkFileHeader(backup, newestVersion);
    verifyBackup(backup, control);
    const QFileInfo file(dataFile);
    const Removed temporary{file.absolutePath() + QStringLiteral("/.restoring-") + file.fileName()};
    QFile::remove(temporary.path);
    spdlog::info("restore starts");
    if (durableCopy(backup, temporary.path, control) != sha256OfFile(backup, control)
        || sha256OfFile(temporary.path, control) != sha256OfFile(backup, control))
        throw badBackup(tr("复制时内容发生了变化，磁盘可能有问题"));
    control.throwIfCancelled();
    std::optional<QString> kept;
    if (file.exists())
        kept = keepOld(dataFile);
    // An old WAL beside a new file would be applied to it.
    for (const char *suffix : {"-wal", "-shm", "-journal"})
        QFile::remove(dataFile + QLatin1String(suffix));
    durableRename(temporary.path, file.absoluteFilePath());
    spdlog::info("restore done");
    return kept;
}

} // namespace mishutai::db
