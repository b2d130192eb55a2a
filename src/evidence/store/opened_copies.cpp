#include "evidence/store/opened_copies.h"

#include "base/error.h"
#include "evidence/store/file_name.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>
#include <QUuid>

namespace mishutai::evidence {

namespace {

const QString kLockEnding = QStringLiteral(".lock");

QString tr(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}

QString userRoot()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME", QStringLiteral("user")));
    return QStandardPaths::writableLocation(QStandardPaths::TempLocation) + QStringLiteral("/mishutai-opened-") + keptName(user);
}

/// Windows removes no file that is read-only.
void removeFolder(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        QFile::setPermissions(files.next(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QDir(folder).removeRecursively();
}

std::unique_ptr<QLockFile> lockOf(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + kLockEnding);
    lock->setStaleLockTime(0);
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

void makePrivateFolder(const QString &path)
{
    if (!QDir().mkpath(path) || QFileInfo(path).isSymLink())
        throw Error(
            Error::Kind::Io, tr("文件打不开"), tr("临时文件夹建不了"), tr("请检查磁盘空间，或用「另存」保存到别处再打开"));
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

} // namespace

OpenedCopies::OpenedCopies(const QString &root) : m_root(root.isEmpty() ? userRoot() : root)
{
    if (QFileInfo(m_root).isSymLink())
        return;
    for (const QString &name : QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = m_root + u'/' + name;
        if (const auto lock = lockOf(folder))
            removeFolder(folder);
    }
}

OpenedCopies::~OpenedCopies()
{
    if (!m_folder.isEmpty())
        removeFolder(m_folder);
}

QString OpenedCopies::make(const QString &object, const QString &keptName, Media media)
{
    if (!mayBeOpened(keptName, media))
        throw Error(Error::Kind::Validation, tr("程序文件不在这里打开"), tr("打开它就会运行，可能有危险"),
            tr("确实需要的话，用「另存」保存出来再处理"));
    if (m_folder.isEmpty()) {
        makePrivateFolder(m_root);
        const QString folder = m_root + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
        // Before the folder is there: a program that starts now must not take it for left over.
        m_lock = lockOf(folder);
        makePrivateFolder(folder);
        m_folder = folder;
    }
    // A folder each: two files may have one name.
    const QString folder = m_folder + u'/' + QString::number(++m_count);
    makePrivateFolder(folder);
    QString copy = folder + u'/' + cleanFileName(keptName, media);
    if (!QFile::copy(object, copy)) {
        throw Error(QFileInfo::exists(object) ? Error::Kind::Io : Error::Kind::NotFound, tr("文件打不开"),
            QFileInfo::exists(object) ? tr("临时副本没有写成") : tr("佐证文件夹里没有这个文件"),
            QFileInfo::exists(object) ? tr("请检查磁盘空间") : tr("请用「体检」看看缺哪些文件，可以从备份恢复"));
    }
    QFile::setPermissions(copy, QFileDevice::ReadOwner | QFileDevice::ReadUser);
    return copy;
}

} // namespace mishutai::evidence
