#pragma once

#include "base/ids.h"
#include "base/task_control.h"
#include "document/layout/paged_document.h"
#include "document/sheets/sheet.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

enum class MemberSheetKind {
    Registration, ///< 会员登记表, with room for opinions and seals
    Dossier ///< 一企一档: everything known, with levels, titles and yearly figures
};

/// One member on a ruled A4 sheet. @throws Error NotFound, Forbidden
document::Sheet memberSheet(session::Session &session, MemberId member, MemberSheetKind kind);

/// The sheets of several members, each on pages of its own. Needs a QGuiApplication.
/// @throws Error Validation (nobody ticked), NotFound, Forbidden, Io, Cancelled
document::PagedDocument memberSheetPages(
    session::Session &session, const std::vector<MemberId> &members, MemberSheetKind kind, TaskControl &control);

} // namespace mishutai::desk
