#include "ui/common/list/frozen_column.h"
#include "ui/common/list/list_header.h"
#include "ui/common/list/list_layout.h"
#include "ui/common/list/list_view.h"
#include "ui/common/look/theme.h"

#include "ui/common/list/cell_text.h"

#include <QSettings>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kNarrowestName = 150;

} // namespace

void ListView::arrange()
{
    // 36 where there is room; on the 768 lines of an old laptop 18 rows must be in sight.
    const int height = window()->height() < px(800) ? px(29) : px(36);
    if (verticalHeader()->defaultSectionSize() != height) {
        verticalHeader()->setMinimumSectionSize(1);
        verticalHeader()->setDefaultSectionSize(height);
    }
    fitColumns();
}

void ListView::fitColumns()
{
    if (!m_list || m_widths.size() != static_cast<size_t>(m_header->count()))
        return;
    m_isFitting = true;
    const std::vector<int> shown = shownColumns();
    int total = 0;
    for (const int column : shown) {
        const int width = px(m_widths[static_cast<size_t>(column)]);
        m_header->resizeSection(column, width);
        total += width;
    }
    // What is left goes to the name; what lacks comes from it as long as a name can be read.
    const int left = viewport()->width() - total;
    if (!shown.empty() && left != 0) {
        const int name = nameColumn(m_list->definition());
        const int wide = isColumnHidden(name) ? shown.front() : name;
        const int width = m_header->sectionSize(wide);
        if (width + left >= qMin(width, px(kNarrowestName)))
            m_header->resizeSection(wide, width + left);
    }
    m_isFitting = false;
    m_frozen->arrange();
}

int ListView::defaultWidth(int column) const
{
    constexpr int kCharacter = 8; // a digit; a Chinese character is nearly two
    constexpr int kPadding = 20;
    return m_list->definition().columns[static_cast<size_t>(column)].widthInCharacters * kCharacter + kPadding;
}

QString ListView::settingsKey(const char *what) const
{
    return QString("lists/%1/%2").arg(m_list->definition().key, what);
}

void ListView::keepLayout()
{
    if (m_isFitting)
        return;
    QSettings settings;
    settings.setValue(settingsKey("columns"), layoutText(*m_header, m_list->definition(), m_widths));
    settings.setValue(settingsKey("sorts"), sortsText(m_list->state().sorts));
    settings.setValue(settingsKey("filters"), filtersText(m_list->state().filters));
    settings.setValue(settingsKey("group"), m_list->state().group);
}

ListArrangement ListView::arrangement() const
{
    const ListState &state = m_list->state();
    return {
        layoutText(*m_header, m_list->definition(), m_widths), sortsText(state.sorts), filtersText(state.filters), state.group};
}

void ListView::setArrangement(const ListArrangement &arrangement)
{
    arrangeAs(arrangement);
    keepLayout();
    fitColumns();
    Q_EMIT columnsChanged();
}

void ListView::arrangeAs(const ListArrangement &arrangement)
{
    m_isFitting = true;
    for (int i = 0; i < m_header->count(); ++i)
        m_header->moveSection(m_header->visualIndex(i), i);
    m_widths.clear();
    for (int i = 0; i < m_list->columnCount(); ++i)
        m_widths.push_back(defaultWidth(i));
    for (int i = 0; i < m_list->columnCount(); ++i)
        setColumnHidden(i, !m_list->definition().columns[static_cast<size_t>(i)].isShown);
    applyLayout(arrangement.columns, *m_header, m_list->definition(), m_widths);
    ListState state = m_list->state();
    state.sorts = parseSorts(arrangement.sorts, m_list->definition());
    state.filters = parseFilters(arrangement.filters, m_list->definition());
    const db::ListColumn *grouped = findColumn(m_list->definition(), arrangement.group);
    state.group = grouped && db::groupingOf(grouped->type) != db::Grouping::Never ? arrangement.group : QString();
    m_header->showSorts(state.sorts, m_list->definition());
    m_isFitting = false;
    m_list->prepare(state);
}

void ListView::readLayout()
{
    const QSettings settings;
    arrangeAs({settings.value(settingsKey("columns")).toStringList(), settings.value(settingsKey("sorts")).toStringList(),
        settings.value(settingsKey("filters")).toString(), settings.value(settingsKey("group")).toString()});
}

void ListView::restoreDefaults()
{
    ListArrangement defaults;
    defaults.filters = filtersText(m_list->state().filters);
    setArrangement(defaults);
}

} // namespace mishutai::ui
