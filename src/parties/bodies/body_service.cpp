#include "parties/bodies/body_service.h"

#include "parties/bodies/body_repository.h"
#include "parties/field_rules.h"
#include "parties/people/contact_repository.h"
#include "parties/people/person_service.h"
#include "parties/unit_facts/unit_fact_service.h"
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

bool holds(const ContactDetails &contact, QDate day)
{
    return (!contact.fromOn.isValid() || contact.fromOn <= day) && (!contact.toOn.isValid() || day < contact.toOn);
}

/// What the person is elsewhere.
QString positionOf(const db::Database &database, PersonId person, const BodyDetails &body, std::optional<UnitId> above, QDate day)
{
    QString elsewhere;
    for (const Contact &contact : ContactRepository(database).ofPerson(person)) {
        const ContactDetails &d = contact.details;
        if (d.unit == body.unit || d.post.isEmpty() || !holds(d, day))
            continue;
        if (d.unit == above)
            return d.post;
        if (elsewhere.isEmpty())
            elsewhere = d.post;
    }
    return elsewhere;
}

} // namespace

office::RowOutcome BodyService::put(const BodyDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    BodyDetails details = given;
    details.approvalNo = details.approvalNo.trimmed();
    details.approvedBy = details.approvedBy.trimmed();
    details.notes = details.notes.trimmed();
    throwIfAny(validate(details), tr("组织有填写不对的地方"));
    UnitService(m_session).get(details.unit); // so that a unit that went away is told in words
    work.setSubject("units", details.unit.value());
    const BodyRepository repository(m_session.database());
    const std::optional<Body> stored = repository.find(details.unit);
    const bool isSame = stored && stored->details == details;
    if (!stored)
        repository.insert(work, details);
    else if (!isSame)
        repository.update(work, *stored, details);
    if (!isSame)
        followRole(details);
    work.commit();
    if (!stored)
        return office::RowOutcome::Added;
    return isSame ? office::RowOutcome::Same : office::RowOutcome::Changed;
}

void BodyService::followRole(const BodyDetails &details) const
{
    UnitFactService facts(m_session);
    const auto roles = facts.roles(details.unit);
    const bool hasRole = std::ranges::any_of(roles, [](const auto &fact) { return fact.details.role == UnitRoleKind::SubBody; });
    if (!hasRole)
        facts.put(UnitRoleDetails{details.unit, UnitRoleKind::SubBody, details.approvedOn, details.dissolvedOn, {}});
    else if (details.dissolvedOn.isValid())
        facts.endRole(details.unit, UnitRoleKind::SubBody, details.dissolvedOn);
}

void BodyService::remove(UnitId unit, int revision)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    const BodyRepository repository(m_session.database());
    const std::optional<Body> stored = repository.find(unit);
    if (!stored)
        throw Error(Error::Kind::NotFound, tr("没有登记这个组织"), {}, tr("可能已被删除，请刷新后再试"));
    repository.remove(work, stored->id, revision);
    work.setSubject("units", unit.value());
    work.commit();
}

std::optional<Body> BodyService::find(UnitId unit) const
{
    m_session.require(session::Operation::PartyRead);
    return BodyRepository(m_session.database()).find(unit);
}

std::vector<Body> BodyService::on(QDate day) const
{
    m_session.require(session::Operation::PartyRead);
    std::vector<Body> bodies = BodyRepository(m_session.database()).all();
    std::erase_if(bodies, [day](const Body &body) { return !body.details.isOn(day); });
    return bodies;
}

std::vector<BodyOfficer> BodyService::officers(const BodyDetails &body, BodyOffice office, QDate day) const
{
    m_session.require(session::Operation::PartyRead);
    const std::optional<UnitId> above = UnitService(m_session).get(body.unit).details.parent;
    const PersonService people(m_session);
    std::vector<BodyOfficer> officers;
    for (const Contact &contact : ContactRepository(m_session.database()).ofUnit(body.unit)) {
        const std::vector<BodyOffice> offices = officesOf(contact.details.post);
        if (!holds(contact.details, day) || std::ranges::find(offices, office) == offices.end())
            continue;
        const PersonId person = contact.details.person;
        const PersonDetails known = people.get(person).details;
        officers.push_back({person, known.name, positionOf(m_session.database(), person, body, above, day), known.phone});
    }
    return officers;
}

} // namespace mishutai::parties
