#include "ui/common/list/list_panel.h"

#include "ui/common/guarded.h"
#include "ui/common/list/empty_state.h"
#include "ui/common/list/filters/filter_chips.h"
#include "ui/common/list/filters/header_filter.h"
#include "ui/common/list/list_footer.h"
#include "ui/common/list/list_header.h"
#include "ui/common/list/list_layout.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/views/column_chooser.h"
#include "ui/common/list/views/saved_views.h"
#include "ui/common/list/views/view_sheet.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/message_bar.h"

#include <QMenu>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace mishutai::ui {

ListPanel::ListPanel(session::Session &session, const db::ListDefinition &definition, QWidget *parent)
    : QFrame(parent), m_session(session), m_model(new ListModel(session, definition, this)), m_view(new ListView(this)),
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

    m_keptFilters = filtersText(m_model->state().filters);
    connect(m_footer, &ListFooter::viewsAsked, this, &ListPanel::openViews);
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
    state.group = m_model->state().group;
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
    const QString filters = filtersText(state.filters);
    if (filters != m_keptFilters) {
        m_keptFilters = filters;
        m_view->keepLayout();
    }
}

void ListPanel::openColumns()
{
    auto *sheet = new ColumnChooser(m_view, this);
    sheet->popUpAt(m_view->header(), m_view->header()->rect());
    sheet->focusList();
}

void ListPanel::openViews()
{
    guarded(this, [this] {
        auto *sheet = new ViewSheet(SavedViews(m_session, m_model->definition().key), this);
        connect(sheet, &ViewSheet::chosen, this, &ListPanel::showView);
        connect(sheet, &ViewSheet::allAsked, this, &ListPanel::showAll);
        connect(sheet, &ViewSheet::keepAsked, this, &ListPanel::keepView);
        connect(sheet, &ViewSheet::removeAsked, this, &ListPanel::removeView);
        sheet->popUpAt(m_view->header(), QRect(0, 0, px(320), m_view->header()->height()));
        sheet->focusSearch();
    });
}

std::vector<SavedView> ListPanel::views() const
{
    return SavedViews(m_session, m_model->definition().key).all();
}

void ListPanel::showView(const SavedView &view)
{
    m_view->setArrangement(view.arrangement);
    MessageArea::of(this).done(tr("视图：%1").arg(view.name));
}

QString ListPanel::shownView() const
{
    const ListState &state = m_model->state();
    if (!state.search.trimmed().isEmpty() || state.only)
        return {};
    const ListArrangement now = m_view->arrangement();
    for (const SavedView &view : views()) {
        const ListArrangement &kept = view.arrangement;
        if (kept.filters == now.filters && kept.sorts == now.sorts && kept.group == now.group
            && shownInLayout(kept.columns) == shownInLayout(now.columns))
            return view.name;
    }
    return {};
}

void ListPanel::showAll()
{
    clearFilters();
    m_view->setArrangement({});
}

void ListPanel::keepView(const QString &name)
{
    const bool isKept = guarded(this, [&] {
        SavedViews(m_session, m_model->definition().key).save({name, m_view->arrangement()});
    });
    if (isKept)
        MessageArea::of(this).saved(tr("已存为视图「%1」，Alt+V 选用").arg(name));
}

void ListPanel::removeView(const QString &name)
{
    if (guarded(this, [&] { SavedViews(m_session, m_model->definition().key).remove(name); }))
        MessageArea::of(this).done(tr("已删除视图「%1」，Ctrl+Z 撤销").arg(name));
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
            m_view->keepLayout();
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
        const bool isGrouped = m_model->definition().columns[static_cast<size_t>(column)].key == m_model->state().group;
        QAction *group = menu->addAction(
            isGrouped ? tr("不再分组\tAlt+G") : tr("按此列分组\tAlt+G"), this, [this, column] { m_view->groupBy(column); });
        guarded(this, [&] { group->setEnabled(isGrouped || m_view->isGroupable(column)); });
        menu->addAction(tr("隐藏这一列"), this, [this, column] { m_view->setColumnShown(column, false); });
    }
    if (!m_model->groups().isEmpty()) {
        menu->addAction(tr("全部折叠\tCtrl+←"), this, [this] { m_model->foldAll(true); });
        menu->addAction(tr("全部展开\tCtrl+→"), this, [this] { m_model->foldAll(false); });
    }
    menu->addAction(icon("columns"), tr("选择列…\tAlt+L"), this, &ListPanel::openColumns);
    menu->addAction(tr("视图…\tAlt+V"), this, &ListPanel::openViews);
    menu->addAction(tr("恢复默认列"), m_view, &ListView::restoreDefaults);
    menu->popup(m_view->header()->viewport()->mapToGlobal(position));
}

} // namespace mishutai::ui
