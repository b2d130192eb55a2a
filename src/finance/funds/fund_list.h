#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::finance {

/// 专项资金 with what is left of them: the balance of the net-asset account.
const db::ListDefinition &fundList();

} // namespace mishutai::finance
