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
void releasePrimary(
    session::Work &work, const std::vector<Contact> &known, const ContactDetails &details, std::optional<ContactId> self)
{
    if (!details.isPrimary || details.toOn.isValid())
        return;
    for (const Contact &old : known) {
        if (old.id != self && old.details.isPrimary && !old.details.toOn.isValid())
            ContactRepository(work.database()).setPrimary(work, old, /*isPrimary=*/false);
    }
}

/// The next that holds, in the order entered, follows a primary contact that has ended.
void promoteNext(session::Work &work, const Contact &before)
{
    const ContactRepository repository(work.database());
    if (!before.details.isPrimary || before.details.toOn.isValid() || repository.primaryOf(before.details.unit))
        return;
    const std::vector<Contact> contacts = repository.ofUnit(before.details.unit);
    if (!contacts.empty() && !contacts.front().details.toOn.isValid())
        repository.setPrimary(work, contacts.front(), /*isPrimary=*/true);
}

Contact stored(const ContactRepository &repository, ContactId id)
{
    const std::optional<Contact> contact = repository.find(id);
    if (!contact)
        throw Error(Error::Kind::NotFound, tr("没有这个联系人"), tr("可能已被删除"), tr("请刷新后再试"));
    return *contact;
}

} // namespace

office::RowOutcome ContactService::put(const ContactDetails &given)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    const ContactRepository repository(m_session.database());
    const ContactDetails details = tidied(given);
    const std::vector<Contact> known = repository.ofUnit(details.unit);
    const auto contact = std::ranges::find_if(known, [&details](const Contact &each) {
        return each.details.person == details.person && each.details.fromOn == details.fromOn;
    });
    const bool isNew = contact == known.end();
    const std::optional<ContactId> self = isNew ? std::nullopt : std::optional<ContactId>(contact->id);
    check(details, known, self);
    releasePrimary(work, known, details, self);
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (isNew)
        work.setSubject("contacts", repository.insert(work, details).value());
    else
        outcome = repository.update(work, *contact, contact->revision, details) ? office::RowOutcome::Changed
                                                                                : office::RowOutcome::Same;
    if (!isNew && details.toOn.isValid())
        promoteNext(work, *contact);
    work.commit();
    return outcome;
}

bool ContactService::update(ContactId id, int revision, const ContactDetails &given)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    const ContactRepository repository(m_session.database());
    const Contact contact = stored(repository, id);
    const ContactDetails details = tidied(given);
    const std::vector<Contact> known = repository.ofUnit(details.unit);
    check(details, known, id);
    releasePrimary(work, known, details, id);
    const bool isChanged = repository.update(work, contact, revision, details);
    if (details.toOn.isValid())
        promoteNext(work, contact);
    work.setSubject("contacts", id.value());
    work.commit();
    return isChanged;
}

void ContactService::endTerm(ContactId id, int revision, QDate onDay)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    ContactDetails details = requireHolding(id).details;
    // A span holds one day at least.
    details.toOn = details.fromOn.isValid() && onDay <= details.fromOn ? details.fromOn.addDays(1) : onDay;
    update(id, revision, details);
    work.setSubject("contacts", id.value());
    work.commit();
}

void ContactService::makePrimary(ContactId id, int revision)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    ContactDetails details = requireHolding(id).details;
    details.isPrimary = true;
    update(id, revision, details);
    work.setSubject("contacts", id.value());
    work.commit();
}

Contact ContactService::requireHolding(ContactId id) const
{
    const Contact contact = stored(ContactRepository(m_session.database()), id);
    if (contact.details.toOn.isValid())
        throw Error(Error::Kind::Conflict, tr("这个联系人已于%1离任").arg(contact.details.toOn.toString(Qt::ISODate)), {},
            tr("若又回来任职，请新增一条联系人"));
    return contact;
}

void ContactService::remove(ContactId id, int revision)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    const ContactRepository repository(m_session.database());
    const Contact contact = stored(repository, id);
    repository.remove(work, id, revision);
    promoteNext(work, contact);
    work.setSubject("contacts", id.value());
    work.commit();
}

std::vector<Contact> ContactService::ofUnit(UnitId unit) const
{
    m_session.require(session::Operation::PartyRead);
    return ContactRepository(m_session.database()).ofUnit(unit);
}

void ContactService::check(const ContactDetails &details, const std::vector<Contact> &known, std::optional<ContactId> self) const
{
    throwIfAny(validate(details), tr("联系人有填写不对的地方"));
    for (const Contact &other : known) {
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
