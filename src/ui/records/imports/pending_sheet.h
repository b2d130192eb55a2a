#pragma once

#include "office/sheets/pending_rows.h"
#include "office/sheets/record_sheet.h"
#include "ui/common/overlay.h"

#include <set>

class QLabel;
class QPushButton;
class QTableWidget;

namespace mishutai::desk {
class Application;
}

namespace mishutai::ui {

class ListPage;
class ReasonLine;

/// 待补: the rows of one kind that imports could not take. Cells are mended in place (type or F2, Enter goes to the next wrong
/// one), 入库 tries all again, 丢弃 drops the marked rows, 所选的确是新的 takes rows that are much like a record.
class PendingSheet : public Overlay
{
    Q_OBJECT

public:
    PendingSheet(ListPage &page, desk::Application &application, const QString &kind);

    QTableWidget *table() const { return m_table; }
    /// The whole reason of the row under the cursor.
    ReasonLine *reasonLine() const { return m_reason; }
    QPushButton *takeButton() const { return m_take; }
    QPushButton *dropButton() const { return m_drop; }
    /// In sight while a row is 疑似重复.
    QPushButton *asNewButton() const { return m_asNew; }

private:
    void build();
    void read();
    void fillRow(int row);
    void goToNextWrong();
    void tellReason();
    /// The rows with the cells as they were typed.
    std::vector<office::PendingRow> edited() const;
    void retry(const std::vector<office::PendingRow> &rows, office::PendingRows::Alike alike);
    void takeAsNew();
    std::set<int> selectedRows() const;
    void drop();
    void changed(const QString &message);

    ListPage &m_page;
    desk::Application &m_application;
    std::unique_ptr<office::RecordSheet> m_kind;
    std::vector<office::PendingRow> m_rows;
    std::vector<office::SheetColumn> m_columns; ///< that any row needs
    QLabel *m_headline;
    QTableWidget *m_table;
    ReasonLine *m_reason;
    QPushButton *m_take;
    QPushButton *m_drop;
    QPushButton *m_asNew;
};

} // namespace mishutai::ui
