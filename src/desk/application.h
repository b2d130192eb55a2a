#pragma once

#include "base/clock.h"
#include "base/task_control.h"
#include "db/file/file_lock.h"
#include "desk/worker.h"
#include "metrics/metric_service.h"
#include "session/history/change_history.h"
#include "session/session.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

namespace mishutai::db {
class ChangeBus;
class Database;
} // namespace mishutai::db

namespace mishutai::desk {

enum class Access {
    Read, ///< never writes; works while another program has the file
    Write, ///< @throws Conflict when another program has the file
    WriteIfFree ///< reads only when another program has the file or the folder is read-only; holder() says who
};

/// What the first user of a file is called where nobody says otherwise.
QString firstUserName();

struct OpenRequest {
    QString path;
    Access access = Access::WriteIfFree;
    QString user; ///< empty: the only active user without a password
    QString password;
};

/// A data file at work: opened, migrated, locked, with its user, its services' session, bus, metrics and history. The only
/// composition root of the program. Thread: the one that made it; a worker opens its own with Access::Read.
class Application
{
public:
    /// A file whose making was cut off before it had a user gets its first one.
    /// @throws Error Io, Storage (no data file, newer, damaged), Conflict (in use), Forbidden (user or password wrong)
    static std::unique_ptr<Application> open(const OpenRequest &request, TaskControl &control = TaskControl::silent());
    /// A new, empty data file with its first user, who holds all roles; the office's profile is the first thing to enter.
    /// @throws Error Conflict (the file exists), Io
    static std::unique_ptr<Application> create(const QString &path, const QString &user);
    /// Closes in order: notes the clean exit and backs up when something changed since the last backup.
    ~Application();
    Q_DISABLE_COPY_MOVE(Application)
    /// The file came to nothing and will be removed: closing makes no backup of it.
    void abandon() { m_isAbandoned = true; }

    session::Session &session() { return m_session; }
    db::Database &database() { return *m_file.database; }
    db::ChangeBus &bus() { return *m_bus; }
    session::ChangeHistory &history() { return m_history; }
    const metrics::MetricService &metrics() const { return m_metrics; }

    /// For work in another thread; what it changes is told by publishAll().
    WorkerRequest workerRequest() const { return {m_path, m_session.user()}; }
    /// Tells the bus that any table may have changed.
    void publishAll();

    const QString &path() const { return m_path; }
    bool isReadOnly() const;
    /// Who has the file when this is read-only for that reason.
    const std::optional<db::LockHolder> &holder() const { return m_file.holder; }
    /// Whether the last program that changed the file was killed or lost power.
    bool wasUnclean() const { return m_wasUnclean; }
    /// Of the last backup that holds everything, evidence too. UTC; nothing when there is none yet.
    std::optional<QDateTime> lastBackupAt() const;
    /// @throws Error Storage, Io, Cancelled, Forbidden
    void backUp(const QString &reason, TaskControl &control = TaskControl::silent());
    /// Before a step that changes much at once: a verified backup in the usual place, no use case of its own.
    /// @throws Error Storage, Io, Cancelled
    void backUpBefore(const QString &step, TaskControl &control = TaskControl::silent());
    /// For a file that is about to be replaced and kept as it is.
    void skipBackupAtClose() { m_backsUpAtClose = false; }

private:
    /// What is held of the file before anybody is at work on it.
    struct Opened {
        std::unique_ptr<db::FileLock> lock;
        std::optional<db::LockHolder> holder;
        std::unique_ptr<db::Database> database;
    };
    static Opened openFile(const OpenRequest &request, TaskControl &control);
    Application(QString path, Opened opened, session::User user);
    void closeInOrder();

    QString m_path;
    SystemClock m_clock;
    Opened m_file;
    std::unique_ptr<db::ChangeBus> m_bus;
    session::Session m_session;
    session::ChangeHistory m_history;
    metrics::MetricService m_metrics;
    qint64 m_lastBackedUp = 0; ///< last audit row that a backup holds
    bool m_wasUnclean = false;
    bool m_isAbandoned = false;
    bool m_backsUpAtClose = true;
};

/// The newest schema that this program knows.
int newestSchema();

} // namespace mishutai::desk
