#include "parties/people/person_service.h"

#include "base/chinese/phone.h"
#include "parties/code_numbers.h"
#include "parties/field_rules.h"
#include "parties/people/contact_repository.h"
#include "parties/people/person_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

Person stored(const PersonRepository &repository, PersonId id)
{
    const std::optional<Person> person = repository.find(id);
    if (!person)
        throw Error(Error::Kind::NotFound, tr("没有这个人员"), tr("可能已被删除"), tr("请刷新列表后再试"));
    return *person;
}

} // namespace

PersonId PersonService::create(const PersonDetails &given)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    const PersonRepository repository(m_session.database());
    PersonDetails details = tidied(given);
    throwIfAny(validate(details), tr("人员资料有填写不对的地方"));
    checkCode(details, std::nullopt);
    details.code = settledCode(work, {"people", tr("人员")}, details.code,
        [&](const QString &code) { return repository.holderOfCode(code).has_value(); });
    const PersonId id = repository.insert(work, details);
    work.setSubject("people", id.value());
    work.commit();
    return id;
}

bool PersonService::update(PersonId id, int revision, const PersonDetails &given)
{
    session::Work work(m_session, session::Operation::PersonEdit);
    const PersonRepository repository(m_session.database());
    const Person person = stored(repository, id);
    PersonDetails details = tidied(given);
    if (details.code.isEmpty())
        details.code = person.details.code;
    throwIfAny(validate(details), tr("人员资料有填写不对的地方"));
    checkCode(details, id);
    const bool isChanged = repository.update(work, person, revision, details);
    work.setSubject("people", id.value());
    work.commit();
    return isChanged;
}

void PersonService::remove(PersonId id, int revision)
{
    session::Work work(m_session, session::Operation::PartyDelete);
    const PersonRepository repository(m_session.database());
    stored(repository, id);
    const ContactRepository contacts(m_session.database());
    for (const Contact &contact : contacts.ofPerson(id))
        contacts.remove(work, contact.id, contact.revision);
    repository.remove(work, id, revision);
    work.setSubject("people", id.value());
    work.commit();
}

Person PersonService::get(PersonId id) const
{
    m_session.require(session::Operation::PartyRead);
    return forReader(stored(PersonRepository(m_session.database()), id));
}

std::optional<Person> PersonService::findByCode(const QString &code) const
{
    m_session.require(session::Operation::PartyRead);
    const PersonRepository repository(m_session.database());
    const std::optional<PersonId> id = repository.idByCode(code.trimmed());
    return id ? std::optional<Person>(forReader(stored(repository, *id))) : std::nullopt;
}

std::vector<Person> PersonService::findByName(const QString &name) const
{
    m_session.require(session::Operation::PartyRead);
    const PersonRepository repository(m_session.database());
    std::vector<Person> people;
    for (const PersonId id : repository.idsByName(name.trimmed()))
        people.push_back(forReader(stored(repository, id)));
    return people;
}

std::optional<Person> PersonService::findByNameAndPhone(const QString &name, const QString &phone) const
{
    m_session.require(session::Operation::PartyRead);
    const PersonRepository repository(m_session.database());
    const QString number = tidiedPhone(phone);
    if (number.isEmpty())
        return std::nullopt;
    const std::vector<PersonId> ids = repository.idsByNameAndPhone(name.trimmed(), number);
    return ids.empty() ? std::nullopt : std::optional<Person>(forReader(stored(repository, ids.front())));
}

std::optional<PersonId> PersonService::resolve(const QString &given) const
{
    m_session.require(session::Operation::PartyRead);
    const QString reference = given.trimmed();
    if (reference.isEmpty())
        return std::nullopt;
    const PersonRepository repository(m_session.database());
    if (const std::optional<PersonId> byCode = repository.idByCode(reference))
        return byCode;
    const std::vector<PersonId> byName = repository.idsByName(reference);
    if (byName.size() > 1)
        throw Error(
            Error::Kind::Validation, tr("有%1个人叫「%2」").arg(byName.size()).arg(reference.left(40)), {}, tr("请改填人员编号"));
    return byName.empty() ? std::nullopt : std::optional<PersonId>(byName.front());
}

void PersonService::checkCode(const PersonDetails &details, std::optional<PersonId> self) const
{
    const PersonRepository repository(m_session.database());
    const std::optional<PersonId> byCode = details.code.isEmpty() ? std::nullopt : repository.holderOfCode(details.code);
    if (!byCode || byCode == self)
        return;
    const QString message = tr("人员编号%1已属于「%2」").arg(details.code, stored(repository, *byCode).details.name);
    throw Error(Error::Kind::Conflict, message, {}, tr("请换一个编号，或留空由程序编号"))
        .withFields({{"code", "duplicate", message}});
}

Person PersonService::forReader(Person person) const
{
    if (m_session.may(session::Operation::PersonalRead))
        return person;
    person.details.phone = maskedPhone(person.details.phone);
    person.details.otherPhone = maskedPhone(person.details.otherPhone);
    person.details.email = maskedText(person.details.email);
    person.details.wechat = maskedText(person.details.wechat);
    return person;
}

} // namespace mishutai::parties
