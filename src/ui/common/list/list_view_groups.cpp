#include "ui/common/list/list_view.h"

#include "ui/common/guarded.h"
#include "ui/common/message_bar.h"

#include <QKeyEvent>

namespace mishutai::ui {

bool ListView::isGroupable(int column) const
{
    return m_list->query().isGroupable(m_list->definition().columns[static_cast<size_t>(column)].key);
}

void ListView::groupBy(int column)
{
    const db::ListColumn &chosen = m_list->definition().columns[static_cast<size_t>(column)];
    const QString key = chosen.key;
    ListState state = m_list->state();
    bool isGroupable = true;
    if (state.group != key && !guarded(this, [&] { isGroupable = this->isGroupable(column); }))
        return;
    if (!isGroupable) {
        MessageArea::of(this).done(
            tr("「%1」几乎行行不同，分组没有用处；请把光标移到级别、地区、日期这样的列再按 Alt+G").arg(chosen.title));
        return;
    }
    state.group = state.group == key ? QString() : key;
    m_list->setState(state);
    keepLayout();
}

bool ListView::pressGroupKey(const QKeyEvent &event)
{
    const int key = event.key();
    const int row = currentIndex().row();
    if (event.modifiers() == Qt::AltModifier && key == Qt::Key_G) {
        groupBy(qMax(0, currentIndex().column()));
        return true;
    }
    if (m_list->groups().isEmpty() || row < 0)
        return false;
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    if (isSideways && event.modifiers() == Qt::ControlModifier) {
        m_list->foldAll(key == Qt::Key_Left);
        return true;
    }
    if (event.modifiers() != Qt::NoModifier && event.modifiers() != Qt::KeypadModifier)
        return false;
    if (const auto group = m_list->groupAt(row)) {
        const bool isTurned = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
        if (!isSideways && !isTurned)
            return false;
        m_list->fold(*group, isTurned ? !m_list->groups().isFolded(*group) : key == Qt::Key_Left);
        return true;
    }
    if (key != Qt::Key_Left || currentIndex().column() != shownColumns().front())
        return false;
    goToRow(static_cast<int>(m_list->groups().lineOfGroup(m_list->groups().groupOf(*m_list->placeOf(row)))));
    return true;
}

void ListView::goToRow(int row)
{
    selectionModel()->setCurrentIndex(
        m_list->index(row, currentIndex().column()), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

int ListView::startingRow() const
{
    const desk::ListGroups &groups = m_list->groups();
    if (groups.isEmpty())
        return 0;
    for (size_t group = 0; m_wantedGroup && group < groups.groups().size(); ++group) {
        if (groups.groups()[group].value == *m_wantedGroup) {
            const bool wasRow = m_wanted && !groups.isFolded(group);
            return static_cast<int>(groups.lineOfGroup(group)) + (wasRow ? 1 : 0);
        }
    }
    return groups.isFolded(0) ? 0 : 1;
}

} // namespace mishutai::ui
