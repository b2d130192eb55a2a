#include "members/member_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

#include <algorithm>
#include <utility>

namespace mishutai::members {

namespace {

const char *const kSelectMember = R"(
SELECT m.id, m.revision, m.code, m.unit_id, m.person_id, m.applied_on, m.joined_on, m.approval_no, m.approval_meeting, m.referrer,
  m.suspended_on, m.suspended_reason, m.suspended_document, m.left_on, m.left_kind, m.left_reason, m.left_document, m.certificate_no, m.service_officer, m.licence_filed,
  m.registered_on, m.notes,
  (SELECT l.level FROM member_levels AS l WHERE l.member_id = m.id ORDER BY l.from_on DESC LIMIT 1) AS level
FROM members AS m
)";

db::Row rowOf(const MemberDetails &details)
{
    return {
        {"code", details.code},
        {"applied_on", db::orNull(details.appliedOn)},
        {"joined_on", db::orNull(details.joinedOn)},
        {"approval_no", db::orNull(details.approvalNo)},
        {"approval_meeting", db::orNull(details.approvalMeeting)},
        {"referrer", db::orNull(details.referrer)},
        {"suspended_on", db::orNull(details.suspendedOn)},
        {"suspended_reason", db::orNull(details.suspendedReason)},
        {"suspended_document", db::orNull(details.suspendedDocument)},
        {"left_on", db::orNull(details.leftOn)},
        {"left_kind", leaveKinds().storedOrNull(details.leftKind)},
        {"left_reason", db::orNull(details.leftReason)},
        {"left_document", db::orNull(details.leftDocument)},
        {"certificate_no", db::orNull(details.certificateNo)},
        {"service_officer", db::orNull(details.serviceOfficer)},
        {"licence_filed", details.licenceFiled},
        {"registered_on", db::orNull(details.registeredOn)},
        {"notes", db::orNull(details.notes)},
    };
}

Member read(const db::Statement &row)
{
    MemberDetails d;
    d.code = row.text("code");
    d.level = memberLevels().fromStored(row.text("level")).value_or(MemberLevel::Ordinary);
    d.appliedOn = row.date("applied_on");
    d.joinedOn = row.date("joined_on");
    d.approvalNo = row.text("approval_no");
    d.approvalMeeting = row.text("approval_meeting");
    d.referrer = row.text("referrer");
    d.suspendedOn = row.date("suspended_on");
    d.suspendedReason = row.text("suspended_reason");
    d.suspendedDocument = row.text("suspended_document");
    d.leftOn = row.date("left_on");
    d.leftKind = leaveKinds().fromStored(row.text("left_kind"));
    d.leftDocument = row.text("left_document");
    d.leftReason = row.text("left_reason");
    d.certificateNo = row.text("certificate_no");
    d.serviceOfficer = row.text("service_officer");
    d.licenceFiled = row.flag("licence_filed");
    d.registeredOn = row.date("registered_on");
    d.notes = row.text("notes");
    return {row.id<MemberId>("id"), static_cast<int>(row.integer("revision")), row.optionalId<UnitId>("unit_id"),
        row.optionalId<PersonId>("person_id"), d};
}

std::optional<MemberId> idOf(db::Statement &statement)
{
    return statement.next() ? std::optional<MemberId>(statement.id<MemberId>("id")) : std::nullopt;
}

std::vector<Member> allOf(db::Statement &statement)
{
    std::vector<Member> result;
    while (statement.next())
        result.push_back(read(statement));
    return result;
}

/// Sorted here: asked for each row of an import, where the database would open a sorter each time.
std::vector<Member> byStart(std::vector<Member> members)
{
    std::ranges::sort(members, {}, [](const Member &each) { return std::pair(startOf(each.details), each.id.value()); });
    return members;
}

} // namespace

std::optional<Member> MemberRepository::find(MemberId id) const
{
    db::Statement statement(m_database, QString(kSelectMember) + "WHERE m.id = :id");
    statement.bind(":id", id);
    return statement.next() ? std::optional<Member>(read(statement)) : std::nullopt;
}

std::optional<MemberId> MemberRepository::idByCode(const QString &code) const
{
    db::Statement statement(m_database, "SELECT id FROM members WHERE code = :code");
    statement.bind(":code", code);
    return idOf(statement);
}

std::optional<MemberId> MemberRepository::currentOf(UnitId unit) const
{
    db::Statement statement(m_database, "SELECT id FROM members WHERE unit_id = :unit AND left_on IS NULL");
    statement.bind(":unit", unit);
    return idOf(statement);
}

std::vector<Member> MemberRepository::ofUnit(UnitId unit) const
{
    db::Statement statement(m_database, QString(kSelectMember) + "WHERE m.unit_id = :unit");
    statement.bind(":unit", unit);
    return byStart(allOf(statement));
}

