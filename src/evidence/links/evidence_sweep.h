#pragma once

namespace mishutai::session {
class Session;
}

namespace mishutai::evidence {

struct SweepResult {
    int parked = 0; ///< objects moved to quarantine
    int deleted = 0; ///< objects deleted from there
};

/// Lets go of what no record has referred to for 90 days: first into quarantine, 90 days later for good. It notes since when
/// nobody refers to an object, so it may run at any time; while a backup runs it does nothing. Needs EvidenceSweep.
/// @throws Error Forbidden, Storage, Io
SweepResult sweep(session::Session &session);

constexpr int kDaysKept = 90;

} // namespace mishutai::evidence
