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

/// Tidied and valid, of a unit that is there.
BodyDetails checked(session::Session &session, BodyDetails details)
{
    details.approvalNo = details.approvalNo.trimmed();
    details.approvedBy = details.approvedBy.trimmed();
    details.notes = details.notes.trimmed();
    throwIfAny(validate(details), tr("组织有填写不对的地方"));
    UnitService(session).get(details.unit); // so that a unit that went away is told in words
    return details;
}

} // namespace

office::RowOutcome BodyService::put(const BodyDetails &given)
{
    const std::optional<Body> stored = BodyRepository(m_session.database()).find(given.unit);
    if (stored && stored->details == checked(m_session, given))
        return office::RowOutcome::Same;
    store(stored, given);
    return stored ? office::RowOutcome::Changed : office::RowOutcome::Added;
}

void BodyService::add(const BodyDetails &details)
{
    if (BodyRepository(m_session.database()).find(details.unit))
        throw Error(Error::Kind::Conflict, tr("这个单位已登记为组织"), {}, tr("请关掉表单，打开已有的那一条修改；没有写入"));
    store(std::nullopt, details);
}

void BodyService::change(const Body &stored, const BodyDetails &details)
{
    store(stored, details);
}

void BodyService::store(const std::optional<Body> &stored, const BodyDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    const BodyDetails details = checked(m_session, given);
    work.setSubject("units", details.unit.value());
    const BodyRepository repository(m_session.database());
    if (stored)
        repository.update(work, *stored, details);
    else
        repository.insert(work, details);
    followRole(stored ? std::optional(stored->details) : std::nullopt, details);
    work.commit();
}

// A role that somebody gave the unit before it was recorded as a body keeps its beginning where the approval's day is not known.
void BodyService::followRole(const std::optional<BodyDetails> &before, const BodyDetails &details) const
{
    UnitFactService facts(m_session);
    auto roles = facts.roles(details.unit);
    std::erase_if(roles, [](const auto &fact) { return fact.details.role != UnitRoleKind::SubBody; });
    const auto own = before
        ? std::ranges::find_if(roles, [&](const auto &fact) { return fact.details.fromOn == before->approvedOn; })
        : roles.end();
    const auto role = own != roles.end() || roles.empty() ? own : std::prev(roles.end());
    if (role == roles.end()) {
        facts.add(UnitRoleDetails{details.unit, UnitRoleKind::SubBody, details.approvedOn, details.dissolvedOn, {}});
        return;
    }
    UnitRoleDetails followed = role->details;
    if (details.approvedOn.isValid())
        followed.fromOn = details.approvedOn;
    followed.toOn = details.dissolvedOn;
    facts.change(*role, followed);
}

void BodyService::remove(UnitId unit, int revision)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    const BodyRepository repository(m_session.database());
    const std::optional<Body> stored = repository.find(unit);
    if (!stored)
        throw Error(Error::Kind::NotFound, tr("没有登记这个组织"), {}, tr("可能已被删除，请刷新后再试"));
    repository.remove(work, stored->id, revision);
    UnitFactService facts(m_session);
    for (const auto &fact : facts.roles(unit)) {
        if (fact.details.role == UnitRoleKind::SubBody && fact.details.fromOn == stored->details.approvedOn)
            facts.removeRole(fact.id, fact.revision);
    }
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
