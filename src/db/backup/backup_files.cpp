#include "db/backup/backup_files.h"

#include "base/durable_file.h"
#include "base/error.h"
#include "db/backup/durable_copy.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace mishutai::db {
namespace {

/// @return whether the file is there now, whole
bool copyOne(const CompanionFile &file, const QString &folder, TaskControl &control)
{
    const QString target = folder + u'/' + file.path;
    if (QFileInfo(target).isFile() && QFileInfo(target).size() == file.bytes)
        return true;
    if (file.source.isEmpty())
        return false;
    durableFolder(QFileInfo(target).absolutePath());
    const QString partial = QFileInfo(target).absolutePath() + QStringLiteral("/.partial-") + QFileInfo(target).fileName();
    QFile::remove(partial);
    if (durableCopy(file.source, partial, control) != file.sha256) {
        QFile::remove(partial);
        spdlog::error("a file beside the data file is not what its name says; the backup goes without it");
        return false;
    }
    durableRename(partial, target);
    return true;
}

/// Progress in files; the bytes of one would make it jump back.
class Quiet : public TaskControl
{
public:
    explicit Quiet(const TaskControl &outer) : m_outer(outer) { }
    void progress(qint64, qint64, const QString &) override { }
    bool isCancelled() const override { return m_outer.isCancelled(); }

private:
    const TaskControl &m_outer;
};

QByteArray listText(const std::vector<CompanionFile> &files)
{
    QByteArray text;
    for (const CompanionFile &file : files)
        text += file.sha256 + "  " + QByteArray::number(file.bytes) + "  " + file.path.toUtf8() + '\n';
    return text;
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

QString fileListPath(const QString &backup)
{
    const QFileInfo file(backup);
    return file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral(".files.txt");
}

QString backupFilesFolder(const QString &backup)
{
    const QFileInfo file(backup);
    const bool isShared = file.absolutePath().endsWith(QStringLiteral(".backups"));
    return isShared ? file.absolutePath() : file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral(".files");
}

BackupFiles copyCompanions(const std::vector<CompanionFile> &given, const QString &backup, TaskControl &control)
{
    std::vector<CompanionFile> files = given;
    std::ranges::sort(files, {}, &CompanionFile::path);
    const QString folder = backupFilesFolder(backup);
    BackupFiles result;
    Quiet quiet(control);
    for (const CompanionFile &file : files) {
        control.throwIfCancelled();
        control.progress(
            result.count++, static_cast<qint64>(files.size()), QCoreApplication::translate("Backup", "正在备份佐证"));
        result.bytes += file.bytes;
        if (!copyOne(file, folder, quiet))
            ++result.missing;
    }
    const QByteArray text = listText(files);
    result.listSha256 = hashOf(text);
    if (!files.empty())
        durableWrite(fileListPath(backup), text);
    return result;
}

std::optional<std::vector<CompanionFile>> listedFiles(const QString &backup, const BackupFiles &files)
{
    QFile list(fileListPath(backup));
    const QByteArray text = list.open(QIODevice::ReadOnly) ? list.readAll() : QByteArray();
    if (hashOf(text) != files.listSha256)
        return std::nullopt;
    const QString folder = backupFilesFolder(backup);
    std::vector<CompanionFile> found;
    for (const QByteArray &line : text.split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() != 5)
            continue;
        CompanionFile file{QString::fromUtf8(parts[4]), {}, parts[0], parts[2].toLongLong()};
        const QString path = folder + u'/' + file.path;
        if (QFileInfo(path).isFile() && QFileInfo(path).size() == file.bytes)
            file.source = path;
        found.push_back(std::move(file));
    }
    return found;
}

void pruneFiles(const QString &folder, const QSet<QString> &kept)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString relative = QDir(folder).relativeFilePath(path);
        if (relative.contains(u'/') && !kept.contains(relative) && !QFile::remove(path))
            spdlog::warn("a file that no backup needs could not be removed");
    }
}

} // namespace mishutai::db
