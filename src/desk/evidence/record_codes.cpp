#include "desk/evidence/record_codes.h"

#include "db/list_query.h"
#include "desk/global_search.h"
#include "session/session.h"

#include <algorithm>

namespace mishutai::desk {

namespace {

/// Columns that together name a record, in the order in which they are written.
QStringList keyColumns(const db::ListDefinition &list)
{
    const bool hasCode = std::ranges::find(list.columns, QString("code"), &db::ListColumn::key) != list.columns.end();
    return hasCode ? QStringList{"code"} : QStringList{"name", "to", "stage", "from"};
}

QString labelOf(const db::ListColumn &column, const QString &value)
{
    const auto choice = std::ranges::find(column.choices, value, &db::Choice::value);
    return choice == column.choices.end() ? value : choice->label;
}

QString valueOf(const db::ListColumn &column, const QString &label)
{
    const auto choice = std::ranges::find(column.choices, label, &db::Choice::label);
    return choice == column.choices.end() ? label : choice->value;
}

const db::ListColumn &columnOf(const db::ListDefinition &list, const QString &key)
{
    return *std::ranges::find(list.columns, key, &db::ListColumn::key);
}

QString codeOfRow(const db::ListDefinition &list, const db::ListRow &row)
{
    QStringList parts;
    for (const QString &key : keyColumns(list)) {
        const db::ListColumn &column = columnOf(list, key);
        const auto place = static_cast<size_t>(&column - list.columns.data());
        parts.append(labelOf(column, row.cells[place].toString()));
    }
    return parts.join(u'|');
}

} // namespace

QHash<qint64, QString> RecordCodes::codesOf(const QString &objectType, const std::vector<qint64> &ids) const
{
    QHash<qint64, QString> codes;
    const db::ListDefinition *list = listByKey(objectType);
    if (!list)
        return codes;
    const db::ListQuery query(m_session.database(), *list);
    constexpr size_t kAtOnce = 200;
    for (size_t first = 0; first < ids.size(); first += kAtOnce) {
        const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(first + kAtOnce, ids.size()));
        for (const db::ListRow &row : query.rows({begin, end})) {
            if (const QString code = codeOfRow(*list, row); !code.isEmpty())
                codes.insert(row.id, code);
        }
    }
    return codes;
}

std::optional<QString> RecordCodes::codeOf(const evidence::RecordRef &record) const
{
    const QHash<qint64, QString> codes = codesOf(record.objectType, {record.objectId});
    return codes.isEmpty() ? std::nullopt : std::optional(codes.begin().value());
}

std::optional<evidence::RecordRef> RecordCodes::find(const QString &objectType, const QString &code) const
{
    const db::ListDefinition *list = listByKey(objectType);
    if (!list || code.isEmpty())
        return std::nullopt;
    const QStringList keys = keyColumns(*list);
    QStringList parts{code};
    if (keys.size() > 1) {
        // The name may hold the separator; what follows it never does.
        parts = code.split(u'|');
        while (parts.size() > keys.size())
            parts[0] += u'|' + parts.takeAt(1);
        if (parts.size() != keys.size())
            return std::nullopt;
    }
    std::vector<db::ListFilter> filters;
    for (qsizetype i = 0; i < keys.size(); ++i)
        filters.push_back({keys[i], db::Condition::Equals, valueOf(columnOf(*list, keys[i]), parts[i])});
    db::ListQuery query(m_session.database(), *list);
    query.setFilters(std::move(filters));
    const std::vector<qint64> ids = query.ids(2);
    return ids.size() == 1 ? std::optional(evidence::RecordRef{objectType, ids.front()}) : std::nullopt;
}

} // namespace mishutai::desk
