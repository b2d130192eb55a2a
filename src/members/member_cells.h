#pragma once

#include "members/member.h"
#include "office/sheets/row_reader.h"

namespace mishutai::members {

// What the cells of a member list say, beyond one word for one field. Columns are those of MemberSheet.

/// The membership. Levels in any head's word are taken, with a warning where it is not the office's own; 除名, 主动退会 … under
/// 状态 are statuses with their way of leaving. The status must agree with the dates, and where it says 申请中 without any day
/// the application is of today, with a warning. Without the column 入会日期 a member that has not left joined today. A new
/// member whose 级别 is empty is an ordinary one, with a warning. Faults stay in the reader.
/// @param details of the member that is there, or new
void readMemberCells(session::Session &session, office::RowReader &cells, bool isNew, MemberDetails &details);

/// The head that the row's level is called after (副会长单位), in the list's own words.
std::optional<office::HeadWord> headWordIn(const office::SheetRow &row);

/// Whom the contact columns name: one entry, empty where nothing stands there, or several where 联系人 holds several names. As
/// many numbers as names are dealt out; else all are the first one's, with a warning. A post in brackets behind a name is the
/// post.
std::vector<ContactEntry> contactEntries(const office::SheetRow &row);

} // namespace mishutai::members
