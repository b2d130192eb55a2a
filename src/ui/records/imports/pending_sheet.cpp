#include "ui/records/imports/pending_sheet.h"

#include "desk/application.h"
#include "desk/data_set.h"
#include "office/sheets/pending_rows.h"
#include "ui/common/guarded.h"
#include "ui/common/list_page.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/records/imports/pending_changes_sheet.h"
#include "ui/records/imports/reason_line.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace mishutai::ui {

namespace {

constexpr int kOwnColumns = 2; ///< where from, why

QString reasonOf(const office::PendingRow &row)
{
    QStringList reasons;
    for (const FieldError &reason : row.reasons)
        reasons << reason.message;
    return reasons.join(QStringLiteral("；"));
}

bool isWrong(const office::PendingRow &row, const QString &key)
{
    return std::ranges::find(row.reasons, key, &FieldError::field) != row.reasons.end();
}

} // namespace

PendingSheet::PendingSheet(ListPage &page, desk::Application &application, const QString &kind)
    : Overlay(&page), m_page(page), m_application(application), m_kind(desk::recordSheet(kind)), m_headline(new QLabel(this)),
      m_table(new QTableWidget(this)), m_reason(new ReasonLine(this)), m_take(new QPushButton(tr("入库"), this)),
      m_drop(new QPushButton(tr("丢弃所选"), this)), m_asNew(new QPushButton(tr("所选的确是新的(&N)"), this)),
      m_again(new QPushButton(tr("所选再试(&R)"), this)), m_change(new QPushButton(tr("改已登记的…(&U)"), this))
{
    stayOpen();
    build();
    read();
    m_table->setFocus();
    goToNextWrong();
}

void PendingSheet::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    setLook(m_headline, "title");
    column->addWidget(m_headline);
    auto *hint = new QLabel(
        tr("直接改标红的格（Delete 清空），Enter 到下一处；改好后按「入库」（Ctrl+S）。没有改过的行和原因没有消除的行继续等着。"),
        this);
    setLook(hint, "muted");
    column->addWidget(hint);
    makeTable();
    column->addWidget(m_table, 1);
    column->addWidget(m_reason);
    column->addLayout(makeButtons());
    auto *save = new QShortcut(QKeySequence::Save, this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, m_take, &QPushButton::click);
}

void PendingSheet::makeTable()
{
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(
        QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setMinimumSize(px(860), px(320));
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::currentCellChanged, this, &PendingSheet::tellReason);
    connect(m_table, &QTableWidget::cellChanged, this, &PendingSheet::showColours);
    // After the editor has closed and written its text.
    connect(
        m_table, &QTableWidget::cellChanged, this, [this] { goToNextWrong(); }, Qt::QueuedConnection);
}

QHBoxLayout *PendingSheet::makeButtons()
{
    using Confirmed = office::PendingRows::Confirmed;
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("关闭"), this);
    setLook(m_take, "primary");
    m_asNew->setToolTip(tr("所选的行和已有的单位或人员相近，看过了，不是同一个"));
    m_again->setToolTip(tr("所选的行不改也再试一次，例如缺的资料已经在别处登记了"));
    m_change->setToolTip(tr("先看所选的重复行会把已登记的改成什么，再决定改不改"));
    for (QPushButton *button : {m_drop, m_again, m_asNew, m_change, close, m_take})
        button->setAutoDefault(true);
    for (QPushButton *button : {m_drop, m_again, m_asNew, m_change})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_take);
    const auto run = [this](QPushButton *button, auto action) {
        connect(button, &QPushButton::clicked, this, [this, action] { guarded(this, action); });
    };
    connect(close, &QPushButton::clicked, this, [this] { dismiss(); });
    run(m_take, [this] { retry(edited(), Confirmed::Nothing); });
    run(m_again, [this] { retrySelected(Confirmed::Again); });
    run(m_asNew, [this] { retrySelected(Confirmed::IsNew); });
    run(m_change, [this] { askForChanges(); });
    run(m_drop, [this] { drop(); });
    return buttons;
}

/// Between edits: an editor in a cell has its keys to itself, though it lets Enter through to the table.
bool PendingSheet::eventFilter(QObject *object, QEvent *event)
{
    const bool isEditing = m_table->viewport()->isAncestorOf(QApplication::focusWidget());
    if (object == m_table && event->type() == QEvent::KeyPress && !isEditing) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            emptySelected();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            goToNextWrong();
            return true;
        }
    }
    return Overlay::eventFilter(object, event);
}

