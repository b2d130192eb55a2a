#include "base/durable_file.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace mishutai {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DurableFile)
};

[[noreturn]] void fail(const QString &path, const QString &cause)
{
    throw Error(Error::Kind::Io, Texts::tr("文件没有写成，原来的文件没有改动"), cause,
        Texts::tr("请检查文件夹是否存在、是否可写、磁盘是否已满，或换一个位置保存"))
        .withPlace(FilePlace{.file = path});
}

#ifdef Q_OS_UNIX

QString systemCause(int number)
{
    switch (number) {
    case EACCES:
    case EPERM:
    case EROFS:
        return Texts::tr("这个位置不允许写入");
    case ENOENT:
    case ENOTDIR:
        return Texts::tr("文件夹不存在");
    case ENOSPC:
    case EDQUOT:
        return Texts::tr("磁盘空间不足");
    case EFBIG:
        return Texts::tr("文件超过了允许的大小");
    case EISDIR:
        return Texts::tr("这个名字已经是一个文件夹");
    case ENAMETOOLONG:
        return Texts::tr("文件名太长");
    default:
        return QString::fromLocal8Bit(std::strerror(number));
    }
}

/// The file beside the target; gone at the end unless it was renamed.
class NeighbourFile
{
public:
    explicit NeighbourFile(const QString &target)
        : m_target(target), m_name(QFile::encodeName(QFileInfo(target).absolutePath() + QStringLiteral("/.mishutai-XXXXXX")))
    {
        m_descriptor = ::mkstemp(m_name.data());
        if (m_descriptor < 0)
            failNow();
    }
    NeighbourFile(const NeighbourFile &) = delete;
    NeighbourFile &operator=(const NeighbourFile &) = delete;
    ~NeighbourFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        if (!m_isRenamed)
            ::unlink(m_name.constData());
    }

    /// mkstemp makes a private file; the new one gets what the old one had, or what the user's umask says.
    void takeMode(const QByteArray &target)
    {
        struct stat old = {};
        mode_t mode = 0;
        if (::stat(target.constData(), &old) == 0) {
            mode = old.st_mode & 07777;
        } else {
            const mode_t mask = ::umask(0);
            ::umask(mask);
            mode = 0666 & ~mask;
        }
        if (::fchmod(m_descriptor, mode) != 0)
            failNow();
    }

    void write(const QByteArray &bytes)
    {
        qsizetype done = 0;
        while (done < bytes.size()) {
            const ssize_t written = ::write(m_descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                failNow();
            done += written;
        }
        if (::fsync(m_descriptor) != 0)
            failNow();
    }

    void readBack(const QByteArray &bytes)
    {
        QByteArray block(1 << 20, Qt::Uninitialized);
        qsizetype done = 0;
        while (true) {
            const ssize_t count = ::pread(m_descriptor, block.data(), static_cast<size_t>(block.size()), done);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                failNow();
            if (count == 0)
                break;
            if (done + count > bytes.size()
                || std::memcmp(block.constData(), bytes.constData() + done, static_cast<size_t>(count)) != 0)
                fail(m_target, Texts::tr("写入后读回的内容不一致，磁盘可能有问题"));
            done += count;
        }
        if (done != bytes.size())
            fail(m_target, Texts::tr("写入后读回的内容不一致，磁盘可能有问题"));
    }

    void renameOver(const QByteArray &target)
    {
        const int descriptor = m_descriptor;
        m_descriptor = -1;
        if (::close(descriptor) != 0 || ::rename(m_name.constData(), target.constData()) != 0)
            failNow();
        m_isRenamed = true;
    }

private:
    [[noreturn]] void failNow() const { fail(m_target, systemCause(errno)); }

    QString m_target;
    QByteArray m_name;
    int m_descriptor = -1;
    bool m_isRenamed = false;
};

/// Without this a power cut can take the rename back.
void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return; // a folder that may be written but not read; the file itself is synced
    // Some network folders refuse to sync; the new file is in place then, so it is no failure.
    ::fsync(folder);
    ::close(folder);
}

#endif

} // namespace

void durableWrite(const QString &path, const QByteArray &bytes)
{
#ifdef Q_OS_UNIX
    const QString linked = QFileInfo(path).canonicalFilePath();
    const QString target = linked.isEmpty() ? path : linked;
    const QByteArray name = QFile::encodeName(target);
    NeighbourFile file(target);
    file.takeMode(name);
    file.write(bytes);
    file.readBack(bytes);
    file.renameOver(name);
    syncFolder(target);
#else
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        fail(path, file.errorString());
#endif
}

} // namespace mishutai
