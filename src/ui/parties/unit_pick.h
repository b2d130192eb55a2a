#pragma once

#include "ui/common/fields/pick_field.h"

namespace mishutai::ui {

/// A field for a unit. Each offer says its level as a member or its role, where it is and the end of its credit code, so that
/// branches and firms of like names can be told apart. @param session outlives the field
PickField *unitPick(session::Session &session);

} // namespace mishutai::ui
