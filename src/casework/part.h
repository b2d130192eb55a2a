#pragma once

#include "base/ids.h"

namespace mishutai::casework {

/// A row that hangs on a case: a unit, a step, a receipt.
template <class Details> struct Part {
    qint64 id;
    int revision;
    CaseId caseId;
    Details details;
};

} // namespace mishutai::casework
