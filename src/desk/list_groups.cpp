#include "desk/list_groups.h"

#include "desk/prints/list_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("List", text);
}

/// The last entry that is not greater than the value.
size_t lastUpTo(const std::vector<size_t> &firsts, size_t value)
{
    return static_cast<size_t>(std::ranges::upper_bound(firsts, value) - firsts.begin()) - 1;
}

} // namespace

ListGroups::ListGroups(const QString &column, std::vector<db::ListGroup> groups)
    : m_column(column), m_groups(std::move(groups)), m_isFolded(m_groups.size(), false)
{
    count();
}

void ListGroups::count()
{
    m_firstPlaces.clear();
    m_firstLines.clear();
    size_t place = 0;
    size_t line = 0;
    for (size_t group = 0; group < m_groups.size(); ++group) {
        m_firstPlaces.push_back(place);
        m_firstLines.push_back(line);
        place += static_cast<size_t>(m_groups[group].count);
        line += 1 + rowsBelow(group);
    }
}

size_t ListGroups::rows() const
{
    return isEmpty() ? 0 : m_firstPlaces.back() + static_cast<size_t>(m_groups.back().count);
}

size_t ListGroups::lines() const
{
    return isEmpty() ? 0 : m_firstLines.back() + 1 + rowsBelow(m_groups.size() - 1);
}

ListGroups::Line ListGroups::at(size_t line) const
{
    const size_t group = lastUpTo(m_firstLines, line);
    const size_t below = line - m_firstLines[group];
    return below == 0 ? Line{group} : Line{group, m_firstPlaces[group] + below - 1};
}

std::optional<size_t> ListGroups::lineOf(size_t place) const
{
    const size_t group = groupOf(place);
    if (m_isFolded[group])
        return std::nullopt;
    return m_firstLines[group] + 1 + place - m_firstPlaces[group];
}

size_t ListGroups::groupOf(size_t place) const
{
    return lastUpTo(m_firstPlaces, place);
}

std::optional<size_t> ListGroups::startingAt(size_t place) const
{
    if (isEmpty())
        return std::nullopt;
    const size_t group = groupOf(place);
    return m_firstPlaces[group] == place ? std::optional(group) : std::nullopt;
}

void ListGroups::setFolded(size_t group, bool isFolded)
{
    m_isFolded[group] = isFolded;
    count();
}

void ListGroups::setAllFolded(bool isFolded)
{
    m_isFolded.assign(m_groups.size(), isFolded);
    count();
}

void ListGroups::foldAs(const ListGroups &earlier)
{
    if (earlier.m_column != m_column)
        return;
    QStringList folded;
    for (size_t group = 0; group < earlier.m_groups.size(); ++group) {
        if (earlier.m_isFolded[group])
            folded << earlier.m_groups[group].value.toString();
    }
    for (size_t group = 0; group < m_groups.size() && !folded.isEmpty(); ++group)
        m_isFolded[group] = folded.contains(m_groups[group].value.toString());
    count();
}

QString groupLabel(const db::ListColumn &column, const db::ListGroup &group, bool isMasked)
{
    QString name = cellText(column, group.value);
    if (column.type == db::ColumnType::Date && !name.isEmpty())
        name = tr("%1年").arg(name);
    if (column.type == db::ColumnType::Flag && !group.value.isNull() && name.isEmpty())
        name = tr("否");
    if (column.isPersonal && isMasked)
        name = masked(name);
    if (name.isEmpty())
        name = tr("（空白）");
    return tr("%1（%2）").arg(name).arg(group.count);
}

} // namespace mishutai::desk
