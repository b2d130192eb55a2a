#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::finance {

/// 凭证: every voucher of every kind, drafts too.
const db::ListDefinition &voucherList();

} // namespace mishutai::finance
