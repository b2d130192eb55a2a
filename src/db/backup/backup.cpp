#include "db/backup/backup.h"

#include "base/durable_file.h"
#include "base/error.h"
#include "db/backup/backup_copy.h"
#include "db/backup/durable_copy.h"
#include "db/database.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace mishutai::db {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Backup", text);
}

QString partialPath(const QString &target)
{
    const QFileInfo file(target);
    return file.absolutePath() + QStringLiteral("/.partial-") + file.fileName();
}

void removeDatabaseFile(const QString &path)
{
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

/// A copy on its way: without finish() nothing of it stays.
class Partial
{
public:
    explicit Partial(const QString &target) : m_target(target), m_path(partialPath(target)) { removeDatabaseFile(m_path); }
    ~Partial() { removeDatabaseFile(m_path); }
    Q_DISABLE_COPY_MOVE(Partial)

    const QString &path() const { return m_path; }
    // The manifest goes first: a file without one is never listed, a manifest without its file is not either.
    void finish(const BackupManifest &manifest)
    {
        durableWrite(manifestPath(m_target), manifest.toJson());
        QFile::setPermissions(manifestPath(m_target), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        durableRename(m_path, m_target);
    }

private:
    QString m_target;
    QString m_path;
};

std::vector<CompanionFile> companionsOf(const QString &copy, const Companions &companions)
{
    return companions(*Database::open(copy, Database::Access::Read, std::numeric_limits<int>::max()));
}

BackupEntry copyAndVerify(const QString &dataFile, const QString &target, const QString &reason, int sequence,
    TaskControl &control, const Companions &companions)
{
    Partial partial(target);
    const FileContents source = copyCommitted(dataFile, partial.path(), control);
    control.throwIfCancelled();
    const FileContents copy = verifyBackup(partial.path(), control);
    if (copy != source) {
        spdlog::error("backup {} differs from its source", sequence);
        throw Error(Error::Kind::Storage, tr("备份没有做成"), tr("副本与数据文件的内容不一致"),
            tr("请检查磁盘后再试；原有的备份没有受影响"));
    }
    BackupManifest manifest;
    manifest.sequence = sequence;
    manifest.createdAt = QDateTime::currentDateTimeUtc();
    manifest.reason = reason;
    manifest.bytes = QFileInfo(partial.path()).size();
    manifest.sha256 = sha256OfFile(partial.path(), control);
    manifest.contents = copy;
    if (companions)
        manifest.files = copyCompanions(companionsOf(partial.path(), companions), target, control);
    partial.finish(manifest);
    return {target, manifest, /*isWhole=*/true};
}

int sequenceOf(const QString &fileName)
{
    static const QRegularExpression kName(QStringLiteral("-(\\d{6,9})\\.(mishutai|manifest\\.json|files\\.txt)$"));
    return kName.match(fileName).captured(1).toInt();
}

// Only when every backup that stays can say what it needs.
void pruneUnlisted(const QString &dataFile)
{
    QSet<QString> kept;
    for (const BackupEntry &entry : listBackups(dataFile)) {
        const auto listed = entry.manifest.files ? listedFiles(entry.path, *entry.manifest.files) : std::nullopt;
        if (!listed)
            return;
        for (const CompanionFile &file : *listed)
            kept.insert(file.path);
    }
    pruneFiles(backupFolder(dataFile), kept);
}

// Everything older than the tenth whole backup goes, half-made and orphaned files among it.
void rotate(const QString &dataFile)
{
    std::vector<int> whole;
    for (const BackupEntry &entry : listBackups(dataFile)) {
        if (entry.isWhole)
            whole.push_back(entry.manifest.sequence);
    }
    if (whole.size() <= static_cast<std::size_t>(kBackupsKept))
        return;
    const int oldestKept = whole[static_cast<std::size_t>(kBackupsKept - 1)];
    QDir folder(backupFolder(dataFile));
    for (const QString &name : folder.entryList(QDir::Files)) {
        const int sequence = sequenceOf(name);
        if (sequence > 0 && sequence < oldestKept && !folder.remove(name))
            spdlog::warn("backup {} could not be removed", sequence);
    }
    pruneUnlisted(dataFile);
}

void prepareFolder(const QString &path)
{
    QDir folder(path);
    if (!folder.exists() && !folder.mkpath(QStringLiteral("."))) {
        throw Error(Error::Kind::Io, tr("备份没有做成"), tr("无法建立备份文件夹「%1」").arg(path), tr("请检查文件夹的写入权限"));
    }
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

} // namespace

QString backupFolder(const QString &dataFile)
{
    const QFileInfo file(dataFile);
    return file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral(".backups");
}

BackupEntry makeBackup(const QString &dataFile, const QString &reason, TaskControl &control, const Companions &companions)
{
    const QString folder = backupFolder(dataFile);
    prepareFolder(folder);
    QLockFile lock(folder + QStringLiteral("/.lock"));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(60'000))
        throw Error(Error::Kind::Io, tr("备份没有做成"), tr("另一项备份正在进行，或备份文件夹不可写"), tr("请稍候再试"));
    // Left over by a kill.
    for (const QString &name : QDir(folder).entryList({QStringLiteral(".partial-*")}, QDir::Files | QDir::Hidden))
        QFile::remove(folder + u'/' + name);
    int last = 0;
    for (const QString &name : QDir(folder).entryList(QDir::Files))
        last = std::max(last, sequenceOf(name));
    const QString name
        = QStringLiteral("%1-%2.mishutai").arg(QFileInfo(dataFile).completeBaseName()).arg(last + 1, 6, 10, QLatin1Char('0'));
    spdlog::info("backup {} starts, reason {}", last + 1, reason.toStdString());
    BackupEntry entry = copyAndVerify(dataFile, folder + u'/' + name, reason, last + 1, control, companions);
    spdlog::info("backup {} done, {} bytes", last + 1, entry.manifest.bytes);
    rotate(dataFile);
    return entry;
}

BackupEntry backupTo(const QString &dataFile, const QString &path, TaskControl &control, const Companions &companions)
{
    if (QFileInfo::exists(path) || QFileInfo::exists(manifestPath(path)))
        throw Error(Error::Kind::Conflict, tr("文件「%1」已经存在").arg(path), tr("不覆盖已有的文件，以免丢失数据"),
            tr("请换一个文件名"));
    if (const QFileInfo folder(QFileInfo(path).absolutePath()); !folder.isDir() || !folder.isWritable()) {
        throw Error(Error::Kind::Io, tr("备份没有做成"), tr("文件夹「%1」不存在或没有写入权限").arg(folder.filePath()),
            tr("请换一个文件夹"));
    }
    return copyAndVerify(dataFile, QFileInfo(path).absoluteFilePath(), QStringLiteral("manual"), 0, control, companions);
}

std::vector<BackupEntry> listBackups(const QString &dataFile)
{
    const QString folder = backupFolder(dataFile);
    std::vector<BackupEntry> entries;
    for (const QString &name : QDir(folder).entryList({QStringLiteral("*-*.manifest.json")}, QDir::Files)) {
        QFile file(folder + u'/' + name);
        if (sequenceOf(name) == 0 || !file.open(QIODevice::ReadOnly))
            continue;
        try {
            BackupEntry entry;
            entry.manifest = BackupManifest::fromJson(file.readAll());
            // The name, not the text, is what was counted up under the lock.
            entry.manifest.sequence = sequenceOf(name);
            entry.path = folder + u'/' + name.chopped(QStringLiteral(".manifest.json").size()) + QStringLiteral(".mishutai");
            entry.isWhole = QFileInfo(entry.path).size() == entry.manifest.bytes;
            if (QFileInfo::exists(entry.path))
                entries.push_back(std::move(entry));
        } catch (const Error &) {
            spdlog::warn("backup {} has no readable manifest", sequenceOf(name));
        }
    }
    std::sort(entries.begin(), entries.end(),
        [](const BackupEntry &a, const BackupEntry &b) { return a.manifest.sequence > b.manifest.sequence; });
    return entries;
}

} // namespace mishutai::db
