#pragma once

#include "db/list_definition.h"

namespace mishutai::members {

/// 会员: one row a membership, past ones too.
const db::ListDefinition &memberList();

} // namespace mishutai::members
