#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// 单位库: every organisation that goes on.
const db::ListDefinition &unitList();
/// The same with the fields of the office's own.
db::ListDefinition unitListOf(const session::Session &session);

} // namespace mishutai::parties
