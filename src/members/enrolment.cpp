#include "members/enrolment.h"

#include "parties/field_rules.h"
#include "parties/people/contact_service.h"
#include "parties/people/kept_number.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"

#include <QCoreApplication>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

/// The form has fields of several records; the prefix says whose.
Error prefixed(Error error, const QString &prefix)
{
    std::vector<FieldError> fields = error.fields();
    for (FieldError &fault : fields)
        fault.field.prepend(prefix);
    return error.withFields(fields);
}

/// A contact of the unit with this name, and with this number where both are known; or one without a name who has this number.
std::optional<parties::Contact> knownContact(
    session::Session &session, const std::vector<parties::Contact> &contacts, const ContactEntry &entry)
{
    const parties::PersonService people(session);
    const QString phone = parties::tidiedPhone(entry.phone);
    for (const parties::Contact &contact : contacts) {
        const parties::PersonDetails person = people.get(contact.details.person).details;
        const bool hasOtherPhone
            = !phone.isEmpty() && !person.phone.isEmpty() && person.phone != phone && person.otherPhone != phone;
        const bool isUnnamed = person.name == unnamedContact() && !phone.isEmpty() && person.phone == phone;
        const bool isNamed = person.name == entry.name.trimmed() && !hasOtherPhone;
        if (!contact.details.toOn.isValid() && (isNamed || isUnnamed))
            return contact;
    }
    return std::nullopt;
}

PersonId contactPerson(session::Session &session, const ContactEntry &entry)
{
    parties::PersonService people(session);
    if (const std::optional<parties::Person> known = people.findByNameAndPhone(entry.name, entry.phone)) {
        completePerson(session, known->id, entry);
        return known->id;
    }
    parties::PersonDetails details;
    details.name = entry.name;
    details.phone = entry.phone;
    details.otherPhone = entry.otherPhone;
    details.wechat = entry.wechat;
    details.email = entry.email;
    for (const QString &number : entry.morePhones)
        parties::keepNumber(details, number);
    return people.create(details);
}

/// A known contact, where the entry says more than the books.
bool complete(session::Session &session, const parties::Contact &contact, const ContactEntry &entry)
{
    const bool isChanged = completePerson(session, contact.details.person, entry);
    parties::ContactDetails details = contact.details;
    if (!entry.post.trimmed().isEmpty())
        details.post = entry.post;
    if (!entry.department.trimmed().isEmpty())
        details.department = entry.department;
    return parties::ContactService(session).update(contact.id, contact.revision, details) || isChanged;
}

/// What cannot be kept of a contact without a name, by its word; empty where there is nothing.
QString namelessWord(const ContactEntry &entry)
{
    if (!entry.phone.trimmed().isEmpty())
        return tr("电话");
    if (!entry.wechat.trimmed().isEmpty())
        return tr("微信");
    return entry.email.trimmed().isEmpty() ? QString() : tr("邮箱");
}

} // namespace

UnitId registeredUnit(session::Session &session, const Enrolment &enrolment)
{
    if (enrolment.unit)
        return *enrolment.unit;
    try {
        return parties::UnitService(session).create(enrolment.newUnit);
    } catch (const Error &error) {
        throw prefixed(error, "unit.");
    }
}

PersonId registeredPerson(session::Session &session, const Enrolment &enrolment)
{
    if (enrolment.person)
        return *enrolment.person;
    parties::PersonService people(session);
    if (const std::optional<parties::Person> known
        = people.findByNameAndPhone(enrolment.newPerson.name, enrolment.newPerson.phone))
        return known->id;
    try {
        return people.create(enrolment.newPerson);
    } catch (const Error &error) {
        throw prefixed(error, "person.");
    }
}

QString unnamedContact()
{
    return tr("联系人");
}

QString nameOfReachable(session::Session &session, UnitId unit, const ContactEntry &entry)
{
    const QString phone = parties::tidiedPhone(entry.phone);
    for (const parties::Contact &contact : parties::ContactService(session).ofUnit(unit)) {
        const parties::PersonDetails person = parties::PersonService(session).get(contact.details.person).details;
        const bool isReached = (!phone.isEmpty() && (person.phone == phone || person.otherPhone == phone))
            || (!entry.wechat.isEmpty() && person.wechat == entry.wechat)
            || (!entry.email.isEmpty() && person.email == entry.email);
        if (isReached && !contact.details.toOn.isValid())
            return person.name;
    }
    return {};
}

bool completePerson(session::Session &session, PersonId id, const ContactEntry &entry)
{
    parties::PersonService people(session);
    const parties::Person person = people.get(id);
    parties::PersonDetails details = person.details;
    if (details.name == unnamedContact() && !entry.name.trimmed().isEmpty())
        details.name = entry.name;
    for (const QString &number : QStringList{entry.phone, entry.otherPhone} + entry.morePhones)
        parties::keepNumber(details, number);
    if (!entry.wechat.trimmed().isEmpty())
        details.wechat = entry.wechat;
    if (!entry.email.trimmed().isEmpty())
        details.email = entry.email;
    return people.update(person.id, person.revision, details);
}

bool addContact(session::Session &session, UnitId unit, const ContactEntry &entry)
{
    if (entry.name.trimmed().isEmpty()) {
        if (const QString word = namelessWord(entry); !word.isEmpty()) {
            const QString message = tr("填了%1，请补联系人姓名").arg(word);
            throw Error(Error::Kind::Validation, message).withFields({{"contact.name", "required", message}});
        }
        return false;
    }
    try {
        parties::ContactService contacts(session);
        const std::vector<parties::Contact> existing = contacts.ofUnit(unit);
        if (const std::optional<parties::Contact> known = knownContact(session, existing, entry))
            return complete(session, *known, entry);
        const PersonId person = contactPerson(session, entry);
        parties::ContactDetails details{unit, person, entry.post, {tr("日常联络")}, /*isPrimary=*/existing.empty(), {}, {}, {}};
        details.department = entry.department;
        contacts.put(details);
        return true;
    } catch (const Error &error) {
        throw prefixed(error, "contact.");
    }
}

} // namespace mishutai::members
