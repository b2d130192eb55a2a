#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::finance {

/// 科目 with their posted balances on the account's own side.
const db::ListDefinition &accountList();

} // namespace mishutai::finance
