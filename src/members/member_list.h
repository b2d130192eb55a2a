#pragma once

#include "db/list_definition.h"
#include "office/words.h"

namespace mishutai::members {

/// 会员: one row a membership, past ones too. Levels are called as the office calls its head: headWord(session).
const db::ListDefinition &memberList(office::HeadWord word = office::HeadWord::Director);

} // namespace mishutai::members
