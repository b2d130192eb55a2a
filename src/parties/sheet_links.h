#pragma once

#include "base/ids.h"
#include "office/sheets/row_reader.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// The columns by which a row names a unit (unitCode, unitName) or a person (personCode, personName), in this order.
std::vector<office::SheetColumn> unitLinkColumns();
std::vector<office::SheetColumn> personLinkColumns();

/// The unit that a row names: by 单位编号, else by 单位全称 (code, credit code and other names are taken there too).
/// Nothing when both cells are empty. @throws Error (Validation) when none or several are meant
std::optional<UnitId> linkedUnit(session::Session &session, const office::SheetRow &row);
/// As linkedUnit, but a row must name one.
UnitId requiredUnit(session::Session &session, const office::SheetRow &row);
/// The person that a row names: by 人员编号, else by 姓名 with 电话 (key "phone") where given, else by 姓名 alone.
std::optional<PersonId> linkedPerson(session::Session &session, const office::SheetRow &row);

/// The row with two numbers of one cell in two cells, the second where the record keeps its other number. As it is when there
/// are not two, or when the row says another other number.
office::SheetRow withPhonesApart(office::SheetRow row, const QString &key, const QString &otherKey);

/// A Validation error of one field, as an import reports it.
Error faultOf(const QString &field, const QString &code, const QString &message);

} // namespace mishutai::parties
