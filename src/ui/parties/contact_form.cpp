#include "ui/parties/contact_form.h"

#include "parties/people/contact_service.h"
#include "parties/people/person_list.h"
#include "parties/people/person_service.h"
#include "session/work.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/fields/ticks_field.h"
#include "ui/parties/duplicate_watch.h"
#include "ui/parties/party_paste.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

constexpr auto kYes = "1";

struct PersonField {
    const char *key;
    QString parties::PersonDetails::*text;
};

/// What the form says of the person beside the name.
constexpr PersonField kPersonFields[] = {{"phone", &parties::PersonDetails::phone}, {"wechat", &parties::PersonDetails::wechat},
    {"email", &parties::PersonDetails::email}};

struct ContactField {
    const char *key;
    QString parties::ContactDetails::*text;
};
constexpr ContactField kContactFields[]
    = {{"salutation", &parties::ContactDetails::salutation}, {"department", &parties::ContactDetails::department},
        {"post", &parties::ContactDetails::post}, {"notes", &parties::ContactDetails::notes}};

} // namespace

ContactForm::ContactForm(session::Session &session, UnitId unit, const std::optional<parties::Contact> &stored,
    std::function<void()> done, QWidget *parent)
    : Form(stored ? tr("修改联系人") : tr("新增联系人"), parent), m_session(session), m_unit(unit), m_stored(stored),
      m_done(std::move(done))
{
    setSavesAndAdds(false);
    addFields();
    fill();
    setSave([this] { store(); });
    markUnchanged();
    if (stored)
        return;
    new PartyPaste(*this,
        {{"name", parts::personName}, {"salutation", parts::salutation}, {"department", parts::department}, {"post", parts::post},
            {"phone", parts::phone}, {"wechat", parts::wechat}, {"email", parts::email}});
    auto *watch = new DuplicateWatch(*this, session);
    watch->watchPerson(
        "name", "phone", std::nullopt, tr("用此人"), [this](PersonId person) { take(person); },
        [this] { return !chosenPerson(); });
}

void ContactForm::addFields()
{
    if (m_stored) {
        add("name", tr("姓名"), new TextField, Need::Required);
    } else {
        auto *name = add("name", tr("姓名"), new PickField(m_session, parties::personList()), Need::Required);
        name->setFreeText(true);
        connect(name, &Field::edited, this, [this] {
            if (const auto person = chosenPerson())
                take(*person);
        });
    }
    add("salutation", tr("称谓"), new TextField)->setPlaceholder(tr("王总、李老师"));
    add("department", tr("部门"), new TextField);
    add("post", tr("职务"), new TextField);
    add("phone", tr("电话"), new PhoneField);
    add("wechat", tr("微信"), new TextField);
    add("email", tr("邮箱"), new TextField);
    add("topics", tr("对接事项"), new TicksField(parties::contactTopics()));
    add("isPrimary", tr("首要联系人"), new ChoiceField({{kYes, tr("是")}, {"0", tr("否")}}));
    add("fromOn", tr("起始日期"), dateField(m_session));
    add("notes", tr("备注"), new LongTextField(2));
}

void ContactForm::fill()
{
    auto *primary = as<ChoiceField>(*this, "isPrimary");
    if (!m_stored) {
        const bool isFirst = parties::ContactService(m_session).ofUnit(m_unit).empty();
        primary->setValue(isFirst ? kYes : "0");
        as<TicksField>(*this, "topics")->setTicked({parties::contactTopics().front()});
        return;
    }
    const parties::ContactDetails &d = m_stored->details;
    const parties::Person person = parties::PersonService(m_session).get(d.person);
    m_personRevision = person.revision;
    field("name")->setText(person.details.name);
    for (const PersonField &each : kPersonFields)
        field(each.key)->setText(person.details.*each.text);
    for (const ContactField &each : kContactFields)
        field(each.key)->setText(d.*each.text);
    as<TicksField>(*this, "topics")->setTicked(d.topics);
    primary->setValue(d.isPrimary ? kYes : "0");
    as<DateField>(*this, "fromOn")->setDate(orNothing(d.fromOn));
}

std::optional<PersonId> ContactForm::chosenPerson() const
{
    if (m_stored)
        return m_stored->details.person;
    const auto id = as<PickField>(*this, "name")->id();
    return id ? std::optional(PersonId(*id)) : std::nullopt;
}

void ContactForm::take(PersonId id)
{
    const parties::Person person = parties::PersonService(m_session).get(id);
    m_personRevision = person.revision;
    as<PickField>(*this, "name")->setId(id.value());
    field("phone")->showNotice({});
    field("name")->showNotice({});
    std::vector<std::pair<QString, QString>> texts;
    for (const PersonField &each : kPersonFields)
        texts.emplace_back(each.key, person.details.*each.text);
    fillEmpty(texts, tr("人员库里已登记"));
}

/// The person as the form has it; an empty field says nothing of somebody who was only chosen here.
PersonId ContactForm::savedPerson()
{
    parties::PersonService people(m_session);
    const std::optional<PersonId> id = chosenPerson();
    parties::PersonDetails details = id ? people.get(*id).details : parties::PersonDetails();
    if (m_stored || !id)
        details.name = textOf(*this, "name");
    for (const PersonField &each : kPersonFields) {
        const QString text = textOf(*this, each.key);
        if (m_stored || !text.isEmpty())
            details.*each.text = text;
    }
    if (!id)
        return people.create(details);
    people.update(*id, m_personRevision, details);
    return *id;
}

void ContactForm::store()
{
    session::Work work(m_session, session::Operation::PersonEdit);
    const PersonId person = savedPerson();
    parties::ContactDetails d = m_stored ? m_stored->details : parties::ContactDetails{m_unit, person, {}, {}, false, {}, {}, {}};
    for (const ContactField &each : kContactFields)
        d.*each.text = textOf(*this, each.key);
    d.topics = as<TicksField>(*this, "topics")->ticked();
    d.isPrimary = as<ChoiceField>(*this, "isPrimary")->value() == kYes;
    d.fromOn = dateOf(*this, "fromOn");
    parties::ContactService contacts(m_session);
    if (m_stored)
        contacts.update(m_stored->id, m_stored->revision, d);
    else
        contacts.put(d);
    work.setSubject("units", m_unit.value());
    work.commit();
    m_done();
}

} // namespace mishutai::ui
