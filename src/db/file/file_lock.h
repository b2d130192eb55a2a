#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QString>

#include <optional>

namespace mishutai::db {

/// Who has a data file for writing.
struct LockHolder {
    QString host;
    qint64 pid = 0;
    QString program;
    QDateTime since; ///< UTC
    bool isThisProcess = false;
    bool isOtherHost = false;

    /// "本机的 mishutai（进程 1204），自 2021-03-04 08:00 起"
    QString text() const;
};

/// Ownership of a data file for writing, as NAME.mishutai.lock beside it. A lock whose process is gone from this machine is
/// taken over; one of another machine never is. Release: destructor.
class FileLock
{
public:
    /// @throws Error Conflict when another has it (the cause says who), Io when the folder is not writable
    explicit FileLock(const QString &dataFile);
    ~FileLock() = default;
    Q_DISABLE_COPY_MOVE(FileLock)

    /// Who has the file now; nothing when nobody, or a process of this machine that is gone.
    static std::optional<LockHolder> holder(const QString &dataFile);
    /// Removes a lock that another machine left behind, after somebody decided that it is no longer at work.
    /// @throws Error Conflict when the holder is a running process of this machine
    static void breakLock(const QString &dataFile);

private:
    QLockFile m_lock;
};

} // namespace mishutai::db
