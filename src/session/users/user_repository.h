#pragma once

#include "session/session.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace mishutai::session {

class Work;

/// A user with what an update of the row needs.
struct UserRecord {
    User user;
    int revision = 1;
};

struct PasswordState {
    QString hash;
    int failedAttempts = 0;
    QDateTime lastFailedAt; ///< UTC; invalid without a failure
};

/// Rows of users and user_passwords.
class UserRepository
{
public:
    explicit UserRepository(const db::Database &database) : m_database(database) { }

    /// By name.
    std::vector<UserRecord> all() const;
    std::optional<UserRecord> find(UserId user) const;
    std::optional<UserRecord> findByName(const QString &name) const;
    /// Active users that hold the role.
    int countActive(Role role) const;

    UserId insert(Work &work, const QString &name, Roles roles) const;
    void update(Work &work, const UserRecord &user) const;

    std::optional<PasswordState> password(UserId user) const;
    /// Sets the hash and forgets failed attempts. Kept out of change history. Inside a transaction.
    void setPassword(UserId user, const QString &hash, const QDateTime &at) const;
    void removePassword(UserId user) const;
    /// Counts one more attempt; inside a transaction.
    void countFailure(UserId user, const QDateTime &at) const;
    /// Sets the instant of the last failure, leaving the count.
    void moveFailure(UserId user, const QDateTime &at) const;
    void clearFailures(UserId user) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::session
