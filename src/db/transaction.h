#pragma once

#include "db/file/write_gate.h"

#include <QString>

#include <optional>

namespace mishutai::db {

class Database;

/// One write transaction: passes the WriteGate and begins IMMEDIATE; inside another one of the same connection it is a savepoint.
/// Without commit() the destructor undoes everything since the constructor. Transactions end in the reverse order of their start.
class Transaction
{
public:
    /// @throws Error Storage when the connection is read-only or the file is busy
    explicit Transaction(Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    bool isOutermost() const { return m_level == 1; }
    /// Makes the changes permanent (outermost: on the disk). Once only. Every Statement with rows left must be gone or finished.
    /// @throws Error (Storage, Conflict for a deferred foreign key); then everything since the constructor is undone
    void commit();

private:
    void run(const QString &sql);
    void undo() noexcept;
    QString savepoint() const;

    Database &m_database;
    int m_level;
    bool m_isOpen = false;
    std::optional<WriteGate::Pass> m_pass;
};

/// Until the end of the open transaction foreign keys are looked at by its commit only, which may then throw Conflict.
void deferForeignKeys(Database &database);

} // namespace mishutai::db
