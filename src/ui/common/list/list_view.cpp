#include "ui/common/list/list_view.h"

#include "ui/common/guarded.h"
#include "ui/common/list/frozen_column.h"
#include "ui/common/list/list_delegate.h"
#include "ui/common/list/list_header.h"
#include "ui/common/list/list_layout.h"
#include "ui/common/look/appearance.h"
#include "ui/common/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace mishutai::ui {

ListView::ListView(QWidget *parent) : QTableView(parent), m_header(new ListHeader(this)), m_delegate(new ListDelegate(this))
{
    setHorizontalHeader(m_header);
    m_header->setVisible(true);
    verticalHeader()->hide();
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &ListHeader::sortAsked, this, &ListView::sortBy);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (!m_isFitting && size > 0 && static_cast<size_t>(section) < m_widths.size()) {
            m_widths[static_cast<size_t>(section)] = size * 100.0 / px(100);
            keepLayout();
        }
        Q_EMIT columnsChanged();
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        keepLayout();
        Q_EMIT columnsChanged();
    });
    connect(this, &QTableView::doubleClicked, this, [this] {
        if (const auto id = currentId())
            Q_EMIT rowActivated(*id);
    });
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (const auto group = m_list->groupAt(index.row()))
            m_list->fold(*group, !m_list->groups().isFolded(*group));
    });
    m_delegate->setInSight([this](int column) { return isInSight(column); });
    m_frozen = new FrozenColumn(this);
    onThemeChange(this, [this] { arrange(); });
}

void ListView::setListModel(ListModel *model)
{
    m_list = model;
    setModel(model);
    m_frozen->follow();
    readLayout();
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &ListView::rememberPlace);
    connect(model, &ListModel::loaded, this, &ListView::restorePlace);
    connect(model, &ListModel::definitionChanged, this, [this] {
        readLayout();
        fitColumns();
        Q_EMIT columnsChanged();
    });
    connect(model, &QAbstractItemModel::headerDataChanged, m_frozen, &FrozenColumn::arrange);
    connect(model, &ListModel::failed, this, [this](const Error &error) { guarded(this, [&error] { throw error; }); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ListView::currentIdChanged);
    arrange();
}

void ListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    // A cell must not end under the frozen columns.
    const int hidden = m_frozen->coveredWidth() - visualRect(index).left();
    if (hidden > 0 && !m_frozen->holds(index.column()))
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void ListView::rememberPlace()
{
    if (currentIndex().isValid()) {
        m_wantedColumn = currentIndex().column();
        if (const desk::ListGroups &groups = m_list->groups(); !groups.isEmpty())
            m_wantedGroup = groups.groups()[groups.at(static_cast<size_t>(currentIndex().row())).group].value;
    }
    if (!m_wanted)
        m_wanted = currentId();
    if (m_wantedSelection.empty())
        m_wantedSelection = selectedIds();
}

