#pragma once

#include "session/permissions.h"

#include <QString>

#include <functional>
#include <vector>

namespace mishutai {
class TaskControl;
}

namespace mishutai::db {
class Database;
struct ListDefinition;
} // namespace mishutai::db

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// One thing that can be changed for many records at once.
struct BulkColumn {
    QString column; ///< key of the list's column: its title names the change, its type and values make the field
    QString label{}; ///< where it is another change than replacing the value: 「加标签」
    /// The cell after the change by the one before and what was typed; without it what was typed.
    std::function<QString(const QString &before, const QString &typed)> after{};
    /// Changes one record through its service, within a Work of the caller. `text` is what `after` gave, as people read it; empty
    /// for none. Any thread. @throws Error
    std::function<void(session::Session &session, qint64 id, const QString &text)> set;
    bool mayClear = true; ///< whether a record can be without a value
};

struct BulkEdit {
    session::Operation operation;
    std::vector<BulkColumn> columns;
    /// Those that come and go, asked whenever the sheet opens: fields of the office's own.
    std::function<std::vector<BulkColumn>()> further{};
};

/// What stands in the column of one record now.
struct BulkRow {
    qint64 id;
    QString now;
};

/// What a change would do: asked before, and again when it is done.
struct BulkPlan {
    struct Step {
        qint64 id;
        QString text; ///< the cell after the change
    };
    std::vector<Step> steps; ///< records that differ afterwards
    std::vector<std::pair<QString, int>> before; ///< what stands there now and how often, most frequent first
};

/// Reads one column of the records. Any thread. @throws Error (Storage | Cancelled)
std::vector<BulkRow> readBulk(
    const db::Database &database, const db::ListDefinition &list, const std::vector<qint64> &ids, TaskControl &control);
/// The definition with that column alone, for readBulk(): the others are not computed.
db::ListDefinition bulkList(const db::ListDefinition &list, const QString &column);
BulkPlan planBulk(const std::vector<BulkRow> &rows, const BulkColumn &column, const QString &typed);
/// One use case, one undo. @throws Error of the service: then nothing was changed; Cancelled
void runBulk(session::Session &session, session::Operation operation, const BulkColumn &column, const BulkPlan &plan,
    TaskControl &control);

} // namespace mishutai::ui
