#include "activities/events/activity_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "office/stored_quantity.h"
#include "session/work.h"

namespace mishutai::activities {

namespace {

const QString kTable = QStringLiteral("activities");

const QString kSelect = QStringLiteral(R"(
SELECT id, revision, code, name, kind, series, own_role, is_industry_event, status, starts_on, ends_on, date_precision, place,
  district, venue_count, is_online, task_unit_id, task_received_on, participants_micro, participants_qualifier,
  participants_wording, online_micro, online_qualifier, online_wording, enterprises_micro, enterprises_qualifier,
  enterprises_wording, content, outcome, publicity, body, term_number, session_number, is_enlarged, agenda, reported_on,
  responsible_id, tags, notes
FROM activities
)");

QVariant countOrNull(const std::optional<int> &count)
{
    return count ? QVariant(*count) : QVariant();
}

std::optional<int> optionalCount(const db::Statement &row, const char *column)
{
    const std::optional<qint64> value = row.optionalInteger(column);
    return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

db::Row rowOf(const ActivityDetails &d)
{
    db::Row row{
        {"code", d.code},
        {"name", d.name},
        {"kind", activityKinds().stored(d.kind)},
        {"series", db::orNull(d.series)},
        {"own_role", ownRoles().stored(d.ownRole)},
        {"is_industry_event", d.isIndustryEvent},
        {"status", activityStatuses().stored(d.status)},
        {"starts_on", d.startsOn},
        {"ends_on", d.endsOn},
        {"date_precision", office::datePrecisions().stored(d.precision)},
        {"place", db::orNull(d.place)},
        {"district", db::orNull(d.district)},
        {"venue_count", countOrNull(d.venueCount)},
        {"is_online", d.isOnline},
        {"task_unit_id", db::orNull(d.taskUnit)},
        {"task_received_on", db::orNull(d.taskReceivedOn)},
        {"content", db::orNull(d.content)},
        {"outcome", db::orNull(d.outcome)},
        {"publicity", db::orNull(d.publicity)},
        {"body", meetingBodies().storedOrNull(d.body)},
        {"term_number", countOrNull(d.termNumber)},
        {"session_number", countOrNull(d.sessionNumber)},
        {"is_enlarged", d.isEnlarged},
        {"agenda", db::orNull(d.agenda)},
        {"reported_on", db::orNull(d.reportedOn)},
        {"responsible_id", db::orNull(d.responsible)},
        {"tags", db::orNull(d.tags)},
        {"notes", db::orNull(d.notes)},
    };
    office::appendQuantity(row, "participants", d.participants);
    office::appendQuantity(row, "online", d.online);
    office::appendQuantity(row, "enterprises", d.enterprises);
    return row;
}

ActivityDetails detailsOf(const db::Statement &row)
{
    ActivityDetails d;
    d.code = row.text("code");
    d.name = row.text("name");
    d.kind = activityKinds().fromStored(row.text("kind")).value_or(ActivityKind::Other);
    d.series = row.text("series");
    d.ownRole = ownRoles().fromStored(row.text("own_role")).value_or(OwnRole::Host);
    d.isIndustryEvent = row.flag("is_industry_event");
    d.status = activityStatuses().fromStored(row.text("status")).value_or(ActivityStatus::Held);
    d.startsOn = row.date("starts_on");
    d.endsOn = row.date("ends_on");
    d.precision = office::datePrecisions().fromStored(row.text("date_precision")).value_or(office::DatePrecision::Day);
    d.place = row.text("place");
    d.district = row.text("district");
    d.venueCount = optionalCount(row, "venue_count");
    d.isOnline = row.flag("is_online");
    d.taskUnit = row.optionalId<UnitId>("task_unit_id");
    d.taskReceivedOn = row.date("task_received_on");
    d.participants = office::readQuantity(row, "participants");
    d.online = office::readQuantity(row, "online");
    d.enterprises = office::readQuantity(row, "enterprises");
    d.content = row.text("content");
    d.outcome = row.text("outcome");
    d.publicity = row.text("publicity");
    d.body = meetingBodies().fromStored(row.text("body"));
    d.termNumber = optionalCount(row, "term_number");
    d.sessionNumber = optionalCount(row, "session_number");
    d.isEnlarged = row.flag("is_enlarged");
    d.agenda = row.text("agenda");
    d.reportedOn = row.date("reported_on");
    d.responsible = row.optionalId<PersonId>("responsible_id");
    d.tags = row.text("tags");
    d.notes = row.text("notes");
    return d;
}

Activity read(const db::Statement &row)
{
    return {row.id<ActivityId>("id"), static_cast<int>(row.integer("revision")), detailsOf(row)};
}

} // namespace

std::optional<Activity> ActivityRepository::find(ActivityId id) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE id = :id"));
    statement.bind(QStringLiteral(":id"), id);
    return statement.next() ? std::optional<Activity>(read(statement)) : std::nullopt;
}

std::optional<ActivityId> ActivityRepository::idByCode(const QString &code) const
{
    db::Statement statement(m_database, QStringLiteral("SELECT id FROM activities WHERE code = :code"));
    statement.bind(QStringLiteral(":code"), code);
    return statement.next() ? std::optional<ActivityId>(statement.id<ActivityId>("id")) : std::nullopt;
}

std::vector<ActivityId> ActivityRepository::idsByName(const QString &name, QDate startsOn) const
{
    db::Statement statement(m_database,
        QStringLiteral("SELECT id FROM activities WHERE name = :name AND starts_on = coalesce(:day, starts_on) ORDER BY id"));
    statement.bind(QStringLiteral(":name"), name).bind(QStringLiteral(":day"), db::orNull(startsOn));
    std::vector<ActivityId> ids;
    while (statement.next())
        ids.push_back(statement.id<ActivityId>("id"));
    return ids;
}

std::vector<Activity> ActivityRepository::all() const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("ORDER BY code"));
    std::vector<Activity> result;
    while (statement.next())
        result.push_back(read(statement));
    return result;
}

ActivityId ActivityRepository::insert(session::Work &work, const ActivityDetails &details) const
{
    return ActivityId(work.insert(kTable, rowOf(details)));
}

bool ActivityRepository::update(session::Work &work, const Activity &stored, int revision, const ActivityDetails &details) const
{
    return work.update(kTable, stored.id.value(), revision, rowOf(details)) != stored.revision;
}

void ActivityRepository::remove(session::Work &work, ActivityId id, int revision) const
{
    work.remove(kTable, id.value(), revision);
}

} // namespace mishutai::activities
