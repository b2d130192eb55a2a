#pragma once

#include "base/ids.h"
#include "db/row.h"
#include "session/permissions.h"

#include <QSet>
#include <QString>

#include <memory>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {

class Session;

/// The one path for every change. The constructor asks the permission table, passes the WriteGate and begins the transaction;
/// insert, update and remove write rows and keep their before and after for history and undo; commit writes one audit row,
/// commits and then tells the bus which tables changed. Without commit everything is undone.
///
/// A Work made while another of the same session is open joins it: a savepoint inside the outer transaction, one batch and one
/// audit row (the outer's), so an import of 1,000 rows calls the same services and is still all or nothing.
///
/// Every table written through Work has `id INTEGER PRIMARY KEY` and `revision INTEGER NOT NULL`; Work counts the revision.
class Work
{
public:
    /// How the Works that join this one are undone when they fail.
    enum class Joining {
        Savepoints, ///< each by itself: who opened it may go on without it
        AllOrNothing ///< only with this one: an import opens ten a row, and a savepoint each took a tenth of it
    };

    /// @throws Error Forbidden (logged), Storage when the file is read-only or busy
    Work(Session &session, Operation operation, Joining joining = Joining::Savepoints);
    ~Work();
    Q_DISABLE_COPY_MOVE(Work)

    /// @return the new row's id
    qint64 insert(const QString &table, const db::Row &row);
    /// Changes the named columns. A row whose columns already hold the values is left alone (no revision, no history).
    /// @throws Error Conflict when the row's revision is not `revision` (somebody changed it since it was read), NotFound
    /// @return the row's revision afterwards
    int update(const QString &table, qint64 id, int revision, const db::Row &row);
    /// @throws Error Conflict (stale, or other records refer to it), NotFound
    void remove(const QString &table, qint64 id, int revision);
    /// Keeps a table's row for history before a statement of the repository changes it, for writes that the three above cannot
    /// say.
    void track(const QString &table, qint64 id);

    /// The object that the audit row names; ids only, never text that names a person. A joining Work leaves the outer's as it is.
    void setSubject(const QString &objectType, qint64 objectId);
    /// Purpose of an export or reason of a reversal, for the audit row.
    void setReason(const QString &reason);

    /// False when a Work that joined without a savepoint was given up: then this one can only be undone, and commit() throws.
    bool isWhole() const;

    Session &session() const;
    db::Database &database() const;
    BatchId batch() const;

    /// @throws Error (Storage); then nothing was written
    void commit();

private:
    friend class ChangeHistory;
    friend class Session;
    void setIsUndo(); ///< the audit row says UNDONE
    void addRefusal(Operation operation);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mishutai::session
