#include "db/lists/list_query.h"

#include "base/error.h"
#include "db/lists/list_conditions.h"
#include "db/lists/list_order.h"
#include "db/sql_error.h"
#include "db/statement.h"

#include <sqlite3.h>

#include <algorithm>
#include <unordered_map>

namespace mishutai::db {
namespace {

constexpr std::size_t kIdsAStatement = 500;
constexpr int kRowsLookedAt = 5000; ///< to know whether a column repeats

std::size_t columnIndex(const ListDefinition &definition, const QString &key)
{
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        if (definition.columns[i].key == key)
            return i;
    }
    throw sqlError(SQLITE_MISUSE, QStringLiteral("no column ") + key, QStringLiteral("list ") + definition.key);
}

QString where(
    const ListDefinition &definition, const std::vector<ListFilter> &filters, const QString &leftOut, ConditionWriter &writer)
{
    QStringList conditions;
    if (!definition.where.isEmpty())
        conditions << u'(' + definition.where + u')';
    for (const ListFilter &filter : filters) {
        if (filter.column != leftOut)
            conditions << writer.write(definition.columns[columnIndex(definition, filter.column)], filter);
    }
    return conditions.isEmpty() ? QString() : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
}

// Cells without text are one group, however they are stored.
QString groupExpression(const ListColumn &column)
{
    if (isStoredAsNumber(column.type))
        return u'(' + column.expression + u')';
    const QString year = QStringLiteral("substr((%1), 1, 4)").arg(column.expression);
    return QStringLiteral("nullif(%1, '')").arg(column.type == ColumnType::Date ? year : u'(' + column.expression + u')');
}

void bindAll(Statement &statement, const std::vector<std::pair<QString, QVariant>> &bindings)
{
    for (const auto &[name, value] : bindings)
        statement.bind(name, value);
}

/// Grouping and order of a statement, with the values that it binds.
struct Rest {
    QString sql{};
    OrderWriter::Bindings bindings{};
};

/// Runs a statement for every 500 ids; `use` gets each row. @param rest after the condition
template <class Use>
void forChunks(const Database &database, const ListDefinition &definition, const QString &selection,
    const std::vector<qint64> &ids, Use use, const Rest &rest = {})
{
    for (std::size_t start = 0; start < ids.size(); start += kIdsAStatement) {
        const std::size_t count = std::min(kIdsAStatement, ids.size() - start);
        QStringList names;
        for (std::size_t i = 0; i < count; ++i)
            names << QStringLiteral(":i%1").arg(i);
        Statement statement(database,
            QStringLiteral("SELECT %1 FROM %2 WHERE %3 IN (%4)")
                    .arg(selection, definition.from, definition.idColumn, names.join(QStringLiteral(", ")))
                + rest.sql);
        for (std::size_t i = 0; i < count; ++i)
            statement.bind(names[static_cast<qsizetype>(i)], ids[start + i]);
        bindAll(statement, rest.bindings);
        while (statement.next())
            use(statement);
    }
}

QByteArray cellName(std::size_t i)
{
    return "c" + QByteArray::number(static_cast<qulonglong>(i));
}

} // namespace

Grouping groupingOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Choice:
    case ColumnType::Flag:
        return Grouping::ByValue;
    case ColumnType::Date:
        return Grouping::ByYear;
    case ColumnType::Text:
    case ColumnType::Integer:
        return Grouping::WhereRepeated;
    case ColumnType::Code:
    case ColumnType::Money:
    case ColumnType::Decimal:
        break;
    }
    return Grouping::Never;
}

ListQuery::ListQuery(const Database &database, const ListDefinition &definition) : m_database(database), m_definition(definition)
{
}

void ListQuery::setFilters(std::vector<ListFilter> filters)
{
    for (const ListFilter &filter : filters)
        columnIndex(m_definition, filter.column);
    m_filters = std::move(filters);
}

void ListQuery::setSorts(std::vector<ListSort> sorts)
{
    for (const ListSort &sort : sorts)
        columnIndex(m_definition, sort.column);
    m_sorts = std::move(sorts);
}

void ListQuery::setGroup(const QString &column)
{
    if (!column.isEmpty())
        columnIndex(m_definition, column);
    m_group = column;
}

const QString &ListQuery::idSource() const
{
    const bool isPlain = m_filters.empty() && m_sorts.empty() && m_group.isEmpty() && !m_definition.idFrom.isEmpty();
    return isPlain ? m_definition.idFrom : m_definition.from;
}