/// The cursor stays where it was, for a text to be typed into what is empty now.
void PendingSheet::emptySelected()
{
    const QSignalBlocker quiet(m_table);
    for (QTableWidgetItem *item : m_table->selectedItems()) {
        if (!item->flags().testFlag(Qt::ItemIsEditable))
            continue;
        item->setText({});
        showColours(item->row(), item->column());
    }
}

void PendingSheet::read()
{
    m_rows = office::PendingRows(m_application.session(), *m_kind).list();
    std::set<QString> needed;
    for (const office::PendingRow &row : m_rows) {
        for (auto cell = row.cells.cbegin(); cell != row.cells.cend(); ++cell)
            needed.insert(cell.key());
        for (const FieldError &reason : row.reasons)
            needed.insert(reason.field);
    }
    m_columns.clear();
    QStringList titles{tr("来自"), tr("原因")};
    for (const office::SheetColumn &column : m_kind->columnsIn(m_application.session())) {
        if (!needed.contains(column.key))
            continue;
        m_columns.push_back(column);
        titles << column.title;
    }
    m_headline->setText(m_rows.empty() ? tr("没有待补的行") : tr("待补 %1 行").arg(m_rows.size()));
    showButtons();
    const QSignalBlocker quiet(m_table);
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->setColumnWidth(column, qBound(px(90), m_table->columnWidth(column) + px(12), px(300)));
}

void PendingSheet::showButtons()
{
    for (QPushButton *button : {m_take, m_drop, m_again})
        button->setEnabled(!m_rows.empty());
    const auto anyHas = [this](const QString &code) {
        return std::ranges::any_of(m_rows,
            [code](const office::PendingRow &row) { return std::ranges::count(row.reasons, code, &FieldError::code) > 0; });
    };
    m_asNew->setVisible(anyHas(QStringLiteral("alike")));
    m_change->setVisible(anyHas(QStringLiteral("duplicate")));
}

void PendingSheet::fillRow(int row)
{
    const office::PendingRow &each = m_rows[static_cast<size_t>(row)];
    const auto put = [&](int column, const QString &text, bool isFixed) {
        auto *item = new QTableWidgetItem(text);
        item->setToolTip(text);
        if (isFixed)
            item->setFlags(item->flags() & ~Qt::ItemIsEditable);
        m_table->setItem(row, column, item);
        return item;
    };
    put(0, tr("%1 第%2行").arg(each.sourceName).arg(each.rowNumber), /*isFixed=*/true);
    put(1, reasonOf(each), /*isFixed=*/true)->setForeground(theme().bad);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const int column = kOwnColumns + static_cast<int>(i);
        put(column, each.cells.value(m_columns[i].key), /*isFixed=*/false);
        showColours(row, column);
    }
}

/// Red until its text is another one.
void PendingSheet::showColours(int row, int column)
{
    if (column < kOwnColumns)
        return;
    const QSignalBlocker quiet(m_table);
    const office::PendingRow &waiting = m_rows[static_cast<size_t>(row)];
    const QString &key = m_columns[static_cast<size_t>(column - kOwnColumns)].key;
    QTableWidgetItem *item = m_table->item(row, column);
    const bool isRed = isWrong(waiting, key) && item->text() == waiting.cells.value(key);
    item->setBackground(isRed ? QBrush(theme().badSoft) : QBrush());
}

void PendingSheet::tellReason()
{
    const int at = m_table->currentRow();
    if (at < 0 || at >= static_cast<int>(m_rows.size())) {
        m_reason->clear();
        return;
    }
    const office::PendingRow &row = m_rows[static_cast<size_t>(at)];
    m_reason->tell(tr("第%1行").arg(row.rowNumber), reasonOf(row));
}

/// The next cell with a fault that still holds what it held; from the current one on.
void PendingSheet::goToNextWrong()
{
    const int width = m_table->columnCount();
    const int all = m_table->rowCount() * width;
    const int from = m_table->currentRow() < 0 ? 0 : m_table->currentRow() * width + m_table->currentColumn() + 1;
    for (int step = 0; step < all; ++step) {
        const int at = (from + step) % all;
        const int column = at % width - kOwnColumns;
        if (column < 0)
            continue;
        const office::PendingRow &row = m_rows[static_cast<size_t>(at / width)];
        const QString &key = m_columns[static_cast<size_t>(column)].key;
        if (isWrong(row, key) && m_table->item(at / width, at % width)->text() == row.cells.value(key)) {
            m_table->setCurrentCell(at / width, at % width);
            return;
        }
    }
}

