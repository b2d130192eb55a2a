#include "casework/steps/step_service.h"

#include "casework/cases/case_repository.h"
#include "casework/steps/step_repository.h"
#include "parties/field_rules.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

StepDetails checked(const StepDetails &given)
{
    StepDetails details = given;
    details.content = details.content.trimmed();
    parties::throwIfAny(validate(details), tr("办理记录有填写不对的地方"));
    return details;
}

Step stored(const StepRepository &repository, qint64 id)
{
    const std::optional<Step> step = repository.find(id);
    if (!step)
        throw Error(Error::Kind::NotFound, tr("没有这条办理记录"), tr("它可能已被删除"), tr("请刷新后再试"));
    return *step;
}

/// Work has begun.
void startCase(session::Work &work, CaseId id)
{
    const CaseRepository cases(work.database());
    const std::optional<Case> record = cases.find(id);
    if (!record)
        throw Error(Error::Kind::NotFound, tr("没有这个事项"), tr("它可能已被删除"), tr("请刷新列表后再试"));
    if (record->state.status != CaseStatus::Open)
        return;
    CaseState state = record->state;
    state.status = CaseStatus::Doing;
    cases.update(work, *record, record->revision, record->details, state);
}

bool isSameStep(const StepDetails &a, const StepDetails &b)
{
    return a.kind == b.kind && a.onDate == b.onDate && a.content == b.content;
}

} // namespace

qint64 StepService::add(CaseId caseId, const StepDetails &given)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const StepRepository repository(m_session.database());
    StepDetails details = checked(given);
    details.lineNumber = repository.lastLine(caseId) + 1;
    startCase(work, caseId);
    const qint64 id = repository.insert(work, caseId, details);
    work.setSubject("cases", caseId.value());
    work.commit();
    return id;
}

office::RowOutcome StepService::put(CaseId caseId, const StepDetails &given)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const StepRepository repository(m_session.database());
    StepDetails details = checked(given);
    std::optional<Step> known;
    if (details.lineNumber > 0) {
        known = repository.findByLine(caseId, details.lineNumber);
    } else {
        const std::vector<Step> steps = repository.ofCase(caseId);
        const auto same = std::ranges::find_if(steps, [&](const Step &step) { return isSameStep(step.details, details); });
        if (same != steps.end())
            known = *same;
        details.lineNumber = known ? known->details.lineNumber : repository.lastLine(caseId) + 1;
    }
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (known)
        outcome
            = repository.update(work, *known, known->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
    else
        repository.insert(work, caseId, details);
    work.setSubject("cases", caseId.value());
    work.commit();
    return outcome;
}

bool StepService::update(qint64 id, int revision, const StepDetails &given)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const StepRepository repository(m_session.database());
    const Step step = stored(repository, id);
    StepDetails details = checked(given);
    if (details.lineNumber == 0)
        details.lineNumber = step.details.lineNumber;
    const bool isChanged = repository.update(work, step, revision, details);
    work.setSubject("cases", step.caseId.value());
    work.commit();
    return isChanged;
}

void StepService::remove(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const StepRepository repository(m_session.database());
    work.setSubject("cases", stored(repository, id).caseId.value());
    repository.remove(work, id, revision);
    work.commit();
}

std::vector<Step> StepService::ofCase(CaseId caseId) const
{
    m_session.require(session::Operation::CaseRead);
    return StepRepository(m_session.database()).ofCase(caseId);
}

} // namespace mishutai::casework
