#pragma once

#include "db/list_definition.h"
#include "session/change_history.h"

namespace mishutai::desk {
class Application;
}

namespace mishutai::ui {

class DetailPane;

/// A row whose changes belong to the history of a record.
struct HistorySource {
    QString table;
    qint64 rowId;
    session::Operation toRead;
    QString whose; ///< 「联系人」 before the field's name; empty for the record itself
    /// Where the row is but one value of the record: its name and how it is shown. Its column is `value`.
    std::optional<db::ListColumn> field{};
};

/// One use case in the history of a record: what all its sources changed by it.
struct HistoryEntry {
    QDateTime at; ///< UTC
    QString userName;
    QString operationLabel;
    struct Line {
        HistorySource source;
        BatchId batch{0};
        session::FieldChange change;
        bool isLatest; ///< nothing changed this field since: it can be taken back alone
    };
    std::vector<Line> lines; ///< empty where a row was made or removed
};

/// Newest first. @throws Error (Forbidden | Storage)
std::vector<HistoryEntry> historyOf(const session::ChangeHistory &history, const std::vector<HistorySource> &sources);

/// Fills the leaf 历史: when, who, what, and each field's value before and after in the words of the list, with 恢复此项 where
/// nothing changed it since. `reverted` runs after that. @throws Error
void fillHistory(DetailPane &pane, desk::Application &application, const db::ListDefinition &list,
    const std::vector<HistorySource> &sources, std::function<void()> reverted);

} // namespace mishutai::ui
