#pragma once

#include "base/task_control.h"
#include "desk/list_groups.h"

#include <QString>

#include <functional>

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
    QStringList headers{}; ///< beside columns, in the words of the receiver; an empty one stands for the list's own
    bool masksPersonal = false; ///< personal values leave as the key for shared screens shows them
    ListGroups groups{}; ///< lines of groups among the rows; what is folded is left out
};

/// Titles of the personal columns among those shown, the one that is grouped by too.
QStringList personalColumns(const ListExport &list);

/// Whether personal values would leave readable: it takes PersonalExport and a purpose.
bool leavesPersonal(const ListExport &list);

/// Writes the list to a .csv or .xlsx for people: headers as shown or as given, amounts and days as such, codes and phones as
/// text, texts that a spreadsheet would calculate neutralised. The line of a group has its label in the first column of text
/// (else the first) and the sums of totalled columns in theirs. With readable personal values it needs PersonalExport, and who
/// took what and why goes to the audit log.
/// @return rows written, without the lines of groups
/// @throws Error Forbidden, Validation (no purpose), Usage (another ending), Io, Cancelled
int exportList(
    session::Session &session, const ListExport &list, const QString &file, TaskControl &control = TaskControl::silent());

/// Writes personal data out with one audit row; on a file that is open for reading the permission alone is asked.
/// @param write writes the file; when it throws nothing is logged
/// @throws Error Forbidden, and what `write` throws
void exportPersonal(session::Session &session, const QString &purpose, const std::function<void()> &write);

} // namespace mishutai::desk
