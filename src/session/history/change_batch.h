#pragma once

#include "base/error.h"
#include "session/audit/audit_repository.h"
#include "session/history/change_repository.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {

/// Collects what one outermost Work changes: one row of `changes` for each row touched, all its writes taken together, written as
/// they happen so that a large import needs little memory. Lives inside the Work's transaction.
class ChangeBatch
{
public:
    explicit ChangeBatch(db::Database &database);

    BatchId id() const { return m_id; }
    /// The end of the audit log as the transaction found it.
    const AuditRepository::Head &auditHead() const { return m_head; }
    /// The row was `before` and is `after`; nothing where there is no row.
    void record(const QString &table, qint64 rowId, const std::optional<db::Row> &before, const std::optional<db::Row> &after);
    /// The row was inserted just now; read as it stands, defaults included.
    void recordNew(const QString &table, qint64 rowId);
    /// Keeps the row as it is now; settle() compares.
    void track(const QString &table, qint64 rowId);
    /// Records what became of the tracked rows. @throws Error (Storage)
    void settle();

    struct Mark {
        std::size_t touchedCount;
        std::size_t trackedCount;
    };
    Mark mark() const { return {m_touched.size(), m_tracked.size()}; }
    /// After the database has undone everything since the mark. When the rest cannot be read any more, settle() will throw.
    void rollBackTo(const Mark &mark) noexcept;
    /// Nothing since the mark will be undone any more but with the whole batch.
    void forget(const Mark &mark) noexcept { m_touched.resize(mark.touchedCount); }

    int count() const { return static_cast<int>(m_seqs.size()); }
    QSet<QString> tables() const;
    static QString newSalt();
    QString digest(const QString &salt) const;

private:
    using Key = std::pair<QString, qint64>;
    struct Tracked {
        Key key;
        std::optional<db::Row> before;
    };
    /// A row that was recorded, and under which seq before; 0 for the first time.
    struct Touched {
        Key key;
        int seqBefore = 0;
    };
    void undoTouch(const Touched &touched);
    void keep(const Change &change);
    Change changeAt(int seq) const;
    const std::vector<std::size_t> &orderOf(const QString &table, const db::Statement &row);

    db::Database &m_database;
    ChangeRepository m_changes;
    AuditRepository::Head m_head;
    BatchId m_id;
    QHash<Key, int> m_seqs;
    std::vector<Tracked> m_tracked;
    QHash<Key, std::size_t> m_trackedPlaces;
    std::map<int, Change> m_kept; ///< all changes while they are few, which saves reading them again
    QHash<QString, std::vector<std::size_t>> m_orders; ///< of a table's columns in an image
    bool m_isKeptWhole = true;
    int m_lastSeq = 0;
    std::vector<Touched> m_touched; ///< in order, as far back as a savepoint may still be undone
    std::optional<Error> m_fault; ///< of a rollback
};

} // namespace mishutai::session
