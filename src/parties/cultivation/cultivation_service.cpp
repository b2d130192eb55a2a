#include "parties/cultivation/cultivation_service.h"

#include "parties/cultivation/cultivation_repository.h"
#include "parties/field_rules.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "session/work.h"

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

/// Tidied and valid, of a unit that is there.
CultivationDetails checked(session::Session &session, CultivationDetails details)
{
    details.title = details.title.trimmed();
    details.notes = details.notes.trimmed();
    throwIfAny(validate(details), tr("培育记录有填写不对的地方"));
    UnitService(session).get(details.unit); // so that a unit that went away is told in words
    return details;
}

std::optional<Cultivation> keyHolder(const CultivationRepository &repository, const CultivationDetails &details)
{
    for (const Cultivation &each : repository.list(details.unit)) {
        if (each.details.hasKeyOf(details))
            return each;
    }
    return std::nullopt;
}

Error taken(const CultivationDetails &details)
{
    return Error(Error::Kind::Conflict, tr("%1年「%2」已有一条").arg(details.year).arg(details.poolName()), {},
        tr("请在右边打开那一条修改；没有写入"));
}

} // namespace

office::RowOutcome CultivationService::put(const CultivationDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    const CultivationDetails details = checked(m_session, given);
    work.setSubject("units", details.unit.value());
    const CultivationRepository repository(m_session.database());
    const std::optional<Cultivation> stored = keyHolder(repository, details);
    auto outcome = office::RowOutcome::Same;
    if (!stored) {
        repository.insert(work, details);
        outcome = office::RowOutcome::Added;
    } else if (stored->details != details) {
        repository.update(work, *stored, details);
        outcome = office::RowOutcome::Changed;
    }
    work.commit();
    return outcome;
}

void CultivationService::add(const CultivationDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    const CultivationDetails details = checked(m_session, given);
    const CultivationRepository repository(m_session.database());
    if (keyHolder(repository, details))
        throw taken(details);
    repository.insert(work, details);
    work.setSubject("units", details.unit.value());
    work.commit();
}

void CultivationService::change(const Cultivation &stored, const CultivationDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    const CultivationDetails details = checked(m_session, given);
    const CultivationRepository repository(m_session.database());
    const std::optional<Cultivation> holder = keyHolder(repository, details);
    if (holder && holder->id != stored.id)
        throw taken(details);
    repository.update(work, stored, details);
    work.setSubject("units", details.unit.value());
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
