#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::activities {

/// 活动: events and meetings of all years, the newest first.
const db::ListDefinition &activityList();

} // namespace mishutai::activities
