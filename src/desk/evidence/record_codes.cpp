#include "desk/evidence/record_codes.h"

#include "base/money.h"
#include "db/lists/list_query.h"
#include "desk/global_search.h"
#include "session/session.h"

#include <QSet>

#include <algorithm>

namespace mishutai::desk {

namespace {

const QString kVouchers = QStringLiteral("vouchers");
const QString kDraft = QStringLiteral("草稿");

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

/// Drafts of a day with their keys, in the order in which they were made.
std::vector<std::pair<qint64, QString>> RecordCodes::draftKeysOn(QDate day) const
{
    const db::ListDefinition &list = *listByKey(kVouchers);
    db::ListQuery query(m_session.database(), list);
    query.setFilters({{"date", db::Condition::Equals, day}, {"state", db::Condition::Equals, QStringLiteral("DRAFT")}});
    std::vector<qint64> ids = query.ids();
    std::ranges::sort(ids);
    const auto cell = [&list](const db::ListRow &row, const QString &key) {
        return row.cells[static_cast<size_t>(&columnOf(list, key) - list.columns.data())];
    };
    QHash<QString, int> seen;
    std::vector<std::pair<qint64, QString>> keys;
    for (const db::ListRow &row : query.rows(ids)) {
        const QString amount = Money::fromFen(cell(row, "debit").toLongLong()).yuan();
        const QString summary = cell(row, "summary").toString();
        const int number = ++seen[amount + u'|' + summary];
        keys.emplace_back(
            row.id, QStringList{kDraft, day.toString(Qt::ISODate), amount, QString::number(number), summary}.join(u'|'));
    }
    return keys;
}

QHash<qint64, QString> RecordCodes::keysOf(const QString &objectType, const std::vector<qint64> &ids) const
{
    QHash<qint64, QString> keys = codesOf(objectType, ids);
    if (objectType != kVouchers || keys.size() == static_cast<qsizetype>(ids.size()))
        return keys;
    const db::ListDefinition &list = *listByKey(kVouchers);
    const auto place = static_cast<size_t>(&columnOf(list, "date") - list.columns.data());
    QSet<QDate> days;
    for (const db::ListRow &row : db::ListQuery(m_session.database(), list).rows(ids)) {
        if (!keys.contains(row.id))
            days.insert(QDate::fromString(row.cells[place].toString(), Qt::ISODate));
    }
    for (const QDate day : days) {
        for (const auto &[id, key] : draftKeysOn(day))
            keys.insert(id, key);
    }
    return keys;
}

std::optional<evidence::RecordRef> RecordCodes::find(const QString &objectType, const QString &code) const
{
    const db::ListDefinition *list = listByKey(objectType);
    if (!list || code.isEmpty())
        return std::nullopt;
    if (objectType == kVouchers && code.startsWith(kDraft + u'|')) {
        for (const auto &[id, key] : draftKeysOn(QDate::fromString(code.section('|', 1, 1), Qt::ISODate))) {
            if (key == code)
                return evidence::RecordRef{objectType, id};
        }
        return std::nullopt;
    }
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
