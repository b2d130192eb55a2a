#pragma once

#include "session/session.h"
#include "session/users/passwords.h"

#include <chrono>
#include <optional>
#include <vector>

namespace mishutai::session {

/// Checks name and password and writes the login, or the failure, to the audit log. A user without a password gives an empty one.
/// Failures are counted in the data file before the password is looked at, so that neither a restart nor a kill gives free tries:
/// after the third a minute passes before the next, then two and a half, so that an hour holds at most 30.
/// Hashes anew when the stored hash was made at another cost. On a read-only file nothing is counted or logged.
/// @throws Error Forbidden: wrong, deactivated, or still waiting (the remedy says how long)
User authenticate(db::Database &database, const Clock &clock, const QString &name, const QString &password,
    PasswordCost cost = PasswordCost::interactive());

/// As authenticate, for a user who is at work already; writes nothing when right but the cleared count.
void requirePassword(db::Database &database, const Clock &clock, const User &user, const QString &password);

/// Those who may log in, by name.
std::vector<User> activeUsers(const db::Database &database);
/// The user whom the command line takes when none is named: the only active one without a password.
std::optional<User> onlyUserWithoutPassword(const db::Database &database);

/// How long the next try must wait after that many failures in a row.
std::chrono::seconds waitAfterFailures(int failures);

} // namespace mishutai::session
