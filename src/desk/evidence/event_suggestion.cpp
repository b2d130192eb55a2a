#include "desk/evidence/event_suggestion.h"

#include "activities/events/activity_list.h"
#include "db/lists/list_query.h"
#include "session/session.h"

#include <algorithm>

namespace mishutai::desk {

namespace {

constexpr int kMostDays = 14;

QVariant cellOf(const db::ListRow &row, const QString &key)
{
    const auto &columns = activities::activityList().columns;
    const auto column = std::ranges::find(columns, key, &db::ListColumn::key);
    Q_ASSERT(column != columns.end());
    return row.cells[static_cast<size_t>(column - columns.begin())];
}

qint64 daysOf(const db::ListRow &row)
{
    const QDate first = QDate::fromString(cellOf(row, "startsOn").toString(), Qt::ISODate);
    return first.daysTo(QDate::fromString(cellOf(row, "endsOn").toString(), Qt::ISODate)) + 1;
}

} // namespace

std::vector<EventOfDay> eventsOn(const session::Session &session, QDate day)
{
    if (!day.isValid() || !session.may(session::Operation::ActivityRead))
        return {};
    db::ListQuery query(session.database(), activities::activityList());
    query.setFilters({{.column = "startsOn", .condition = db::Condition::AtMost, .value = day},
        {.column = "endsOn", .condition = db::Condition::AtLeast, .value = day}});
    query.setSorts({{.column = "startsOn"}});
    constexpr int kMostLooked = 50;
    std::vector<db::ListRow> rows = query.rows(query.ids(kMostLooked));
    std::erase_if(rows, [](const db::ListRow &row) { return daysOf(row) > kMostDays; });
    std::ranges::stable_sort(rows, {}, daysOf);
    std::vector<EventOfDay> events;
    for (const db::ListRow &row : rows)
        events.push_back({row.id, cellOf(row, "name").toString()});
    return events;
}

} // namespace mishutai::desk
