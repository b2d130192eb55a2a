#include "db/list_query.h"

#include "base/error.h"
#include "db/sql_error.h"
#include "db/statement.h"

#include <sqlite3.h>

#include <QDate>

#include <algorithm>
#include <unordered_map>

namespace mishutai::db {
namespace {

constexpr std::size_t kIdsAStatement = 500;

using Bindings = std::vector<std::pair<QString, QVariant>>;

std::size_t columnIndex(const ListDefinition &definition, const QString &key)
{
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        if (definition.columns[i].key == key)
            return i;
    }
    throw sqlError(SQLITE_MISUSE, QStringLiteral("no column ") + key, QStringLiteral("list ") + definition.key);
}

bool isNumber(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Money || type == ColumnType::Decimal || type == ColumnType::Flag;
}

// PostgreSQL compares nothing with a parameter of another type, and SQLite compares 5 with '5' as unequal.
QVariant typed(ColumnType type, const QVariant &value)
{
    if (isNumber(type))
        return value.toLongLong();
    if (value.typeId() == QMetaType::QDate)
        return value.toDate().toString(Qt::ISODate);
    return value.toString();
}

// SQLite's lower() knows ASCII only; the pattern must not be lower in more letters than the column.
QString asciiLower(QString text)
{
    for (QChar &c : text) {
        if (c >= u'A' && c <= u'Z')
            c = QChar(c.unicode() + 32);
    }
    return text;
}

QString likeEscaped(const QString &text)
{
    QString escaped = asciiLower(text);
    escaped.replace(u'!', QStringLiteral("!!")).replace(u'%', QStringLiteral("!%")).replace(u'_', QStringLiteral("!_"));
    return escaped;
}

QString asText(const QString &expression)
{
    return QStringLiteral("cast(%1 AS text)").arg(expression);
}

/// Conditions of a list as SQL with named parameters.
class ConditionWriter
{
public:
    QString write(const ListColumn &column, const ListFilter &filter)
    {
        const QString e = u'(' + column.expression + u')';
        switch (filter.condition) {
        case Condition::Contains:
            return contains(column, e, filter.value.toString());
        case Condition::Equals:
            return e + QStringLiteral(" = ") + bind(typed(column.type, filter.value));
        case Condition::AnyOf:
            return anyOf(column, e, filter.value.toStringList());
        case Condition::AtLeast:
            return e + QStringLiteral(" >= ") + bind(typed(column.type, filter.value));
        case Condition::AtMost:
            return e + QStringLiteral(" <= ") + bind(typed(column.type, filter.value));
        case Condition::NotContains:
            return QStringLiteral("NOT coalesce(%1, 1 = 0)").arg(contains(column, e, filter.value.toString()));
        case Condition::StartsWith:
            return startsWith(e, filter.value.toString());
        case Condition::Differs:
            return QStringLiteral("coalesce(%1 <> %2, 1 = 1)").arg(e, bind(typed(column.type, filter.value)));
        case Condition::InPeriod:
            break; // resolved by whoever knows the day
        case Condition::IsEmpty:
            return QStringLiteral("coalesce(%1, '') = ''").arg(asText(e));
        case Condition::IsNotEmpty:
            return QStringLiteral("coalesce(%1, '') <> ''").arg(asText(e));
        }
        return QStringLiteral("1 = 0");
    }
    const Bindings &bindings() const { return m_bindings; }

private:
    QString bind(const QVariant &value)
    {
        QString name = QStringLiteral(":f%1").arg(m_bindings.size());
        m_bindings.emplace_back(name, value);
        return name;
    }

    QString like(const QString &expression, const QString &pattern)
    {
        return QStringLiteral("lower(%1) LIKE %2 ESCAPE '!'").arg(asText(expression), bind(pattern));
    }
    QString startsWith(const QString &expression, const QString &text) { return like(expression, likeEscaped(text) + u'%'); }

    // People type what they see: the label of a choice, not its stored word.
    QString contains(const ListColumn &column, const QString &expression, const QString &text)
    {
        if (column.type != ColumnType::Choice)
            return like(expression, u'%' + likeEscaped(text) + u'%');
        QStringList values;
        for (const Choice &choice : column.choices) {
            if (choice.label.contains(text, Qt::CaseInsensitive))
                values << choice.value;
        }
        return anyOf(column, expression, values);
    }

