#pragma once

#include "parties/people/person.h"

namespace mishutai::session {
class Work;
}

namespace mishutai::parties {

/// Gives the stored contact another unit or person. Where that person is a contact of that unit at that time already, the two
/// become one with all that both say. Part of the caller's use case.
void moveContact(session::Work &work, const Contact &stored, UnitId unit, PersonId person);

} // namespace mishutai::parties
