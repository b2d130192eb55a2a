#pragma once

#include "office/sheets/pending_rows.h"
#include "ui/common/overlay.h"

class QPushButton;
class QTableWidget;

namespace mishutai::ui {

/// 改已登记的: what waiting rows would change of registered records, cell by cell, old → new, before it is done.
class PendingChangesSheet : public Overlay
{
    Q_OBJECT

public:
    /// @param changes of the rows, in their order
    PendingChangesSheet(QWidget &owner, const std::vector<office::PendingRow> &rows,
        const std::vector<office::PendingChange> &changes, const std::vector<office::SheetColumn> &columns);

    QTableWidget *table() const { return m_table; }
    QPushButton *agreeButton() const { return m_agree; }

Q_SIGNALS:
    void agreed();

private:
    void addLine(const QString &row, const QString &column, const QString &before, const QString &after);
    void addLines(
        const office::PendingRow &row, const office::PendingChange &change, const std::vector<office::SheetColumn> &columns);

    QTableWidget *m_table;
    QPushButton *m_agree;
};

} // namespace mishutai::ui
