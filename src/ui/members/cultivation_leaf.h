#pragma once

#include "parties/cultivation/cultivation.h"
#include "ui/members/member_leaves.h"

#include <optional>

namespace mishutai::ui {

/// The section 培育库 of a unit: its rounds and how far each is today.
void fillCultivations(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions);

/// One round, in one undo. @param stored the one to change; nothing: a new one. @param done is called after saving
std::unique_ptr<Form> cultivationForm(
    session::Session &session, UnitId unit, const std::optional<parties::Cultivation> &stored, std::function<void()> done);

} // namespace mishutai::ui
