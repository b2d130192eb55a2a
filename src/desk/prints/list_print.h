#pragma once

#include "base/task_control.h"
#include "desk/list_groups.h"
#include "document/sheets/sheet.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// A list as somebody looks at it.
struct ListPrint {
    const db::ListDefinition *definition = nullptr;
    QString title; ///< what the page calls it
    QStringList columns; ///< keys of the visible columns, in their order
    std::vector<qint64> ids; ///< the rows, in their order
    QString filters; ///< 「级别 是 理事单位；含「化工」」; empty for all
    QString view{}; ///< name of the saved view that the list shows; empty for none
    bool hidesPersonal = false; ///< the key for shared screens is on
    ListGroups groups{}; ///< lines of groups among the rows; what is folded is left out, the totals stay those of all
};

/// The default columns and all rows of a list in its own order. @throws Error Storage
ListPrint wholeList(session::Session &session, const db::ListDefinition &definition);

/// The list as a sheet: its title says which rows (view, filters, 全部), then filters too long for it, groups, how many rows and
/// the day, 序号, the columns, totals of those that have them. Columns that are shown by default and empty in every row are left
/// out. Personal values are masked where the user may not see them. @throws Error Forbidden, Storage, Cancelled
document::Sheet listSheet(session::Session &session, const ListPrint &print, TaskControl &control);

} // namespace mishutai::desk
