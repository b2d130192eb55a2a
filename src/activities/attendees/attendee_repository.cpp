#include "activities/attendees/attendee_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::activities {

namespace {

const QString kTable = QStringLiteral("activity_attendees");

const QString kSelect = QStringLiteral(R"(
SELECT k.id, k.revision, k.activity_id, k.line_no, k.unit_id, k.person_id, k.name_as_given, k.phone, k.capacity, k.head_count,
  k.signed_in, k.note
FROM activity_attendees AS k
JOIN activities AS a ON a.id = k.activity_id
)");
const QString kOrder = QStringLiteral(" ORDER BY a.code, k.line_no");

db::Row rowOf(ActivityId activity, const AttendeeDetails &d)
{
    return {{"activity_id", activity.value()}, {"line_no", d.lineNumber}, {"unit_id", db::orNull(d.unit)},
        {"person_id", db::orNull(d.person)}, {"name_as_given", db::orNull(d.nameAsGiven)}, {"phone", db::orNull(d.phone)},
        {"capacity", capacities().stored(d.capacity)}, {"head_count", d.headCount},
        {"signed_in", d.signedIn ? QVariant(*d.signedIn) : QVariant()}, {"note", db::orNull(d.note)}};
}

AttendeeDetails detailsOf(const db::Statement &row)
{
    AttendeeDetails d;
    d.lineNumber = static_cast<int>(row.integer("line_no"));
    d.unit = row.optionalId<UnitId>("unit_id");
    d.person = row.optionalId<PersonId>("person_id");
    d.nameAsGiven = row.text("name_as_given");
    d.phone = row.text("phone");
    d.capacity = capacities().fromStored(row.text("capacity")).value_or(Capacity::Participant);
    d.headCount = static_cast<int>(row.integer("head_count"));
    d.signedIn = row.isNull("signed_in") ? std::nullopt : std::optional<bool>(row.flag("signed_in"));
    d.note = row.text("note");
    return d;
}

std::vector<Attendee> read(db::Statement &row)
{
    std::vector<Attendee> result;
    while (row.next())
        result.push_back(
            {row.integer("id"), static_cast<int>(row.integer("revision")), row.id<ActivityId>("activity_id"), detailsOf(row)});
    return result;
}

std::optional<Attendee> first(db::Statement &row)
{
    const std::vector<Attendee> found = read(row);
    return found.empty() ? std::nullopt : std::optional<Attendee>(found.front());
}

} // namespace

std::optional<Attendee> AttendeeRepository::find(qint64 id) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.id = :id"));
    statement.bind(QStringLiteral(":id"), id);
    return first(statement);
}

std::optional<Attendee> AttendeeRepository::findByLine(ActivityId activity, int lineNumber) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.activity_id = :activity AND k.line_no = :line"));
    statement.bind(QStringLiteral(":activity"), activity).bind(QStringLiteral(":line"), lineNumber);
    return first(statement);
}

std::vector<Attendee> AttendeeRepository::all() const
{
    db::Statement statement(m_database, kSelect + kOrder);
    return read(statement);
}

std::vector<Attendee> AttendeeRepository::ofActivity(ActivityId activity) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.activity_id = :activity") + kOrder);
    statement.bind(QStringLiteral(":activity"), activity);
    return read(statement);
}

int AttendeeRepository::lastLine(ActivityId activity) const
{
    db::Statement statement(m_database,
        QStringLiteral("SELECT coalesce(max(line_no), 0) AS last FROM activity_attendees WHERE activity_id = :activity"));
    statement.bind(QStringLiteral(":activity"), activity);
    return statement.next() ? static_cast<int>(statement.integer("last")) : 0;
}

qint64 AttendeeRepository::insert(session::Work &work, ActivityId activity, const AttendeeDetails &details) const
{
    return work.insert(kTable, rowOf(activity, details));
}

bool AttendeeRepository::update(session::Work &work, const Attendee &stored, int revision, const AttendeeDetails &details) const
{
    return work.update(kTable, stored.id, revision, rowOf(stored.activity, details)) != stored.revision;
}

void AttendeeRepository::remove(session::Work &work, qint64 id, int revision) const
{
    work.remove(kTable, id, revision);
}

void AttendeeRepository::removeAll(session::Work &work, ActivityId activity) const
{
    for (const Attendee &attendee : ofActivity(activity))
        remove(work, attendee.id, attendee.revision);
}

} // namespace mishutai::activities
