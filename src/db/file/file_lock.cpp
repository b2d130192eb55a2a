#include "db/file/file_lock.h"

#include "base/error.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QThread>

namespace mishutai::db {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FileLock", text);
}

// One name for a file, however it is reached: a link, a relative path.
QString lockPath(const QString &dataFile)
{
    const QFileInfo file(dataFile);
    if (const QString canonical = file.canonicalFilePath(); !canonical.isEmpty())
        return canonical + QStringLiteral(".lock");
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return (folder.isEmpty() ? file.absolutePath() : folder) + u'/' + file.fileName() + QStringLiteral(".lock");
}

std::optional<LockHolder> read(const QString &path)
{
    QLockFile lock(path);
    LockHolder holder;
    if (!lock.getLockInfo(&holder.pid, &holder.host, &holder.program))
        return std::nullopt;
    holder.since = QFileInfo(path).lastModified().toUTC();
    holder.isOtherHost = !holder.host.isEmpty() && holder.host != QSysInfo::machineHostName();
    holder.isThisProcess = !holder.isOtherHost && holder.pid == QCoreApplication::applicationPid();
    return holder;
}

// A maker that was killed between making the file and writing into it leaves a lock that names nobody, so only its age can tell
// that it is dead. QLockFile never goes by age where it can avoid it, hence the age is set for this one kind only.
bool takeNamelessLock(QLockFile &lock, const QString &path)
{
    constexpr int kMakerNeedsMs = 1000;
    constexpr unsigned long kPauseMs = 50;
    lock.setStaleLockTime(kMakerNeedsMs);
    bool isTaken = false;
    for (const QDeadlineTimer end(2 * kMakerNeedsMs); !isTaken && !read(path) && !end.hasExpired();) {
        isTaken = lock.tryLock(0);
        if (!isTaken)
            QThread::msleep(kPauseMs);
    }
    lock.setStaleLockTime(0);
    return isTaken;
}

} // namespace

QString LockHolder::text() const
{
    const QString place = isThisProcess ? tr("本程序")
        : isOtherHost                   ? tr("电脑 %1 上的 %2").arg(host, program)
                                        : tr("本机的 %1").arg(program);
    return tr("%1（进程 %2），自 %3 起")
        .arg(place)
        .arg(pid)
        .arg(since.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

FileLock::FileLock(const QString &dataFile) : m_lock(lockPath(dataFile))
{
    m_lock.setStaleLockTime(0); // age proves nothing: an office leaves the program open for weeks
    if (m_lock.tryLock(0))
        return;
    if (m_lock.error() == QLockFile::LockFailedError && !read(lockPath(dataFile)) && takeNamelessLock(m_lock, lockPath(dataFile)))
        return;
    if (m_lock.error() == QLockFile::LockFailedError) {
        const std::optional<LockHolder> owner = read(lockPath(dataFile));
        spdlog::warn("data file is locked by process {}", owner ? owner->pid : 0);
        throw Error(Error::Kind::Conflict, tr("数据文件正在使用中"), owner ? owner->text() : tr("另一个程序刚刚打开它"),
            tr("请先关闭那个窗口，或以只读方式打开"));
    }
    throw Error(
        Error::Kind::Io, tr("无法锁定数据文件"), tr("文件夹没有写入权限，或磁盘已满"), tr("请检查权限，或以只读方式打开"));
}

std::optional<LockHolder> FileLock::holder(const QString &dataFile)
{
    const QString path = lockPath(dataFile);
    std::optional<LockHolder> owner = read(path);
    if (!owner || owner->isThisProcess || owner->isOtherHost)
        return owner;
    // Taking a stale lock is how QLockFile tells a dead process from a living one.
    QLockFile probe(path);
    probe.setStaleLockTime(0);
    if (probe.tryLock(0))
        return std::nullopt;
    return owner;
}

void FileLock::breakLock(const QString &dataFile)
{
    const std::optional<LockHolder> owner = holder(dataFile);
    if (!owner)
        return;
    if (!owner->isOtherHost)
        throw Error(Error::Kind::Conflict, tr("数据文件正在使用中"), owner->text(), tr("请先关闭那个窗口"));
    spdlog::warn("lock of another machine is removed");
    QFile::remove(lockPath(dataFile));
}

} // namespace mishutai::db
