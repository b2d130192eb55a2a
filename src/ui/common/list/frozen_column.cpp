#include "ui/common/list/frozen_column.h"

#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_header.h"
#include "ui/common/list/list_view.h"
#include "ui/common/look/style.h"

#include <QScrollBar>

#include <algorithm>

namespace mishutai::ui {

FrozenColumn::FrozenColumn(ListView *view) : QTableView(view), m_view(view), m_header(new ListHeader(this))
{
    setHorizontalHeader(m_header);
    m_header->setSectionsMovable(false);
    m_header->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->hide();
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(NoFrame);
    setLook(this, "frozen");
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(view->verticalScrollMode());
    setContextMenuPolicy(Qt::CustomContextMenu);
    hide();
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, view->verticalScrollBar(), &QScrollBar::setValue);
    connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FrozenColumn::arrange);
    connect(view, &ListView::columnsChanged, this, &FrozenColumn::arrange);
    connect(view->header(), &ListHeader::marksChanged, this, [this] { m_header->copyMarks(*m_view->header()); });
    connect(m_header, &ListHeader::sortAsked, view->header(), &ListHeader::sortAsked);
    connect(m_header, &ListHeader::filterAsked, view->header(), &ListHeader::filterAsked);
    connect(m_header, &QWidget::customContextMenuRequested, view->header(), &QWidget::customContextMenuRequested);
    connect(this, &QWidget::customContextMenuRequested, view, &QWidget::customContextMenuRequested);
    connect(this, &QAbstractItemView::doubleClicked, view, &QAbstractItemView::doubleClicked);
}

void FrozenColumn::follow()
{
    setModel(m_view->model());
    setSelectionModel(m_view->selectionModel());
    setItemDelegate(m_view->itemDelegate());
    m_header->copyMarks(*m_view->header());
    arrange();
}

std::vector<int> FrozenColumn::columns() const
{
    const std::vector<int> shown = m_view->model() ? m_view->shownColumns() : std::vector<int>();
    if (shown.empty())
        return {};
    const int name = nameColumn(m_view->listModel()->definition());
    const auto place = std::find(shown.begin(), shown.end(), name);
    if (place == shown.end())
        return {shown.front()};
    constexpr std::ptrdiff_t kMostBefore = 2;
    if (place - shown.begin() > kMostBefore)
        return {name};
    int width = 0;
    for (auto column = shown.begin(); column <= place; ++column)
        width += m_view->columnWidth(*column);
    // Most of the room is for what is scrolled to.
    return width * 2 > m_view->viewport()->width() ? std::vector<int>{name} : std::vector<int>(shown.begin(), place + 1);
}

void FrozenColumn::arrange()
{
    const std::vector<int> held = columns();
    // A name that stands further right is covered only once it would leave at the left.
    const bool isNeeded
        = !held.empty() && m_view->horizontalScrollBar()->value() > 0 && m_view->columnViewportPosition(held.front()) < 0;
    if (!isNeeded) {
        hide();
        return;
    }
    int width = 0;
    for (int column = 0; column < m_view->model()->columnCount(); ++column)
        setColumnHidden(column, std::find(held.begin(), held.end(), column) == held.end());
    for (size_t i = 0; i < held.size(); ++i) {
        m_header->moveSection(m_header->visualIndex(held[i]), static_cast<int>(i));
        setColumnWidth(held[i], m_view->columnWidth(held[i]));
        width += m_view->columnWidth(held[i]);
    }
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_view->verticalHeader()->defaultSectionSize());
    const int frame = m_view->frameWidth();
    setGeometry(frame, frame, width, m_view->viewport()->height() + m_view->header()->height());
    show();
    raise();
    verticalScrollBar()->setValue(m_view->verticalScrollBar()->value());
}

} // namespace mishutai::ui
