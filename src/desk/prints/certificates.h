#pragma once

#include "base/ids.h"
#include "base/task_control.h"
#include "document/layout/paged_document.h"
#include "document/sheets/certificate.h"

#include <QDate>

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

struct CertificateRequest {
    std::vector<MemberId> members; ///< in this order
    QDate date; ///< on which they are issued
    QDate validUntil; ///< last day; invalid: the certificate says nothing of it
    document::CertificateShape shape = document::CertificateShape::Landscape;
};

/// Last day of the council's term that holds on a day; invalid where none does or it runs on.
QDate lastDayOfTerm(session::Session &session, QDate day);

/// 会员证书 of the members, one page each; who has no number gets one that is kept. Needs a QGuiApplication.
/// @throws Error Validation (nobody ticked, a member not in force, dates that cannot be), NotFound, Forbidden, Storage, Io,
/// Cancelled
document::PagedDocument certificatePages(session::Session &session, const CertificateRequest &request, TaskControl &control);

} // namespace mishutai::desk
