#pragma once

#include "db/lists/list_definition.h"
#include "office/words.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// 会员: one row a membership, past ones too. Levels are called as the office calls its head: headWord(session).
const db::ListDefinition &memberList(office::HeadWord word = office::HeadWord::Director);
/// The same with the fields of the office's own, of the members and of their units.
db::ListDefinition memberListOf(const session::Session &session, office::HeadWord word = office::HeadWord::Director);

} // namespace mishutai::members
