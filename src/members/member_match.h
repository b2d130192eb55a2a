#pragma once

#include "base/ids.h"
#include "members/member.h"
#include "office/sheets/record_sheet.h"

#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

// Whom a row of a member list means. Columns are those of MemberSheet.

/// 个人会员, by its 单位类型 or its 人员编号.
bool isIndividual(const office::SheetRow &row);

/// The unit that a row without a known 会员编号 means: by 单位编号, 统一社会信用代码, then exact 单位全称.
std::optional<UnitId> matchedUnit(session::Session &session, const office::SheetRow &row);

/// The person that an individual's row means, by 人员编号, else by name and number.
/// @throws Error Validation for a 人员编号 that is not there
std::optional<PersonId> matchedPerson(session::Session &session, const office::SheetRow &row);

/// The current membership of the unit or person; for a row that says when it ended, the one that ended or began on its days where
/// there is no current one.
std::optional<Member> membershipOf(session::Session &session, UnitId unit, const office::SheetRow &row);
std::optional<Member> membershipOf(session::Session &session, PersonId person, const office::SheetRow &row);

/// By 会员编号, else the current membership of whom the row means.
std::optional<Member> matchedMember(session::Session &session, const office::SheetRow &row);

} // namespace mishutai::members
