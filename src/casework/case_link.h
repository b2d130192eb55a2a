#pragma once

#include "base/ids.h"
#include "office/sheets/record_sheet.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::casework {

/// The columns by which a row names a case: caseCode, caseTitle, caseOpenedOn.
std::vector<office::SheetColumn> caseLinkColumns();
/// Their texts in an export.
QStringList caseLinkTexts(session::Session &session, CaseId id);

/// The case that a row names: by 事项编号, else by 事项 with 受理日期 where given.
/// @throws Error (Validation) when none or several are meant
CaseId linkedCase(session::Session &session, const office::SheetRow &row);

} // namespace mishutai::casework
