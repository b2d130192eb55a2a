#pragma once

#include "base/ids.h"
#include "base/task_control.h"
#include "document/sheets/sheet.h"
#include "tables/table_writer.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// Where a parcel for a member goes.
struct MailingRow {
    QString receiver;
    QString phone;
    QString address;
    QString unit;
    QString missing; ///< "缺地址、电话"; empty when all is there
};

/// 快递寄送清单 in the order given, but what lacks something first. @throws Error Validation (nobody ticked), NotFound, Forbidden
std::vector<MailingRow> mailingRows(session::Session &session, const std::vector<MemberId> &members, TaskControl &control);

/// As a workbook for the carrier, and as a sheet to be ticked off by hand.
tables::Table mailingTable(const std::vector<MailingRow> &rows);
document::Sheet mailingSheet(session::Session &session, const std::vector<MailingRow> &rows);

} // namespace mishutai::desk
