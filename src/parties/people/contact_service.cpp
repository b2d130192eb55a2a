#include "parties/people/contact_service.h"

#include "parties/dated_span.h"
#include "parties/field_rules.h"
#include "parties/people/contact_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

/// The unique index allows one primary at a time, so the old one steps back before the new one is written.
void releasePrimary(session::Work &work, const ContactDetails &details, std::optional<ContactId> self)
{
    if (!details.isPrimary || details.toOn.isValid())
        return;
    const ContactRepository repository(work.database());
    const std::optional<Contact> old = repository.primaryOf(details.unit);
    if (old && old->id != self)
        repository.setPrimary(work, *old, /*isPrimary=*/false);
}

} // namespace

office::RowOutcome ContactService::put(const ContactDetails &given)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    const ContactRepository repository(m_session.database());
    const ContactDetails details = tidied(given);
    const std::optional<Contact> contact = repository.findByKey(details.unit, details.person, details.fromOn);
    check(details, contact ? std::optional<ContactId>(contact->id) : std::nullopt);
    releasePrimary(work, details, contact ? std::optional<ContactId>(contact->id) : std::nullopt);
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (!contact)
        work.setSubject("contacts", repository.insert(work, details).value());
    else
        outcome = repository.update(work, *contact, contact->revision, details) ? office::RowOutcome::Changed
                                                                                : office::RowOutcome::Same;
    work.commit();
    return outcome;
}

bool ContactService::update(ContactId id, int revision, const ContactDetails &given)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    const ContactRepository repository(m_session.database());
    const std::optional<Contact> contact = repository.find(id);
    if (!contact)
        throw Error(Error::Kind::NotFound, tr("没有这个联系人"), tr("可能已被删除"), tr("请刷新后再试"));
    const ContactDetails details = tidied(given);
    check(details, id);
    releasePrimary(work, details, id);
    const bool isChanged = repository.update(work, *contact, revision, details);
    work.setSubject("contacts", id.value());
    work.commit();
    return isChanged;
}

void ContactService::remove(ContactId id, int revision)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    ContactRepository(m_session.database()).remove(work, id, revision);
    work.setSubject("contacts", id.value());
    work.commit();
}

std::vector<Contact> ContactService::ofUnit(UnitId unit) const
{
    m_session.require(session::Operation::PartyRead);
    return ContactRepository(m_session.database()).ofUnit(unit);
}

void ContactService::check(const ContactDetails &details, std::optional<ContactId> self) const
{
    throwIfAny(validate(details), tr("联系人有填写不对的地方"));
    const ContactRepository repository(m_session.database());
    for (const Contact &other : repository.ofUnit(details.unit)) {
        if (other.id == self || other.details.person != details.person)
            continue;
        const DatedSpan span{details.fromOn, details.toOn};
        if (span.overlaps({other.details.fromOn, other.details.toOn})) {
            const QString message = tr("此人已是该单位联系人，起止日期重叠");
            throw Error(Error::Kind::Conflict, message, {}, tr("请先给原来的一条填终止日期"))
                .withFields({{"fromOn", "overlap", message}});
        }
    }
}

} // namespace mishutai::parties
