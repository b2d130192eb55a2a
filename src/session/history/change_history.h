#pragma once

#include "session/history/change_repository.h"
#include "session/session.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace mishutai::session {

class Work;

/// One column of one row, before and after a batch.
struct FieldChange {
    QString column;
    QVariant before; ///< QString, qint64, QByteArray or invalid
    QVariant after;
};

/// What one batch did to one row.
struct RowChange {
    BatchId batch{0};
    QDateTime at; ///< UTC
    QString userName;
    QString operationLabel;
    ChangeKind kind = ChangeKind::Update;
    std::vector<FieldChange> fields; ///< columns that differ, without id and revision
};

/// A row that belongs to another, or did until it was removed.
struct ChildRow {
    qint64 rowId = 0;
    db::Row columns; ///< as they are, of a removed row as they were last
};

/// A batch that can be undone or redone, with the words of the menu: 「撤销：会员入会」.
struct UndoOffer {
    BatchId batch{0};
    QString label;
};

/// History of rows, undo, redo and one-field revert. Undo brings rows back exactly as they were, with a new revision, and only
/// when they still are as the batch left them; it is itself a use case with history and audit row.
class ChangeHistory
{
public:
    /// Says why a row may no longer be undone (posted, closed, adopted, issued), or nothing.
    using FrozenRule = std::function<std::optional<QString>(const db::Database &database, qint64 rowId)>;

    explicit ChangeHistory(Session &session) : m_session(session) { }
    void addFrozenRule(const QString &table, FrozenRule rule);

    /// Newest first. @param toRead the operation that reading the record needs
    std::vector<RowChange> ofRow(const QString &table, qint64 rowId, Operation toRead) const;

    /// Rows of a table whose column names the parent: those of today, then those removed while history is kept.
    std::vector<ChildRow> childrenOf(const QString &table, const QString &column, qint64 parent, Operation toRead) const;

    /// The newest batch that may be taken back. One that holds a posted, closed or adopted row never can, so it is passed over:
    /// it does not bar the way to what was changed before it.
    std::optional<UndoOffer> lastUndoable() const;
    /// The user's newest batch with changes, frozen or not: what a message's 撤销 means when it is shown right after the change.
    std::optional<UndoOffer> lastBatch() const;
    std::optional<UndoOffer> lastRedoable() const;

    /// Takes back all that the batch did. Needs ChangeUndo and the batch's own operation.
    /// @throws Error Conflict: changed since, undone already, history gone, or frozen (the remedy names 冲销); NotFound;
    /// Forbidden
    void undo(BatchId batch);
    /// Does again what undo took back.
    void redo(BatchId batch);
    /// Gives one column of one row its value from before the batch. @throws as undo
    void revertField(BatchId batch, const QString &table, qint64 rowId, const QString &column);

    /// Erases history older than 90 days; undo reaches no further. @return rows erased
    qint64 purge();
    /// Erases the history of one row for good, when a person asks to be forgotten. Part of the caller's use case.
    static void forget(Work &work, const QString &table, qint64 rowId);

    static constexpr int kDaysKept = 90;

private:
    void turn(BatchId batch, bool isUndo);
    /// Changes of the batch, all there and allowed to this user.
    std::vector<Change> requireChanges(BatchId batch, bool isUndo) const;
    void apply(Work &work, const Change &change) const;
    bool isFrozen(BatchId batch) const;
    void requireNotFrozen(const QString &table, qint64 rowId) const;

    Session &m_session;
    std::map<QString, std::vector<FrozenRule>> m_frozenRules;
};

} // namespace mishutai::session
