#pragma once

#include "db/list_definition.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// 会员: one row a membership, past ones too.
const db::ListDefinition &memberList();
/// The same with the fields of the office's own, of the members and of their units.
db::ListDefinition memberListOf(const session::Session &session);

} // namespace mishutai::members