void ListView::restorePlace()
{
    m_delegate->setSearchText(m_list->state().search);
    if (m_wanted && m_isWantedShown)
        m_list->unfold(*m_wanted);
    QItemSelection selection;
    for (const qint64 id : m_wantedSelection) {
        if (const auto row = m_list->rowOf(id))
            selection.select(m_list->index(*row, 0), m_list->index(*row, m_list->columnCount() - 1));
    }
    const auto row = m_wanted ? m_list->rowOf(*m_wanted) : std::nullopt;
    const int column = isColumnHidden(m_wantedColumn) ? shownColumns().front() : m_wantedColumn;
    if (row) {
        selectionModel()->setCurrentIndex(
            m_list->index(*row, column), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (m_wantedSelection.size() > 1)
            selectionModel()->select(selection, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        scrollTo(m_list->index(*row, column));
    } else if (m_wanted && m_isWantedShown && m_list->isSettled()) {
        // What was just saved is not in this list: nothing is chosen rather than some other record that nobody asked for.
        setCurrentIndex({});
        clearSelection();
    } else if (m_list->rowCount() > 0 && !currentIndex().isValid()) {
        selectionModel()->setCurrentIndex(
            m_list->index(startingRow(), column), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    // A long list knows only after its second step.
    if (row || m_list->isSettled() || !m_isWantedShown) {
        m_wanted.reset();
        m_wantedSelection.clear();
        m_isWantedShown = false;
    }
    m_wantedGroup.reset();
    Q_EMIT currentIdChanged();
}

std::optional<qint64> ListView::currentId() const
{
    const QModelIndex index = currentIndex();
    const QVariant id = index.data(ListModel::IdRole); // the line of a group has none
    return id.isValid() ? std::optional(id.toLongLong()) : std::nullopt;
}

std::vector<qint64> ListView::selectedIds() const
{
    std::vector<int> rows;
    if (selectionModel()) {
        for (const QItemSelectionRange &range : selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                rows.push_back(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<qint64> ids;
    ids.reserve(rows.size());
    for (const int row : rows) {
        if (const auto place = m_list->placeOf(row))
            ids.push_back(m_list->ids()[*place]);
    }
    return ids;
}

void ListView::selectId(qint64 id)
{
    m_wanted = id;
    m_wantedSelection = {id};
    m_isWantedShown = true;
    m_list->unfold(id);
    if (m_list->isComplete() && m_list->rowOf(id))
        restorePlace();
}

bool ListView::isInSight(int column) const
{
    if (isColumnHidden(column))
        return false;
    if (m_frozen->isVisible() && m_frozen->holds(column))
        return true;
    const int left = columnViewportPosition(column);
    return left + columnWidth(column) <= viewport()->width() + px(4) && left + columnWidth(column) > m_frozen->coveredWidth();
}

std::vector<int> ListView::shownColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column))
            columns.push_back(column);
    }
    return columns;
}

void ListView::setColumnShown(int column, bool isShown)
{
    if (!isShown && shownColumns().size() <= 1)
        return; // a list without columns could not be brought back by its header
    setColumnHidden(column, !isShown);
    fitColumns();
    keepLayout();
    Q_EMIT columnsChanged();
}

QMimeData *ListView::selectionData() const
{
    std::vector<int> rows;
    for (const qint64 id : selectedIds())
        rows.push_back(*m_list->rowOf(id));
    return tableData(*m_list, rows, shownColumns());
}

void ListView::copySelection()
{
    if (!selectionModel() || !selectionModel()->hasSelection())
        return;
    const auto count = selectedIds().size();
    QApplication::clipboard()->setMimeData(selectionData());
    MessageArea::of(this).done(tr("已复制%1行，含表头").arg(count));
}

void ListView::sortBy(int column, bool adds)
{
    const QString key = m_list->definition().columns[static_cast<size_t>(column)].key;
    ListState state = m_list->state();
    const auto found
        = std::find_if(state.sorts.begin(), state.sorts.end(), [&key](const db::ListSort &sort) { return sort.column == key; });
    // ascending, descending, as the list comes
    std::optional<db::ListSort> next = db::ListSort{key, false};
    if (found != state.sorts.end())
        next = found->isDescending ? std::nullopt : std::optional(db::ListSort{key, true});
    if (adds && found != state.sorts.end()) {
        if (next)
            *found = *next;
        else
            state.sorts.erase(found);
    } else {
        if (!adds)
            state.sorts.clear();
        if (next)
            state.sorts.push_back(*next);
    }
    m_list->setState(state);
    m_header->showSorts(state.sorts, m_list->definition());
    keepLayout();
}

void ListView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::ShiftModifier
        || event->modifiers() == Qt::KeypadModifier;
    if (pressGroupKey(*event))
        return;
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Down) {
        Q_EMIT m_header->filterAsked(qMax(0, currentIndex().column()));
    } else if (event->modifiers().testFlag(Qt::AltModifier) && event->key() == Qt::Key_Up) {
        sortBy(qMax(0, currentIndex().column()), /*adds=*/event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (const auto id = currentId())
            Q_EMIT rowActivated(*id);
    } else if (isPlain && event->key() == Qt::Key_Up && currentIndex().row() <= 0) {
        Q_EMIT leftUpwards();
    } else if (isPlain && !event->text().isEmpty() && event->text().at(0).isPrint() && event->text() != " ") {
        Q_EMIT typed(event->text());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void ListView::mouseMoveEvent(QMouseEvent *event)
{
    m_delegate->setHoveredRow(indexAt(event->pos()).row());
    viewport()->update();
    QTableView::mouseMoveEvent(event);
}

void ListView::leaveEvent(QEvent *event)
{
    m_delegate->setHoveredRow(-1);
    viewport()->update();
    QTableView::leaveEvent(event);
}

void ListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrange();
}

void ListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace mishutai::ui
