#pragma once

#include "base/ids.h"

namespace mishutai::activities {

/// A row that hangs on an event: a partner, an attendee, an outcome.
template <class Details> struct Part {
    qint64 id;
    int revision;
    ActivityId activity;
    Details details;
};

} // namespace mishutai::activities
