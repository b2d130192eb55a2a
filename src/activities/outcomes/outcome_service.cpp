#include "activities/outcomes/outcome_service.h"

#include "activities/events/activity_repository.h"
#include "activities/outcomes/outcome_repository.h"
#include "parties/field_rules.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

Outcome stored(const OutcomeRepository &repository, qint64 id)
{
    const std::optional<Outcome> outcome = repository.find(id);
    if (!outcome)
        throw Error(Error::Kind::NotFound, tr("没有这条成果"), tr("它可能已被删除"), tr("请刷新后再试"));
    return *outcome;
}

bool isSameOutcome(const OutcomeDetails &a, const OutcomeDetails &b)
{
    return a.kind == b.kind && a.title == b.title && a.unit == b.unit && a.otherUnit == b.otherUnit;
}

} // namespace

office::RowOutcome OutcomeService::put(ActivityId activity, const OutcomeDetails &given)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const OutcomeRepository repository(m_session.database());
    OutcomeDetails details = completed(activity, given);
    std::optional<Outcome> known;
    if (details.lineNumber > 0) {
        known = repository.findByLine(activity, details.lineNumber);
    } else {
        const std::vector<Outcome> lines = repository.ofActivity(activity);
        const auto same = std::ranges::find_if(lines, [&](const Outcome &line) { return isSameOutcome(line.details, details); });
        if (same != lines.end())
            known = *same;
        details.lineNumber = known ? known->details.lineNumber : repository.lastLine(activity) + 1;
    }
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (known)
        outcome
            = repository.update(work, *known, known->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
    else
        repository.insert(work, activity, details);
    work.setSubject("activities", activity.value());
    work.commit();
    return outcome;
}

bool OutcomeService::update(qint64 id, int revision, const OutcomeDetails &given)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const OutcomeRepository repository(m_session.database());
    const Outcome outcome = stored(repository, id);
    OutcomeDetails details = completed(outcome.activity, given);
    if (details.lineNumber == 0)
        details.lineNumber = outcome.details.lineNumber;
    const bool isChanged = repository.update(work, outcome, revision, details);
    work.setSubject("activities", outcome.activity.value());
    work.commit();
    return isChanged;
}

void OutcomeService::remove(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const OutcomeRepository repository(m_session.database());
    work.setSubject("activities", stored(repository, id).activity.value());
    repository.remove(work, id, revision);
    work.commit();
}

std::vector<Outcome> OutcomeService::ofActivity(ActivityId activity) const
{
    m_session.require(session::Operation::ActivityRead);
    return OutcomeRepository(m_session.database()).ofActivity(activity);
}

OutcomeDetails OutcomeService::completed(ActivityId activity, const OutcomeDetails &given) const
{
    OutcomeDetails details = tidied(given);
    parties::throwIfAny(validate(details), tr("成果有填写不对的地方"));
    if (details.onDate.isValid())
        return details;
    const std::optional<Activity> event = ActivityRepository(m_session.database()).find(activity);
    if (!event)
        throw Error(Error::Kind::NotFound, tr("没有这个活动"), tr("它可能已被删除"), tr("请刷新列表后再试"));
    details.onDate = event->details.startsOn;
    return details;
}

} // namespace mishutai::activities
