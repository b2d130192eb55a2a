#pragma once

#include "db/lists/list_query.h"

#include <optional>

namespace mishutai::desk {

/// The lines of a list that is grouped by a column: a line for each group and below it its rows, unless the group is folded.
/// Rows are named by their place among all rows, folded ones too. What the screen shows is what is printed and exported.
class ListGroups
{
public:
    struct Line {
        size_t group = 0;
        std::optional<size_t> place{}; ///< of a row; nothing for the line of the group itself
    };

    /// No groups: a list as it is.
    ListGroups() = default;
    /// @param groups in the order of the rows, each with at least one
    ListGroups(const QString &column, std::vector<db::ListGroup> groups);

    bool isEmpty() const { return m_groups.empty(); }
    const QString &column() const { return m_column; }
    const std::vector<db::ListGroup> &groups() const { return m_groups; }
    size_t rows() const; ///< how many rows the groups have
    size_t lines() const; ///< of groups and of rows that are not folded
    Line at(size_t line) const;
    size_t lineOfGroup(size_t group) const { return m_firstLines[group]; }
    /// Nothing for a row that is folded away.
    std::optional<size_t> lineOf(size_t place) const;
    size_t groupOf(size_t place) const;
    /// The group whose first row this is.
    std::optional<size_t> startingAt(size_t place) const;

    bool isFolded(size_t group) const { return m_isFolded[group]; }
    /// Whether a row is folded away.
    bool hides(size_t place) const { return !isEmpty() && m_isFolded[groupOf(place)]; }
    void setFolded(size_t group, bool isFolded);
    void setAllFolded(bool isFolded);
    /// Folds what was folded in an earlier reading of the same list.
    void foldAs(const ListGroups &earlier);

private:
    void count();
    size_t rowsBelow(size_t group) const { return m_isFolded[group] ? 0 : static_cast<size_t>(m_groups[group].count); }

    QString m_column;
    std::vector<db::ListGroup> m_groups;
    std::vector<bool> m_isFolded;
    std::vector<size_t> m_firstPlaces;
    std::vector<size_t> m_firstLines;
};

/// 「理事单位（12）」; 「2021年（5）」 of days; 「（空白）（3）」 for cells without text.
QString groupLabel(const db::ListColumn &column, const db::ListGroup &group, bool isMasked);

} // namespace mishutai::desk
