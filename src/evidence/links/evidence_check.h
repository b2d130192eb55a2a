#pragma once

#include "base/task_control.h"
#include "evidence/links/evidence.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::evidence {

/// A file of a record that is not as it was attached.
struct EvidenceFault {
    enum class Kind { Missing, Changed };
    Kind kind = Kind::Missing;
    EvidenceItem item; ///< each record that has the file is told apart
};

enum class Depth {
    Names, ///< every object is there with its size: some thousandths of a second for thousands
    Bytes ///< and its bytes have its hash
};

/// Looks at every object that a record refers to; nothing is changed. Needs CheckRun.
/// @throws Error Forbidden, Storage, Cancelled
std::vector<EvidenceFault> checkEvidence(
    const session::Session &session, Depth depth, TaskControl &control = TaskControl::silent());

} // namespace mishutai::evidence
