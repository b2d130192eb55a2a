#include "members/admission/member_step_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::members {

namespace {

const char *const kSelectSteps = R"(
SELECT s.id, s.revision, s.member_id, s.kind, s.on_date, s.result, s.meeting, s.document, s.note
FROM member_steps AS s
JOIN members AS m ON m.id = s.member_id
)";

db::Row rowOf(const MemberStepDetails &details)
{
    return {{"member_id", details.member.value()}, {"kind", stepKinds().stored(details.kind)}, {"on_date", details.onDate},
        {"result", stepResults().stored(details.result)}, {"meeting", db::orNull(details.meeting)},
        {"document", db::orNull(details.document)}, {"note", db::orNull(details.note)}};
}

MemberStep read(const db::Statement &row)
{
    return {row.integer("id"), static_cast<int>(row.integer("revision")),
        {row.id<MemberId>("member_id"), stepKinds().fromStored(row.text("kind")).value_or(StepKind::Application),
            row.date("on_date"), stepResults().fromStored(row.text("result")).value_or(StepResult::Passed), row.text("meeting"),
            row.text("document"), row.text("note")}};
}

} // namespace

std::vector<MemberStep> MemberStepRepository::steps(std::optional<MemberId> member) const
{
    db::Statement statement(m_database,
        QString(kSelectSteps) + "WHERE s.member_id = coalesce(:member, s.member_id) ORDER BY m.code, s.on_date, s.id");
    statement.bind(":member", member);
    std::vector<MemberStep> result;
    while (statement.next())
        result.push_back(read(statement));
    return result;
}

std::optional<MemberStep> MemberStepRepository::find(const MemberStepDetails &key) const
{
    db::Statement statement(
        m_database, QString(kSelectSteps) + "WHERE s.member_id = :member AND s.kind = :kind AND s.on_date = :day");
    statement.bind(":member", key.member).bind(":kind", stepKinds().stored(key.kind)).bind(":day", key.onDate);
    return statement.next() ? std::optional<MemberStep>(read(statement)) : std::nullopt;
}

void MemberStepRepository::insert(session::Work &work, const MemberStepDetails &details) const
{
    work.insert("member_steps", rowOf(details));
}

bool MemberStepRepository::update(session::Work &work, const MemberStep &stored, const MemberStepDetails &details) const
{
    return work.update("member_steps", stored.id, stored.revision, rowOf(details)) != stored.revision;
}

void MemberStepRepository::remove(session::Work &work, const MemberStep &step) const
{
    work.remove("member_steps", step.id, step.revision);
}

} // namespace mishutai::members
