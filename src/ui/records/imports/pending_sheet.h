#pragma once

#include "office/sheets/pending_rows.h"
#include "office/sheets/record_sheet.h"
#include "ui/common/overlay.h"

#include <set>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace mishutai::desk {
class Application;
}

namespace mishutai::ui {

class ListPage;
class ReasonLine;

/// 待补: the rows of one kind that imports could not take. Cells are mended in place (type or F2, Delete empties, Enter goes to
/// the next wrong one), 入库 tries the rows that were mended, 所选再试 others as they stand, 丢弃 drops the marked rows,
/// 所选的确是新的 takes rows that are much like a record, 改已登记的 shows what doubles would change of a record and changes it.
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
    QPushButton *againButton() const { return m_again; }
    /// In sight while a row is 重复.
    QPushButton *changeButton() const { return m_change; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void makeTable();
    QHBoxLayout *makeButtons();
    void read();
    void showButtons();
    void showColours(int row, int column);
    void emptySelected();
    void fillRow(int row);
    void goToNextWrong();
    void tellReason();
    /// The rows with the cells as they were typed.
    std::vector<office::PendingRow> edited() const;
    std::vector<office::PendingRow> editedSelected() const;
    void retry(const std::vector<office::PendingRow> &rows, office::PendingRows::Confirmed confirmed);
    void retrySelected(office::PendingRows::Confirmed confirmed);
    void askForChanges();
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
    QPushButton *m_again;
    QPushButton *m_change;
};

} // namespace mishutai::ui
