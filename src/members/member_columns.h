#pragma once

#include "members/member.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::members {

// A member with its unit and its contact as one row of a list.

/// Of MemberSheet. Those of the unit are the columns of the sheet of units.
std::vector<office::SheetColumn> memberColumns();

/// Of these, the columns of the unit (but its code) and of its contact.
QStringList keysOfUnitAndContact();

/// The texts below them.
/// @param unit empty for a 个人会员
/// @param individual empty for a unit
QStringList memberCells(const Member &member, const parties::UnitDetails &unit, const parties::PersonDetails &individual,
    const ContactEntry &contact);

/// The column that a field of a nested record stands in: "unit.name", "contact.phone", "person.email". Others as they are.
QString memberColumnOf(const QString &field);

/// The row's unit as a sheet of units has it, without the empty cells.
office::SheetRow unitRow(const office::SheetRow &row);

/// A key without a column: where the second of two numbers in 电话 goes.
inline const QString kOtherPhone = QStringLiteral("contactOtherPhone");

} // namespace mishutai::members
