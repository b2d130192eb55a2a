#pragma once

#include <QDateTime>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {

/// How the file was left.
struct FileState {
    bool isClean = true; ///< closed in order after the last opening for writing
    QDateTime openedAt; ///< UTC, of that opening; invalid for a new file
    qint64 lastAuditId = 0;
};

/// The mark in the file of opening and closing for writing.
class FileStateRepository
{
public:
    explicit FileStateRepository(db::Database &database) : m_database(database) { }

    FileState read() const;
    /// Notes the opening and gives the state found: not clean means that the last program was killed or lost power.
    FileState markOpened(const QDateTime &at);
    void markClosed();

private:
    db::Database &m_database;
};

} // namespace mishutai::session
