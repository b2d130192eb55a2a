#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "session/permissions.h"

#include <QString>

namespace mishutai::db {
class ChangeBus;
class Database;
} // namespace mishutai::db

namespace mishutai::session {

class Work;

struct User {
    UserId id;
    QString name;
    Roles roles;
    bool hasPassword = false;
    bool isActive = true;
};

/// One user at work on one connection. Services hold a reference to it; a worker thread has its own.
class Session
{
public:
    /// @param bus may be null (workers, command line)
    Session(db::Database &database, const Clock &clock, User user, db::ChangeBus *bus = nullptr);

    db::Database &database() const { return m_database; }
    const Clock &clock() const { return m_clock; }
    const User &user() const { return m_user; }
    db::ChangeBus *bus() const { return m_bus; }

    bool may(Operation operation) const { return isAllowed(m_user.roles, operation); }
    /// For reading use cases. @throws Error (Forbidden), which is written to the audit log when the file is writable
    void require(Operation operation) const;

private:
    friend class Work;
    db::Database &m_database;
    const Clock &m_clock;
    User m_user;
    db::ChangeBus *m_bus;
    Work *m_outermost = nullptr; ///< the Work that holds the transaction
};

} // namespace mishutai::session