    QString anyOf(const ListColumn &column, const QString &expression, const QStringList &values)
    {
        if (values.isEmpty())
            return QStringLiteral("1 = 0");
        QStringList names;
        for (const QString &value : values)
            names << bind(typed(column.type, value));
        return expression + QStringLiteral(" IN (") + names.join(QStringLiteral(", ")) + u')';
    }

    Bindings m_bindings;
};

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

QString orderBy(const ListDefinition &definition, const std::vector<ListSort> &sorts)
{
    QStringList terms;
    for (const ListSort &sort : sorts) {
        const ListColumn &column = definition.columns[columnIndex(definition, sort.column)];
        terms << u'(' + column.expression
                + (sort.isDescending ? QStringLiteral(") DESC NULLS LAST") : QStringLiteral(") ASC NULLS LAST"));
    }
    if (!definition.orderBy.isEmpty())
        terms << definition.orderBy;
    terms << definition.idColumn; // makes the order of equal rows the same each time
    return QStringLiteral(" ORDER BY ") + terms.join(QStringLiteral(", "));
}

void bindAll(Statement &statement, const Bindings &bindings)
{
    for (const auto &[name, value] : bindings)
        statement.bind(name, value);
}

/// Runs a statement for every 500 ids; `use` gets each row.
template <class Use>
void forChunks(
    const Database &database, const ListDefinition &definition, const QString &selection, const std::vector<qint64> &ids, Use use)
{
    for (std::size_t start = 0; start < ids.size(); start += kIdsAStatement) {
        const std::size_t count = std::min(kIdsAStatement, ids.size() - start);
        QStringList names;
        for (std::size_t i = 0; i < count; ++i)
            names << QStringLiteral(":i%1").arg(i);
        Statement statement(database,
            QStringLiteral("SELECT %1 FROM %2 WHERE %3 IN (%4)")
                .arg(selection, definition.from, definition.idColumn, names.join(QStringLiteral(", "))));
        for (std::size_t i = 0; i < count; ++i)
            statement.bind(names[static_cast<qsizetype>(i)], ids[start + i]);
        while (statement.next())
            use(statement);
    }
}

QByteArray cellName(std::size_t i)
{
    return "c" + QByteArray::number(static_cast<qulonglong>(i));
}

} // namespace

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

const QString &ListQuery::idSource() const
{
    const bool isPlain = m_filters.empty() && m_sorts.empty() && !m_definition.idFrom.isEmpty();
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
    QString sql = QStringLiteral("SELECT %1 AS id FROM %2").arg(m_definition.idColumn, idSource())
        + where(m_definition, m_filters, {}, writer) + orderBy(m_definition, m_sorts);
    if (limit > 0)
        sql += QStringLiteral(" LIMIT :limit");
    Statement statement(m_database, sql);
    bindAll(statement, writer.bindings());
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

static QStringList sums(const ListDefinition &definition)
{
    QStringList selection;
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        if (definition.columns[i].isTotalled)
            selection << QStringLiteral("cast(sum(%1) AS bigint) AS %2")
                             .arg(definition.columns[i].expression, QString::fromLatin1(cellName(i)));
    }
    return selection;
}

static void addSums(const ListDefinition &definition, const Statement &statement, std::vector<std::optional<qint64>> &totals)
{
    for (std::size_t i = 0; i < totals.size(); ++i) {
        if (definition.columns[i].isTotalled)
            totals[i] = totals[i].value_or(0) + statement.integer(cellName(i).constData());
    }
}

std::vector<std::optional<qint64>> ListQuery::totals(const std::vector<qint64> &ids) const
{
    std::vector<std::optional<qint64>> totals(m_definition.columns.size());
    const QStringList selection = sums(m_definition);
    if (selection.isEmpty())
        return totals;
    for (std::size_t i = 0; i < totals.size(); ++i) {
        if (m_definition.columns[i].isTotalled)
            totals[i] = 0;
    }
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
