#include "activities/events/activity_service.h"

#include "activities/attendees/attendee_repository.h"
#include "activities/events/activity_repository.h"
#include "activities/outcomes/outcome_repository.h"
#include "activities/partners/partner_repository.h"
#include "parties/code_numbers.h"
#include "parties/field_rules.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

Activity stored(const ActivityRepository &repository, ActivityId id)
{
    const std::optional<Activity> activity = repository.find(id);
    if (!activity)
        throw Error(Error::Kind::NotFound, tr("没有这个活动"), tr("它可能已被删除"), tr("请刷新列表后再试"));
    return *activity;
}

constexpr int kCodeDigits = 3;

} // namespace

ActivityId ActivityService::create(const ActivityDetails &given)
{
    session::Work work(m_session, session::Operation::ActivityCreate);
    const ActivityRepository repository(m_session.database());
    ActivityDetails details = tidied(given);
    parties::throwIfAny(validate(details), tr("活动有填写不对的地方"));
    checkCode(details, std::nullopt);
    details.code = parties::settledCode(work, {"activities", tr("活动"), details.startsOn.year(), kCodeDigits}, details.code,
        [&](const QString &code) { return repository.idByCode(code).has_value(); });
    const ActivityId id = repository.insert(work, details);
    work.setSubject("activities", id.value());
    work.commit();
    return id;
}

bool ActivityService::update(ActivityId id, int revision, const ActivityDetails &given)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const ActivityRepository repository(m_session.database());
    const Activity activity = stored(repository, id);
    ActivityDetails details = tidied(given);
    if (details.code.isEmpty())
        details.code = activity.details.code;
    parties::throwIfAny(validate(details), tr("活动有填写不对的地方"));
    checkCode(details, id);
    const bool isChanged = repository.update(work, activity, revision, details);
    work.setSubject("activities", id.value());
    work.commit();
    return isChanged;
}

void ActivityService::remove(ActivityId id, int revision)
{
    session::Work work(m_session, session::Operation::ActivityDelete);
    const ActivityRepository repository(m_session.database());
    const Activity activity = stored(repository, id);
    PartnerRepository(m_session.database()).removeAll(work, id);
    AttendeeRepository(m_session.database()).removeAll(work, id);
    OutcomeRepository(m_session.database()).removeAll(work, id);
    repository.remove(work, activity.id, revision);
    work.setSubject("activities", id.value());
    work.commit();
}

Activity ActivityService::get(ActivityId id) const
{
    m_session.require(session::Operation::ActivityRead);
    return stored(ActivityRepository(m_session.database()), id);
}

std::optional<Activity> ActivityService::findByCode(const QString &code) const
{
    m_session.require(session::Operation::ActivityRead);
    const ActivityRepository repository(m_session.database());
    const std::optional<ActivityId> id = repository.idByCode(code.trimmed());
    return id ? repository.find(*id) : std::nullopt;
}

std::optional<Activity> ActivityService::findByDateAndName(QDate startsOn, const QString &name) const
{
    m_session.require(session::Operation::ActivityRead);
    if (!startsOn.isValid())
        return std::nullopt;
    const ActivityRepository repository(m_session.database());
    const std::vector<ActivityId> ids = repository.idsByName(name.trimmed(), startsOn);
    return ids.empty() ? std::nullopt : repository.find(ids.front());
}

std::optional<ActivityId> ActivityService::resolve(const QString &given) const
{
    m_session.require(session::Operation::ActivityRead);
    const QString reference = given.trimmed();
    if (reference.isEmpty())
        return std::nullopt;
    const ActivityRepository repository(m_session.database());
    if (const std::optional<ActivityId> byCode = repository.idByCode(reference))
        return byCode;
    const std::vector<ActivityId> byName = repository.idsByName(reference);
    if (byName.size() > 1)
        throw Error(Error::Kind::Validation, tr("有%1个活动叫「%2」").arg(byName.size()).arg(reference.left(80)), {},
            tr("请改填活动编号"));
    return byName.empty() ? std::nullopt : std::optional<ActivityId>(byName.front());
}

void ActivityService::checkCode(const ActivityDetails &details, std::optional<ActivityId> self) const
{
    const ActivityRepository repository(m_session.database());
    const std::optional<ActivityId> other = details.code.isEmpty() ? std::nullopt : repository.idByCode(details.code);
    if (!other || other == self)
        return;
    const QString message = tr("活动编号%1已属于「%2」").arg(details.code, stored(repository, *other).details.name);
    throw Error(Error::Kind::Conflict, message, {}, tr("换一个编号，或留空由程序编"))
        .withFields({{"code", "duplicate", message}});
}

} // namespace mishutai::activities
