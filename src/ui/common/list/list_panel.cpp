#include "ui/common/list/list_panel.h"

#include "ui/common/guarded.h"
#include "ui/common/icons.h"
#include "ui/common/list/column_chooser.h"
#include "ui/common/list/empty_state.h"
#include "ui/common/list/filter_chips.h"
#include "ui/common/list/header_filter.h"
#include "ui/common/list/list_footer.h"
#include "ui/common/list/list_header.h"
#include "ui/common/list/list_view.h"
#include "ui/common/style.h"

#include <QMenu>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace mishutai::ui {

ListPanel::ListPanel(session::Session &session, const db::ListDefinition &definition, QWidget *parent)
    : QFrame(parent), m_model(new ListModel(session, definition, this)), m_view(new ListView(this)),
      m_chips(new FilterChips(this)), m_neverFilled(new EmptyState(this)), m_noneFound(new EmptyState(this)),
      m_stack(new QStackedLayout)
{
    setLook(this, "card");
    m_view->setListModel(m_model);
    m_footer = new ListFooter(m_view, this);
    m_view->setAccessibleName(definition.title);
    m_neverFilled->say("inbox", tr("还没有%1").arg(definition.title));
    m_noneFound->say("search", tr("没有符合条件的%1").arg(definition.title), tr("换个词，或清除筛选后再找"));
    m_noneFound->setActions(tr("清除筛选"), [this] { clearFilters(); });

    m_stack->addWidget(m_view);
    m_stack->addWidget(m_neverFilled);
    m_stack->addWidget(m_noneFound);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(4), px(4), px(4), px(2));
    column->setSpacing(0);
    column->addWidget(m_chips);
    column->addLayout(m_stack, 1);
    column->addWidget(m_footer);

    connect(m_model, &ListModel::loaded, this, &ListPanel::refresh);
    connect(m_view->header(), &ListHeader::filterAsked, this, &ListPanel::openFilter);
    connect(m_view->header(), &QWidget::customContextMenuRequested, this, &ListPanel::openHeaderMenu);
    connect(m_chips, &FilterChips::removed, this, [this](const QString &column) {
        ListState state = m_model->state();
        if (column.isEmpty())
            state.only.reset();
        std::erase_if(state.filters, [&column](const db::ListFilter &filter) { return filter.column == column; });
        m_model->setState(state);
    });
    connect(m_chips, &FilterChips::cleared, this, &ListPanel::clearFilters);
    refresh();
}

void ListPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    // A page that comes into sight reads by itself; only a list that stands alone is left unread here.
    QTimer::singleShot(0, m_model, [this] {
        if (!m_model->isRead())
            m_model->reload();
    });
}

void ListPanel::setSearch(const QString &text)
{
    ListState state = m_model->state();
    state.search = text;
    m_model->setState(state);
}

void ListPanel::clearFilters()
{
    ListState state;
    state.sorts = m_model->state().sorts;
    m_model->setState(state);
    Q_EMIT filtersCleared();
}

void ListPanel::refresh()
{
    const bool isEmpty = m_model->isRead() && m_model->rowCount() == 0;
    if (!isEmpty)
        m_stack->setCurrentWidget(m_view);
    else
        m_stack->setCurrentWidget(m_model->state().isFiltered() ? m_noneFound : m_neverFilled);
    m_footer->setVisible(!isEmpty || m_model->state().isFiltered());
    showChips();
}

void ListPanel::showChips()
{
    const ListState &state = m_model->state();
    m_chips->setState(m_model->definition(), state);
    QSet<int> filtered;
    for (const db::ListFilter &filter : state.filters) {
        for (size_t i = 0; i < m_model->definition().columns.size(); ++i) {
            if (m_model->definition().columns[i].key == filter.column)
                filtered << static_cast<int>(i);
        }
    }
    m_view->header()->showFiltered(filtered);
}

void ListPanel::openFilter(int column)
{
    guarded(this, [this, column] {
        auto *sheet = new HeaderFilter(*m_model, column, this);
        const QString key = m_model->definition().columns[static_cast<size_t>(column)].key;
        connect(sheet, &HeaderFilter::accepted, this, [this, key](const std::vector<db::ListFilter> &filters) {
            ListState state = m_model->state();
            std::erase_if(state.filters, [&key](const db::ListFilter &filter) { return filter.column == key; });
            state.filters.insert(state.filters.end(), filters.begin(), filters.end());
            m_model->setState(state);
        });
        connect(sheet, &HeaderFilter::sortChosen, this, [this, key](bool isDescending) {
            ListState state = m_model->state();
            state.sorts = {{key, isDescending}};
            m_model->setState(state);
            m_view->header()->showSorts(state.sorts, m_model->definition());
        });
        QHeaderView *header = m_view->header();
        sheet->popUpAt(header, QRect(header->sectionViewportPosition(column), 0, header->sectionSize(column), header->height()));
        sheet->focusSearch();
    });
}

void ListPanel::openHeaderMenu(const QPoint &position)
{
    const int column = m_view->header()->logicalIndexAt(position);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (column >= 0) {
        menu->addAction(icon("filter"), tr("筛选…\tAlt+↓"), this, [this, column] { openFilter(column); });
        menu->addAction(tr("隐藏这一列"), this, [this, column] { m_view->setColumnShown(column, false); });
    }
    menu->addAction(icon("columns"), tr("选择列…"), this, [this] {
        auto *sheet = new ColumnChooser(m_view, this);
        sheet->popUpAt(m_view->header(), m_view->header()->rect());
        sheet->focusList();
    });
    menu->addAction(tr("恢复默认列"), m_view, &ListView::restoreDefaults);
    menu->popup(m_view->header()->viewport()->mapToGlobal(position));
}

} // namespace mishutai::ui
