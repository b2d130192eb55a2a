#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::finance {

/// 收支台账: one row a voucher of the year's business, drafts too. Row ids are voucher ids.
const db::ListDefinition &entryList();

} // namespace mishutai::finance
