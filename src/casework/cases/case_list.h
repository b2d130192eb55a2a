#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::casework {

/// 服务台账: cases of all years, the newest first.
const db::ListDefinition &caseList();

} // namespace mishutai::casework
