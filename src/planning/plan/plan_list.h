#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::planning {

/// 年度目标: targets, tasks and problems of all years.
const db::ListDefinition &planList();
/// 指标填报: readings of reported indicators.
const db::ListDefinition &observationList();

} // namespace mishutai::planning
