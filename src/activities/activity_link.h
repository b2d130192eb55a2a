#pragma once

#include "base/ids.h"
#include "office/sheets/record_sheet.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::activities {

/// The columns by which a row names an event: activityCode, activityName, activityDate.
std::vector<office::SheetColumn> activityLinkColumns();
/// Their texts in an export.
QStringList activityLinkTexts(session::Session &session, ActivityId activity);

/// The event that a row names: by 活动编号, else by 活动名称 with 活动日期 where given.
/// @throws Error (Validation) when none or several are meant
ActivityId linkedActivity(session::Session &session, const office::SheetRow &row);

} // namespace mishutai::activities
