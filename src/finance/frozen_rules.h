#pragma once

namespace mishutai::session {
class ChangeHistory;
}

namespace mishutai::finance {

/// Tells undo what it may not touch: posted vouchers (what their agent reports may be taken back) and closed months.
void addFrozenRules(session::ChangeHistory &history);

} // namespace mishutai::finance
