#pragma once

#include "db/list_definition.h"

namespace mishutai::parties {

/// 单位库: every organisation that goes on.
const db::ListDefinition &unitList();

} // namespace mishutai::parties