std::vector<office::PendingRow> PendingSheet::edited() const
{
    std::vector<office::PendingRow> rows = m_rows;
    for (size_t row = 0; row < rows.size(); ++row) {
        for (size_t column = 0; column < m_columns.size(); ++column) {
            const QTableWidgetItem *item = m_table->item(static_cast<int>(row), kOwnColumns + static_cast<int>(column));
            const QString &key = m_columns[column].key;
            // A column that the sheet lacked stays lacking until something stands in it.
            if (rows[row].cells.contains(key) || !item->text().isEmpty())
                rows[row].cells.insert(key, item->text());
        }
    }
    return rows;
}

void PendingSheet::retry(const std::vector<office::PendingRow> &rows, office::PendingRows::Confirmed confirmed)
{
    // A kind compares its rows with one another too, so each attempt has one of its own.
    const auto kind = desk::recordSheet(m_kind->key());
    const office::PendingResult result = office::PendingRows(m_application.session(), *kind).retry(rows, confirmed);
    if (!rows.empty() && result.untouched == static_cast<int>(rows.size())) {
        MessageArea::of(&m_page).done(tr("还没有改过哪一行：先改标红的格；原因在别处消除了的，选中后点「所选再试」"));
        return;
    }
    const auto left = m_rows.size() - static_cast<size_t>(result.taken);
    const QString told = tr("已入库 %1 行，还有 %2 行待补").arg(result.taken).arg(left);
    changed(result.warned == 0 ? told : told + tr("；有 %1 行请再核对日期、联系人和级别").arg(result.warned));
}

std::vector<office::PendingRow> PendingSheet::editedSelected() const
{
    const std::vector<office::PendingRow> all = edited();
    std::vector<office::PendingRow> rows;
    std::set<int> chosen = selectedRows();
    // Without a selection the row of the cursor is meant.
    if (chosen.empty() && m_table->currentRow() >= 0)
        chosen.insert(m_table->currentRow());
    for (const int row : chosen)
        rows.push_back(all[static_cast<size_t>(row)]);
    return rows;
}

/// The selected rows as they are: somebody has looked at them.
void PendingSheet::retrySelected(office::PendingRows::Confirmed confirmed)
{
    const std::vector<office::PendingRow> rows = editedSelected();
    if (!rows.empty())
        retry(rows, confirmed);
}

/// Nothing of a record is changed by a double unseen.
void PendingSheet::askForChanges()
{
    const std::vector<office::PendingRow> rows = editedSelected();
    if (rows.empty())
        return;
    const auto kind = desk::recordSheet(m_kind->key());
    const std::vector<office::PendingChange> changes = office::PendingRows(m_application.session(), *kind).changesOf(rows);
    auto *sheet = new PendingChangesSheet(*this, rows, changes, m_kind->columnsIn(m_application.session()));
    connect(sheet, &PendingChangesSheet::agreed, this,
        [this, rows] { guarded(this, [&] { retry(rows, office::PendingRows::Confirmed::Changes); }); });
    sheet->popUpCentred();
}

std::set<int> PendingSheet::selectedRows() const
{
    std::set<int> marked;
    for (const QModelIndex &index : m_table->selectionModel()->selectedIndexes())
        marked.insert(index.row());
    return marked;
}

void PendingSheet::drop()
{
    std::vector<office::PendingRow> rows;
    for (const int row : selectedRows())
        rows.push_back(m_rows[static_cast<size_t>(row)]);
    if (rows.empty())
        return;
    office::PendingRows(m_application.session(), *m_kind).drop(rows);
    changed(tr("已丢弃 %1 行").arg(rows.size()));
}

void PendingSheet::changed(const QString &message)
{
    m_page.refresh();
    MessageArea::of(&m_page).done(message, m_page.undoOfLastChange());
    read();
    if (m_rows.empty())
        dismiss();
    else
        goToNextWrong();
}

} // namespace mishutai::ui
