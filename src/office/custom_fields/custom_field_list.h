#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::office {

/// The page 自定义字段.
const db::ListDefinition &customFieldList();

} // namespace mishutai::office
