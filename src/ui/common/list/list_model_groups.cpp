#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_model.h"

#include <algorithm>

namespace mishutai::ui {

desk::ListGroups ListModel::groupsOf(const std::vector<qint64> &ids) const
{
    if (m_state.group.isEmpty() || ids.empty())
        return {};
    std::vector<db::ListGroup> read = ids.size() == m_base.size() ? m_query.groups() : m_query.groupsOf(ids);
    desk::ListGroups groups(m_state.group, std::move(read));
    // Somebody else wrote between the two readings; the bus is about to ask for both again.
    if (groups.rows() != ids.size())
        return {};
    groups.foldAs(m_groups);
    return groups;
}

std::optional<int> ListModel::rowOf(qint64 id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    if (found == m_ids.end())
        return std::nullopt;
    const auto place = static_cast<size_t>(found - m_ids.begin());
    const auto line = m_groups.isEmpty() ? place : m_groups.lineOf(place);
    return line ? std::optional(static_cast<int>(*line)) : std::nullopt;
}

std::optional<size_t> ListModel::placeOf(int row) const
{
    const auto line = static_cast<size_t>(row);
    return m_groups.isEmpty() ? line : m_groups.at(line).place;
}

std::optional<size_t> ListModel::groupAt(int row) const
{
    if (m_groups.isEmpty())
        return std::nullopt;
    const desk::ListGroups::Line line = m_groups.at(static_cast<size_t>(row));
    return line.place ? std::nullopt : std::optional(line.group);
}

int ListModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_groups.isEmpty() ? m_ids.size() : m_groups.lines());
}

void ListModel::fold(size_t group, bool isFolded)
{
    if (m_groups.isFolded(group) == isFolded)
        return;
    const int line = static_cast<int>(m_groups.lineOfGroup(group));
    const int last = line + static_cast<int>(m_groups.groups()[group].count);
    if (isFolded) {
        beginRemoveRows({}, line + 1, last);
        m_groups.setFolded(group, true);
        endRemoveRows();
    } else {
        beginInsertRows({}, line + 1, last);
        m_groups.setFolded(group, false);
        endInsertRows();
    }
    Q_EMIT dataChanged(index(line, 0), index(line, columnCount() - 1));
}

void ListModel::foldAll(bool isFolded)
{
    beginResetModel();
    m_groups.setAllFolded(isFolded);
    endResetModel();
    Q_EMIT loaded();
}

void ListModel::unfold(qint64 id)
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    if (!m_groups.isEmpty() && found != m_ids.end())
        fold(m_groups.groupOf(static_cast<size_t>(found - m_ids.begin())), false);
}

QVariant ListModel::groupData(size_t group, size_t column, int role) const
{
    const db::ListGroup &what = m_groups.groups()[group];
    const db::ListColumn &shown = m_definition.columns[column];
    const auto total = what.totals[column];
    const db::ListColumn *by = findColumn(m_definition, m_groups.column());
    const auto label = [&] { return desk::groupLabel(*by, what, hidesPersonal()); };
    switch (role) {
    case GroupRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return label();
    case Qt::DisplayRole:
        if (total)
            return amountText(shown, QVariant(*total), m_amountUnit);
        return static_cast<int>(column) == nameColumn(m_definition) ? QVariant(label()) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(cellAlignment(shown.type));
    default:
        return {};
    }
}

} // namespace mishutai::ui
