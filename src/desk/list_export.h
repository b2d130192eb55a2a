#pragma once

#include "base/task_control.h"
#include "db/list_definition.h"

#include <QString>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// A list as the screen shows it: what a page hands over to be written.
struct ListExport {
    db::ListDefinition definition;
    QStringList columns; ///< keys of the columns shown, in their order
    std::vector<qint64> ids; ///< rows shown, in their order
    QString purpose; ///< what for; required where a personal column is among them
};

/// Titles of the personal columns among those shown.
QStringList personalColumns(const ListExport &list);

/// Writes the list to a .csv or .xlsx for people: headers as shown, amounts and days as such, codes and phones as text, texts
/// that a spreadsheet would calculate neutralised. With personal columns it needs PersonalExport, and who took what and why goes
/// to the audit log before the file is written.
/// @return rows written
/// @throws Error Forbidden, Validation (no purpose), Usage (another ending), Io, Cancelled
int exportList(
    session::Session &session, const ListExport &list, const QString &file, TaskControl &control = TaskControl::silent());

/// One audit row for an export of personal data; nothing but the permission on a file that is open for reading.
/// @throws Error Forbidden
void recordPersonalExport(session::Session &session, const QString &purpose);

} // namespace mishutai::desk
