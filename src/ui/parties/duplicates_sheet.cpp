#include "ui/parties/duplicates_sheet.h"

#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace mishutai::ui {

DuplicatesSheet::DuplicatesSheet(
    QWidget *owner, std::vector<DuplicateRow> rows, std::function<void(qint64 first, qint64 second)> compare)
    : Overlay(owner), m_rows(std::move(rows))
{
    setObjectName("duplicates");
    auto *headline = new QLabel(tr("疑似重复 %1 对").arg(m_rows.size()), this);
    setLook(headline, "title");
    auto *hint = new QLabel(tr("Enter 并排比较，可选字段后合并；不是重复的不用理会。"), this);
    setLook(hint, "muted");
    auto *table = new QTableWidget(static_cast<int>(m_rows.size()), 3, this);
    table->setHorizontalHeaderLabels({tr("先登记的"), tr("后登记的"), tr("原因")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->setColumnWidth(2, px(150));
    table->setMinimumSize(px(820), px(360));
    for (int row = 0; row < table->rowCount(); ++row) {
        const DuplicateRow &each = m_rows[static_cast<size_t>(row)];
        const QStringList texts{each.firstText, each.secondText, each.reason};
        for (int column = 0; column < 3; ++column) {
            table->setItem(row, column, new QTableWidgetItem(texts[column]));
            table->item(row, column)->setToolTip(texts[column]);
        }
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->addWidget(headline);
    column->addWidget(hint);
    column->addWidget(table);
    connect(table, &QTableWidget::cellActivated, this, [this, compare = std::move(compare)](int row, int) {
        const DuplicateRow &chosen = m_rows[static_cast<size_t>(row)];
        dismiss();
        compare(chosen.first, chosen.second);
    });
    popUpCentred();
    if (table->rowCount() > 0)
        table->setCurrentCell(0, 0);
    table->setFocus();
}

} // namespace mishutai::ui
