#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::parties {

/// 人员库: every person that goes on, with the unit the person speaks for.
const db::ListDefinition &personList();

} // namespace mishutai::parties