qint64 ListQuery::count() const
{
    ConditionWriter writer;
    Statement statement(
        m_database, QStringLiteral("SELECT count(*) AS n FROM %1").arg(idSource()) + where(m_definition, m_filters, {}, writer));
    bindAll(statement, writer.bindings());
    return statement.next() ? statement.integer("n") : 0;
}

std::vector<qint64> ListQuery::ids(int limit) const
{
    ConditionWriter writer;
    OrderWriter order;
    QString sql = QStringLiteral("SELECT %1 AS id FROM %2").arg(m_definition.idColumn, idSource())
        + where(m_definition, m_filters, {}, writer) + orderBy(order);
    if (limit > 0)
        sql += QStringLiteral(" LIMIT :limit");
    Statement statement(m_database, sql);
    bindAll(statement, writer.bindings());
    bindAll(statement, order.bindings());
    if (limit > 0)
        statement.bind(QStringLiteral(":limit"), limit);
    std::vector<qint64> ids;
    while (statement.next())
        ids.push_back(statement.integer("id"));
    return ids;
}

std::vector<ListRow> ListQuery::rows(const std::vector<qint64> &ids) const
{
    QStringList selection{m_definition.idColumn + QStringLiteral(" AS id")};
    std::vector<QByteArray> names;
    for (std::size_t i = 0; i < m_definition.columns.size(); ++i) {
        names.push_back(cellName(i));
        selection << m_definition.columns[i].expression + QStringLiteral(" AS ") + QString::fromLatin1(names.back());
    }
    std::unordered_map<qint64, ListRow> found;
    forChunks(m_database, m_definition, selection.join(QStringLiteral(", ")), ids, [&](const Statement &statement) {
        ListRow row;
        row.id = statement.integer("id");
        for (const QByteArray &name : names)
            row.cells.push_back(statement.value(name.constData()));
        found.emplace(row.id, std::move(row));
    });
    std::vector<ListRow> rows;
    for (const qint64 id : ids) {
        if (const auto it = found.find(id); it != found.end())
            rows.push_back(it->second);
    }
    return rows;
}

namespace {

QStringList sums(const ListDefinition &definition)
{
    QStringList selection;
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        if (definition.columns[i].isTotalled)
            selection << QStringLiteral("cast(sum(%1) AS bigint) AS %2")
                             .arg(definition.columns[i].expression, QString::fromLatin1(cellName(i)));
    }
    return selection;
}

void addSums(const ListDefinition &definition, const Statement &statement, std::vector<std::optional<qint64>> &totals)
{
    for (std::size_t i = 0; i < totals.size(); ++i) {
        if (definition.columns[i].isTotalled)
            totals[i] = totals[i].value_or(0) + statement.integer(cellName(i).constData());
    }
}

std::vector<std::optional<qint64>> noSums(const ListDefinition &definition)
{
    std::vector<std::optional<qint64>> totals(definition.columns.size());
    for (std::size_t i = 0; i < totals.size(); ++i) {
        if (definition.columns[i].isTotalled)
            totals[i] = 0;
    }
    return totals;
}

ListGroup readGroup(const ListDefinition &definition, const Statement &statement)
{
    ListGroup group{statement.value("value"), statement.integer("n"), noSums(definition)};
    addSums(definition, statement, group.totals);
    return group;
}

} // namespace

std::vector<std::optional<qint64>> ListQuery::totals(const std::vector<qint64> &ids) const
{
    std::vector<std::optional<qint64>> totals = noSums(m_definition);
    const QStringList selection = sums(m_definition);
    if (selection.isEmpty())
        return totals;
    forChunks(m_database, m_definition, selection.join(QStringLiteral(", ")), ids,
        [&](const Statement &statement) { addSums(m_definition, statement, totals); });
    return totals;
}

std::vector<std::optional<qint64>> ListQuery::totalsOfAll() const
{
    std::vector<std::optional<qint64>> totals(m_definition.columns.size());
    const QStringList selection = sums(m_definition);
    if (selection.isEmpty())
        return totals;
    ConditionWriter writer;
    Statement statement(m_database,
        QStringLiteral("SELECT %1 FROM %2").arg(selection.join(QStringLiteral(", ")), m_definition.from)
            + where(m_definition, m_filters, {}, writer));
    bindAll(statement, writer.bindings());
    if (statement.next())
        addSums(m_definition, statement, totals);
    return totals;
}

