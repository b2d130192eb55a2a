#pragma once

#include "base/ids.h"
#include "db/row.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
class Statement;
} // namespace mishutai::db

namespace mishutai::session {

enum class ChangeKind { Insert, Update, Delete };

/// What a batch did to one row, all its writes to it taken together.
struct Change {
    BatchId batch{0};
    int seq = 0; ///< order of the first touch within the batch, from 1
    QString table;
    qint64 rowId = 0;
    ChangeKind kind = ChangeKind::Insert;
    QString before = {}; ///< JSON object of all columns; empty for Insert
    QString after = {}; ///< empty for Delete
};

/// A change with who made it, when and in what use case.
struct ChangeOfRow {
    Change change;
    QDateTime at; ///< UTC
    QString userName;
    QString operation; ///< key
};

/// Rows of `changes`.
class ChangeRepository
{
public:
    explicit ChangeRepository(const db::Database &database);
    ~ChangeRepository();

    void insert(const Change &change) const;
    /// A new row. @param after its image as UTF-8
    void insertNew(BatchId batch, int seq, const QString &table, qint64 rowId, const QByteArray &after) const;
    /// Overwrites kind, before and after of the change that has the same batch and seq.
    void update(const Change &change) const;
    void remove(BatchId batch, int seq) const;
    std::optional<Change> find(BatchId batch, int seq) const;

    /// In order of seq.
    std::vector<Change> ofBatch(BatchId batch) const;
    /// The digested columns as stored, in order of seq.
    void forEachRaw(BatchId batch, const std::function<void(const db::Statement &)> &visit) const;
    /// Newest first.
    std::vector<ChangeOfRow> ofRow(const QString &table, qint64 rowId) const;

    /// Removals of rows whose column held the number, the newest first.
    std::vector<Change> removals(const QString &table, const QString &column, qint64 value) const;

    /// The user's batches that can be taken back, the newest first, at most kMostOffered: with changes, not undone and no use
    /// case on users of the program.
    std::vector<BatchId> undoable(UserId user) const;
    /// Ids of the rows of one table that the batch changed.
    std::vector<qint64> rowsOf(BatchId batch, const QString &table) const;
    static constexpr int kMostOffered = 200;
    /// The batch that the user undid last, unless the user has changed something since.
    std::optional<BatchId> lastRedoable(UserId user) const;

    bool hasBefore(const QDateTime &instant) const;
    /// @return how many rows went
    qint64 removeBefore(const QDateTime &instant) const;
    qint64 removeOfRow(const QString &table, qint64 rowId) const;
    /// The digested columns of all batches as stored, in order of batch and seq.
    std::unique_ptr<db::Statement> openAll() const;
    /// The change as it will be stored.
    static db::Row columnsOf(const Change &change);

private:
    db::Statement &inserting() const;

    const db::Database &m_database;
    mutable std::unique_ptr<db::Statement> m_insert; ///< prepared once, since an import makes many changes
};

} // namespace mishutai::session
