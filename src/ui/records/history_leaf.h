#pragma once

#include "db/lists/list_definition.h"
#include "session/history/change_history.h"

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
    QString word = {}; ///< 「联系人」, what the row is to the record; empty for the record itself
    QString name = {}; ///< 「张三」, which of them
    QStringList hidden = {}; ///< columns that say nothing to people
    QString told = {}; ///< 「2021-05-14，联〔2021〕3号」, said beside the name when the row comes or goes
    /// Where the row is but one value of the record: its name and how it is shown. Its column is `value`.
    std::optional<db::ListColumn> field = {};

    /// 「联系人 张三」 before the field's name.
    QString whose() const;
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
    struct Row {
        HistorySource source;
        session::ChangeKind kind; ///< Insert or Delete
    };
    std::vector<Row> rows; ///< rows of the record's child tables that came or went
};

/// Newest first. @throws Error (Forbidden | Storage)
std::vector<HistoryEntry> historyOf(const session::ChangeHistory &history, const std::vector<HistorySource> &sources);

/// Fills the leaf 历史: when, who, what, and each field's value before and after in plain words, with 恢复此项 where nothing
/// changed it since and it can change alone. `reverted` runs after that; without it nothing is offered. @throws Error
void fillHistory(
    DetailPane &pane, desk::Application &application, const std::vector<HistorySource> &sources, std::function<void()> reverted);

} // namespace mishutai::ui
