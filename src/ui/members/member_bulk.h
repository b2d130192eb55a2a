#pragma once

#include "ui/records/bulk/bulk_edit.h"

namespace mishutai::ui {

/// What can be changed for many members at once: 服务专员, 级别 from today, 推荐人, and what their units are (unit_bulk.h).
std::vector<BulkColumn> memberBulkColumns();
/// The fields of the office's own, of the members and of their units.
std::vector<BulkColumn> ownMemberBulkColumns(session::Session &session);

} // namespace mishutai::ui
