#include "parties/cultivation/cultivation_service.h"

#include "parties/cultivation/cultivation_repository.h"
#include "parties/field_rules.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "session/work.h"

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

} // namespace

office::RowOutcome CultivationService::put(const CultivationDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    CultivationDetails details = given;
    details.title = details.title.trimmed();
    details.notes = details.notes.trimmed();
    throwIfAny(validate(details), tr("培育记录有填写不对的地方"));
    UnitService(m_session).get(details.unit); // so that a unit that went away is told in words
    work.setSubject("units", details.unit.value());
    const CultivationRepository repository(m_session.database());
    const std::vector<Cultivation> known = repository.list(details.unit);
    const auto stored = std::ranges::find_if(known, [&](const auto &each) { return each.details.hasKeyOf(details); });
    auto outcome = office::RowOutcome::Same;
    if (stored == known.end()) {
        repository.insert(work, details);
        outcome = office::RowOutcome::Added;
    } else if (stored->details != details) {
        repository.update(work, *stored, details);
        outcome = office::RowOutcome::Changed;
    }
    work.commit();
    return outcome;
}

void CultivationService::replace(const Cultivation &stored, const CultivationDetails &details)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    if (!stored.details.hasKeyOf(details))
        remove(stored.id, stored.revision);
    put(details);
    work.commit();
}

void CultivationService::remove(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    CultivationRepository(m_session.database()).remove(work, id, revision);
    work.commit();
}

std::vector<Cultivation> CultivationService::ofUnit(UnitId unit) const
{
    m_session.require(session::Operation::PartyRead);
    return CultivationRepository(m_session.database()).list(unit);
}

} // namespace mishutai::parties