std::optional<MemberId> MemberRepository::currentOf(PersonId person) const
{
    db::Statement statement(m_database, "SELECT id FROM members WHERE person_id = :person AND left_on IS NULL");
    statement.bind(":person", person);
    return idOf(statement);
}

std::vector<Member> MemberRepository::ofPerson(PersonId person) const
{
    db::Statement statement(m_database, QString(kSelectMember) + "WHERE m.person_id = :person");
    statement.bind(":person", person);
    return byStart(allOf(statement));
}

std::vector<Member> MemberRepository::all() const
{
    db::Statement statement(m_database, QString(kSelectMember) + "ORDER BY m.code");
    return allOf(statement);
}

bool MemberRepository::isEmpty() const
{
    return !db::Statement(m_database, "SELECT id FROM members LIMIT 1").next();
}

std::vector<LevelChange> MemberRepository::levels(MemberId id) const
{
    db::Statement statement(m_database,
        "SELECT id, revision, level, from_on, note, document FROM member_levels WHERE member_id = :member ORDER BY from_on");
    statement.bind(":member", id);
    std::vector<LevelChange> result;
    while (statement.next()) {
        const std::optional<MemberLevel> level = memberLevels().fromStored(statement.text("level"));
        result.push_back(
            {statement.integer("id"), static_cast<int>(statement.integer("revision")), level.value_or(MemberLevel::Ordinary),
                statement.date("from_on"), statement.text("note"), statement.text("document")});
    }
    return result;
}

std::vector<Suspension> MemberRepository::suspensions(MemberId id) const
{
    db::Statement statement(
        m_database, "SELECT from_on, to_on, reason, document FROM member_suspensions WHERE member_id = :member ORDER BY from_on");
    statement.bind(":member", id);
    std::vector<Suspension> result;
    while (statement.next())
        result.push_back(
            {statement.date("from_on"), statement.date("to_on"), statement.text("reason"), statement.text("document")});
    return result;
}

MemberId MemberRepository::insert(session::Work &work, const MemberParty &party, const MemberDetails &details) const
{
    db::Row row = rowOf(details);
    row.push_back({"unit_id", db::orNull(party.unit)});
    row.push_back({"person_id", db::orNull(party.person)});
    return MemberId(work.insert("members", row));
}

bool MemberRepository::update(session::Work &work, const Member &stored, int revision, const MemberDetails &details) const
{
    return work.update("members", stored.id.value(), revision, rowOf(details)) != stored.revision;
}

void MemberRepository::remove(session::Work &work, MemberId id, int revision) const
{
    for (const LevelChange &level : levels(id))
        work.remove("member_levels", level.id, level.revision);
    db::Statement parts(m_database, R"(
SELECT 'member_suspensions' AS table_name, id, revision FROM member_suspensions WHERE member_id = :member
UNION ALL
SELECT 'member_steps', id, revision FROM member_steps WHERE member_id = :member
)");
    parts.bind(":member", id);
    while (parts.next())
        work.remove(parts.text("table_name"), parts.integer("id"), static_cast<int>(parts.integer("revision")));
    work.remove("members", id.value(), revision);
}

void MemberRepository::insertLevel(session::Work &work, MemberId id, const LevelChange &level) const
{
    work.insert("member_levels",
        {{"member_id", id.value()}, {"level", memberLevels().stored(level.level)}, {"from_on", level.fromOn},
            {"note", db::orNull(level.note)}, {"document", db::orNull(level.document)}});
}

void MemberRepository::removeLevel(session::Work &work, const LevelChange &level) const
{
    work.remove("member_levels", level.id, level.revision);
}

bool MemberRepository::updateLevel(session::Work &work, const LevelChange &stored, const LevelChange &wanted) const
{
    const db::Row row{{"level", memberLevels().stored(wanted.level)}, {"from_on", wanted.fromOn},
        {"note", db::orNull(wanted.note)}, {"document", db::orNull(wanted.document)}};
    return work.update("member_levels", stored.id, stored.revision, row) != stored.revision;
}

office::RowOutcome MemberRepository::putSuspension(session::Work &work, MemberId id, const Suspension &suspension) const
{
    const db::Row row{{"member_id", id.value()}, {"from_on", suspension.fromOn}, {"to_on", suspension.toOn},
        {"reason", db::orNull(suspension.reason)}, {"document", db::orNull(suspension.document)}};
    db::Statement stored(m_database, "SELECT id, revision FROM member_suspensions WHERE member_id = :member AND from_on = :from");
    stored.bind(":member", id).bind(":from", suspension.fromOn);
    if (!stored.next()) {
        work.insert("member_suspensions", row);
        return office::RowOutcome::Added;
    }
    const int revision = static_cast<int>(stored.integer("revision"));
    return work.update("member_suspensions", stored.integer("id"), revision, row) == revision ? office::RowOutcome::Same
                                                                                              : office::RowOutcome::Changed;
}

} // namespace mishutai::members
