#pragma once

#include "base/error.h"
#include "session/session.h"

namespace mishutai::session {

/// The Error Forbidden for a user without the operation: what, why, and which roles may.
Error forbidden(const User &user, Operation operation);

/// Writes a refused operation to the audit log in a transaction of its own. Nothing on a read-only file. Never throws: a log that
/// cannot be written must not hide the refusal, so that goes to the program's log.
void recordRefusal(db::Database &database, const Clock &clock, const User &user, Operation operation) noexcept;

} // namespace mishutai::session
