#pragma once

#include "db/lists/list_definition.h"

#include <optional>

namespace mishutai::db {

class Database;
class OrderWriter;

struct ListRow {
    qint64 id = 0;
    std::vector<QVariant> cells; ///< one for each column of the definition, in its order
};

/// The rows that have one value in a column.
struct ListGroup {
    QVariant value{}; ///< as stored, "2021" of a day; invalid for cells without text
    qint64 count = 0;
    std::vector<std::optional<qint64>> totals{}; ///< of each column, as ListQuery::totals() has them
};

/// How a column may group the rows: codes, amounts and decimals say something else in each row, days go by their year, and of
/// texts and whole numbers only the rows tell.
enum class Grouping { Never, ByValue, ByYear, WhereRepeated };
Grouping groupingOf(ColumnType type);

/// Reads a list. The only place that assembles SELECTs; every value is bound, every identifier comes from the definition.
/// Filters are joined by AND. Contains looks at the text without regard to ASCII case, and at the labels of a Choice column.
/// @throws Error Storage, also for a column that the definition lacks
class ListQuery
{
public:
    ListQuery(const Database &database, const ListDefinition &definition);

    void setFilters(std::vector<ListFilter> filters);
    void setSorts(std::vector<ListSort> sorts);
    /// Whether the rows that the filters let through can be grouped by a column so that a group has two rows or more on average;
    /// of a long list some thousand rows tell.
    bool isGroupable(const QString &column) const;
    /// Rows of one value of this column (days: of one year) stand together, before all sorts; upwards, or as the sorts say for
    /// it. Empty for none.
    void setGroup(const QString &column);

    /// Ids of all matching rows in sort order: see OrderWriter. @param limit 0 for all
    std::vector<qint64> ids(int limit = 0) const;
    /// How many rows match.
    qint64 count() const;
    /// The rows of these ids, in the order of `ids` (at most a few hundred: what is visible); an id that is gone is left out.
    /// Cells as stored: QString, qint64, invalid for NULL.
    std::vector<ListRow> rows(const std::vector<qint64> &ids) const;
    /// Sums of the totalled columns over the ids; others are std::nullopt.
    std::vector<std::optional<qint64>> totals(const std::vector<qint64> &ids) const;
    /// The same over all rows that the filters let through, by one statement.
    std::vector<std::optional<qint64>> totalsOfAll() const;
    /// The groups of all rows that the filters let through, in their order, by one statement. @pre setGroup()
    std::vector<ListGroup> groups() const;
    /// The groups of these rows. @param ids in the order of ids() @pre setGroup()
    std::vector<ListGroup> groupsOf(const std::vector<qint64> &ids) const;
    /// Distinct values of a column with their counts, most frequent first, at most `limit`; within the filters of the others.
    std::vector<std::pair<QVariant, qint64>> distinctValues(const QString &column, int limit) const;

private:
    /// Where ids are read from: the bare table as long as no filter and no sort needs more.
    const QString &idSource() const;
    /// "value, number, sums" of a group.
    QString groupSelection() const;
    QString orderBy(OrderWriter &writer) const;
    QString groupOrder(OrderWriter &writer) const;

    const Database &m_database;
    const ListDefinition &m_definition;
    std::vector<ListFilter> m_filters;
    std::vector<ListSort> m_sorts;
    QString m_group;
};

} // namespace mishutai::db
