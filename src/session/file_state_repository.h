#pragma once

#include <QDateTime>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {

/// How the file was left.
struct FileState {
    bool isClean = true; ///< closed in order after the last change
    QDateTime openedAt; ///< UTC, of the first change since the file was last closed in order; invalid for a new file
    qint64 lastAuditId = 0;
};

/// The mark in the file that something was changed and the file not closed since. The audit log sets it in the transaction of
/// the first change, so that looking at a file, or failing to change it, leaves every byte as it was.
class FileStateRepository
{
public:
    explicit FileStateRepository(db::Database &database) : m_database(database) { }

    FileState read() const;
    /// Takes the mark away; writes nothing where there is none.
    void markClosed();

private:
    db::Database &m_database;
};

} // namespace mishutai::session
