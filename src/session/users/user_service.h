#pragma once

#include "session/users/passwords.h"
#include "session/users/user_repository.h"

#include <vector>

namespace mishutai::session {

/// Users of one data file. The first one holds all roles (单人模式); rules of separation hold from the second on.
/// Every change throws Error Forbidden without the operation, Conflict for a stale revision, Validation for bad values.
class UserService
{
public:
    explicit UserService(Session &session, PasswordCost cost = PasswordCost::interactive());

    /// Makes the first user of a new file, with all roles and no password.
    /// @throws Error Conflict when the file has users already
    static User createFirst(db::Database &database, const Clock &clock, const QString &name);

    std::vector<UserRecord> list() const;
    /// One active user alone: shown in the window, and rules of separation rest.
    bool isSingleUser() const;

    UserId add(const QString &name, Roles roles);
    void rename(UserId user, int revision, const QString &name);
    /// @throws Error Conflict for the last active 秘书长 and for one's own roles
    void setRoles(UserId user, int revision, Roles roles);
    /// @throws Error Conflict for the last active 秘书长 and for oneself
    void setActive(UserId user, int revision, bool isActive);
    /// A new password for somebody else or oneself; an empty one removes it. Needs UserAdmin.
    void resetPassword(UserId user, const QString &password);
    /// One's own password. @throws Error Forbidden when the old one is wrong; wrong tries count as a login's do
    void changeOwnPassword(const QString &oldPassword, const QString &newPassword);

private:
    UserRecord require(UserId user) const;
    void requireDirectorRemains(const UserRecord &changed) const;
    void storePassword(UserId user, const QString &password);

    Session &m_session;
    UserRepository m_users;
    PasswordCost m_cost;
};

} // namespace mishutai::session
