#include "activities/partners/partner_service.h"

#include "activities/partners/partner_repository.h"
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

bool hasSameKey(const PartnerDetails &a, const PartnerDetails &b)
{
    return a.unit == b.unit && a.role == b.role;
}

} // namespace

office::RowOutcome PartnerService::put(ActivityId activity, const PartnerDetails &given)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    PartnerDetails details = given;
    details.note = details.note.trimmed();
    parties::throwIfAny(validate(details), tr("合作单位有填写不对的地方"));
    const PartnerRepository repository(m_session.database());
    const std::vector<Partner> partners = repository.ofActivity(activity);
    const auto known
        = std::ranges::find_if(partners, [&](const Partner &partner) { return hasSameKey(partner.details, details); });
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (known == partners.end())
        repository.insert(work, activity, details);
    else
        outcome = repository.update(work, *known, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
    work.setSubject("activities", activity.value());
    work.commit();
    return outcome;
}

bool PartnerService::set(ActivityId activity, const std::vector<PartnerDetails> &partners)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const PartnerRepository repository(m_session.database());
    bool isChanged = false;
    for (const Partner &stored : repository.ofActivity(activity)) {
        const bool isKept
            = std::ranges::any_of(partners, [&](const PartnerDetails &details) { return hasSameKey(details, stored.details); });
        if (!isKept) {
            repository.remove(work, stored.id, stored.revision);
            isChanged = true;
        }
    }
    for (const PartnerDetails &details : partners)
        isChanged = put(activity, details) != office::RowOutcome::Same || isChanged;
    work.setSubject("activities", activity.value());
    work.commit();
    return isChanged;
}

void PartnerService::remove(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const PartnerRepository repository(m_session.database());
    if (const std::optional<Partner> partner = repository.find(id))
        work.setSubject("activities", partner->activity.value());
    repository.remove(work, id, revision);
    work.commit();
}

std::vector<Partner> PartnerService::ofActivity(ActivityId activity) const
{
    m_session.require(session::Operation::ActivityRead);
    return PartnerRepository(m_session.database()).ofActivity(activity);
}

} // namespace mishutai::activities
