#include "ui/records/imports/pending_changes_sheet.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

namespace {

bool wouldGo(const office::PendingChange &change)
{
    return change.outcome.has_value();
}

} // namespace

PendingChangesSheet::PendingChangesSheet(QWidget &owner, const std::vector<office::PendingRow> &rows,
    const std::vector<office::PendingChange> &changes, const std::vector<office::SheetColumn> &columns)
    : Overlay(&owner), m_table(new QTableWidget(0, 4, this)), m_agree(new QPushButton(this))
{
    stayOpen();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    auto *headline = new QLabel(tr("会这样改动已登记的"), this);
    setLook(headline, "title");
    column->addWidget(headline);
    if (std::ranges::count(columns, QStringLiteral("contactName"), &office::SheetColumn::key) > 0) {
        auto *hint = new QLabel(tr("表里另外的联系人会添上，已登记的不动，下面不列。"), this);
        setLook(hint, "muted");
        column->addWidget(hint);
    }
    m_table->setHorizontalHeaderLabels({tr("行"), tr("栏目"), tr("旧"), tr("新")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumSize(px(680), px(220));
    column->addWidget(m_table, 1);
    for (size_t i = 0; i < rows.size(); ++i)
        addLines(rows[i], changes[i], columns);
    m_table->resizeColumnsToContents();
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("不改"), this);
    const auto going = std::ranges::count_if(changes, wouldGo);
    m_agree->setText(tr("改 %1 行").arg(going));
    m_agree->setEnabled(going > 0);
    setLook(m_agree, "primary");
    buttons->addStretch();
    for (QPushButton *button : {cancel, m_agree}) {
        button->setAutoDefault(true);
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_agree, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT agreed();
    });
    (going > 0 ? m_agree : cancel)->setFocus();
}

void PendingChangesSheet::addLine(const QString &row, const QString &column, const QString &before, const QString &after)
{
    const int line = m_table->rowCount();
    m_table->insertRow(line);
    int at = 0;
    for (const QString &text : {row, column, before, after}) {
        auto *item = new QTableWidgetItem(text);
        item->setToolTip(text);
        m_table->setItem(line, at++, item);
    }
}

void PendingChangesSheet::addLines(
    const office::PendingRow &row, const office::PendingChange &change, const std::vector<office::SheetColumn> &columns)
{
    const QString name = tr("第%1行").arg(row.rowNumber);
    if (!change.outcome) {
        for (const FieldError &fault : change.faults)
            addLine(name, tr("不能入库"), {}, fault.message);
        return;
    }
    if (change.outcome == office::RowOutcome::Added)
        addLine(name, tr("新增"), tr("没有登记"), tr("另外登记一条"));
    else if (change.outcome == office::RowOutcome::Same)
        addLine(name, tr("相同"), {}, tr("没有要改的，这一行不再等着"));
    for (const office::CellChange &cell : change.changes) {
        const auto column = std::ranges::find(columns, cell.key, &office::SheetColumn::key);
        addLine(name, column == columns.end() ? cell.key : column->title, cell.before.isEmpty() ? tr("空白") : cell.before,
            cell.after.isEmpty() ? tr("空白") : cell.after);
    }
    if (change.outcome == office::RowOutcome::Changed && change.changes.empty())
        addLine(name, tr("其他"), {}, tr("添上表里另有的联系人、电话等"));
}

} // namespace mishutai::ui
