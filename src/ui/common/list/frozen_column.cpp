#include "ui/common/list/frozen_column.h"

#include "ui/common/list/list_header.h"
#include "ui/common/list/list_view.h"
#include "ui/common/style.h"

#include <QScrollBar>

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

void FrozenColumn::arrange()
{
    const std::vector<int> shown = m_view->model() ? m_view->shownColumns() : std::vector<int>();
    if (shown.empty() || m_view->horizontalScrollBar()->value() == 0) {
        hide();
        return;
    }
    for (int column = 0; column < m_view->model()->columnCount(); ++column)
        setColumnHidden(column, column != shown.front());
    const int width = m_view->columnWidth(shown.front());
    setColumnWidth(shown.front(), width);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_view->verticalHeader()->defaultSectionSize());
    const int frame = m_view->frameWidth();
    setGeometry(frame, frame, width, m_view->viewport()->height() + m_view->header()->height());
    show();
    raise();
    verticalScrollBar()->setValue(m_view->verticalScrollBar()->value());
}

} // namespace mishutai::ui
