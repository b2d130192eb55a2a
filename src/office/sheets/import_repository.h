#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <vector>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::office {

/// A row that waits to be mended (待补).
struct PendingRow {
    qint64 id = 0;
    int revision = 1;
    QString sourceName; ///< of the file, or 粘贴的内容
    int rowNumber = 0; ///< as the spreadsheet showed it
    QHash<QString, QString> cells; ///< column key → text
    std::vector<FieldError> reasons;
    QDateTime at; ///< UTC
};

/// Rows of import_columns and import_pending.
class ImportRepository
{
public:
    explicit ImportRepository(const db::Database &database) : m_database(database) { }

    /// tables::columnKey → column key; empty for a column that is not imported.
    QHash<QString, QString> columns(const QString &kind) const;
    void putColumn(session::Work &work, const QString &kind, const QString &title, const QString &columnKey) const;
    /// A column is called otherwise from now on: titles that were matched to it still are, and cells that wait under 待补.
    void renameColumn(session::Work &work, const QString &from, const QString &to) const;

    /// In the order in which they came.
    std::vector<PendingRow> pending(const QString &kind) const;
    int pendingCount(const QString &kind) const;
    /// Leaves a row that waits already as it is. @return whether it was added
    bool addPending(session::Work &work, const QString &kind, const PendingRow &row) const;
    void updatePending(session::Work &work, const QString &kind, const PendingRow &row) const;
    void removePending(session::Work &work, qint64 id, int revision) const;

private:
    bool isPending(const QString &kind, const QString &cells, qint64 but) const;

    const db::Database &m_database;
};

} // namespace mishutai::office
