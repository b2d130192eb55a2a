#include "casework/steps/step_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::casework {

namespace {

const QString kTable = QStringLiteral("case_steps");

const QString kSelect = QStringLiteral(R"(
SELECT k.id, k.revision, k.case_id, k.line_no, k.on_date, k.kind, k.content, k.person_id, k.unit_id, k.due_on, k.done_on
FROM case_steps AS k
JOIN cases AS c ON c.id = k.case_id
)");
const QString kOrder = QStringLiteral(" ORDER BY c.code, k.line_no");

db::Row rowOf(CaseId caseId, const StepDetails &d)
{
    return {{"case_id", caseId.value()}, {"line_no", d.lineNumber}, {"on_date", d.onDate}, {"kind", stepKinds().stored(d.kind)},
        {"content", db::orNull(d.content)}, {"person_id", db::orNull(d.person)}, {"unit_id", db::orNull(d.unit)},
        {"due_on", db::orNull(d.dueOn)}, {"done_on", db::orNull(d.doneOn)}};
}

StepDetails detailsOf(const db::Statement &row)
{
    StepDetails d;
    d.lineNumber = static_cast<int>(row.integer("line_no"));
    d.kind = stepKinds().fromStored(row.text("kind")).value_or(StepKind::FollowUp);
    d.onDate = row.date("on_date");
    d.content = row.text("content");
    d.person = row.optionalId<PersonId>("person_id");
    d.unit = row.optionalId<UnitId>("unit_id");
    d.dueOn = row.date("due_on");
    d.doneOn = row.date("done_on");
    return d;
}

std::vector<Step> read(db::Statement &row)
{
    std::vector<Step> result;
    while (row.next())
        result.push_back(
            {row.integer("id"), static_cast<int>(row.integer("revision")), row.id<CaseId>("case_id"), detailsOf(row)});
    return result;
}

std::optional<Step> first(db::Statement &row)
{
    const std::vector<Step> found = read(row);
    return found.empty() ? std::nullopt : std::optional<Step>(found.front());
}

} // namespace

std::optional<Step> StepRepository::find(qint64 id) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.id = :id"));
    statement.bind(QStringLiteral(":id"), id);
    return first(statement);
}

std::optional<Step> StepRepository::findByLine(CaseId caseId, int lineNumber) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.case_id = :case AND k.line_no = :line"));
    statement.bind(QStringLiteral(":case"), caseId).bind(QStringLiteral(":line"), lineNumber);
    return first(statement);
}

std::vector<Step> StepRepository::all() const
{
    db::Statement statement(m_database, kSelect + kOrder);
    return read(statement);
}

std::vector<Step> StepRepository::ofCase(CaseId caseId) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.case_id = :case") + kOrder);
    statement.bind(QStringLiteral(":case"), caseId);
    return read(statement);
}

int StepRepository::lastLine(CaseId caseId) const
{
    db::Statement statement(
        m_database, QStringLiteral("SELECT coalesce(max(line_no), 0) AS last FROM case_steps WHERE case_id = :case"));
    statement.bind(QStringLiteral(":case"), caseId);
    return statement.next() ? static_cast<int>(statement.integer("last")) : 0;
}

qint64 StepRepository::insert(session::Work &work, CaseId caseId, const StepDetails &details) const
{
    return work.insert(kTable, rowOf(caseId, details));
}

bool StepRepository::update(session::Work &work, const Step &stored, int revision, const StepDetails &details) const
{
    return work.update(kTable, stored.id, revision, rowOf(stored.caseId, details)) != stored.revision;
}

void StepRepository::remove(session::Work &work, qint64 id, int revision) const
{
    work.remove(kTable, id, revision);
}

void StepRepository::removeAll(session::Work &work, CaseId caseId) const
{
    for (const Step &step : ofCase(caseId))
        remove(work, step.id, step.revision);
}

} // namespace mishutai::casework
