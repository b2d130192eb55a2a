#pragma once

#include "base/ids.h"

namespace mishutai::session {
class Work;
}

namespace mishutai::parties {

/// Gives roles, qualifications and yearly figures of one unit to another. Where both have one of the same key (for roles: at one
/// time), the two become one: what the other lacks is filled in, what differs is noted. Part of the caller's use case.
void moveFacts(session::Work &work, UnitId from, UnitId to);

} // namespace mishutai::parties
