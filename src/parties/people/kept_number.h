#pragma once

#include "parties/people/person.h"

namespace mishutai::parties {

/// No number is lost: it takes the first place that is free, 电话 or 另一电话, else a line of the notes. Nothing to do for a
/// number that is there already, in the notes too, or for an empty one.
void keepNumber(PersonDetails &details, const QString &number);

} // namespace mishutai::parties