bool ListQuery::isGroupable(const QString &column) const
{
    const ListColumn &one = m_definition.columns[columnIndex(m_definition, column)];
    if (const Grouping grouping = groupingOf(one.type); grouping != Grouping::WhereRepeated)
        return grouping != Grouping::Never;
    ConditionWriter writer;
    Statement statement(m_database,
        QStringLiteral(
            "SELECT count(s.value) AS n, count(DISTINCT s.value) AS kinds FROM (SELECT %1 AS value FROM %2%3 LIMIT %4) AS s")
            .arg(groupExpression(one), m_definition.from, where(m_definition, m_filters, {}, writer),
                QString::number(kRowsLookedAt)));
    bindAll(statement, writer.bindings());
    return statement.next() && statement.integer("kinds") > 0 && statement.integer("n") >= 2 * statement.integer("kinds");
}

QString ListQuery::groupSelection() const
{
    const ListColumn &column = m_definition.columns[columnIndex(m_definition, m_group)];
    QStringList selection{groupExpression(column) + QStringLiteral(" AS value"), QStringLiteral("count(*) AS n")};
    selection << sums(m_definition);
    return selection.join(QStringLiteral(", "));
}

QString ListQuery::orderBy(OrderWriter &writer) const
{
    QStringList terms;
    if (!m_group.isEmpty())
        terms << groupOrder(writer);
    for (const ListSort &sort : m_sorts) {
        const ListColumn &column = m_definition.columns[columnIndex(m_definition, sort.column)];
        terms << writer.write(column, column.expression, sort.isDescending);
    }
    if (!m_definition.orderBy.isEmpty())
        terms << m_definition.orderBy;
    terms << m_definition.idColumn; // makes the order of equal rows the same each time
    return QStringLiteral(" ORDER BY ") + terms.join(QStringLiteral(", "));
}

// Values that their column does not list share a place in its order; the second term keeps the rows of each together.
QString ListQuery::groupOrder(OrderWriter &writer) const
{
    const ListColumn &column = m_definition.columns[columnIndex(m_definition, m_group)];
    const auto sort = std::ranges::find(m_sorts, m_group, &ListSort::column);
    const QString expression = groupExpression(column);
    return writer.write(column, expression, sort != m_sorts.end() && sort->isDescending) + QStringLiteral(", ") + expression;
}

std::vector<ListGroup> ListQuery::groups() const
{
    const QString expression = groupExpression(m_definition.columns[columnIndex(m_definition, m_group)]);
    ConditionWriter writer;
    OrderWriter order;
    Statement statement(m_database,
        QStringLiteral("SELECT %1 FROM %2").arg(groupSelection(), m_definition.from) + where(m_definition, m_filters, {}, writer)
            + QStringLiteral(" GROUP BY %1 ORDER BY %2").arg(expression, groupOrder(order)));
    bindAll(statement, writer.bindings());
    bindAll(statement, order.bindings());
    std::vector<ListGroup> groups;
    while (statement.next())
        groups.push_back(readGroup(m_definition, statement));
    return groups;
}

std::vector<ListGroup> ListQuery::groupsOf(const std::vector<qint64> &ids) const
{
    const QString expression = groupExpression(m_definition.columns[columnIndex(m_definition, m_group)]);
    std::vector<ListGroup> groups;
    const auto add = [&](const Statement &statement) {
        ListGroup group = readGroup(m_definition, statement);
        if (groups.empty() || groups.back().value != group.value) {
            groups.push_back(std::move(group));
            return;
        }
        // A group that goes on in the next 500.
        groups.back().count += group.count;
        addSums(m_definition, statement, groups.back().totals);
    };
    OrderWriter order;
    const QString rest = QStringLiteral(" GROUP BY %1 ORDER BY %2").arg(expression, groupOrder(order));
    forChunks(m_database, m_definition, groupSelection(), ids, add, {rest, order.bindings()});
    return groups;
}

std::vector<std::pair<QVariant, qint64>> ListQuery::distinctValues(const QString &column, int limit) const
{
    const QString expression = m_definition.columns[columnIndex(m_definition, column)].expression;
    ConditionWriter writer;
    const QString sql = QStringLiteral("SELECT %1 AS value, count(*) AS n FROM %2").arg(expression, m_definition.from)
        + where(m_definition, m_filters, column, writer)
        + QStringLiteral(" GROUP BY %1 ORDER BY n DESC, value NULLS LAST LIMIT :limit").arg(expression);
    Statement statement(m_database, sql);
    bindAll(statement, writer.bindings());
    statement.bind(QStringLiteral(":limit"), limit);
    std::vector<std::pair<QVariant, qint64>> values;
    while (statement.next())
        values.emplace_back(statement.value("value"), statement.integer("n"));
    return values;
}

} // namespace mishutai::db
