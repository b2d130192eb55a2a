#include "ui/parties/person_page.h"

#include "parties/people/person_list.h"
#include "parties/people/person_service.h"
#include "ui/common/fields/text_field.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

class PersonForm : public Form
{
public:
    PersonForm(session::Session &session, std::optional<PersonId> id, std::function<void(qint64)> done)
        : Form(id ? PersonPage::tr("修改人员") : PersonPage::tr("新增人员")), m_session(session), m_id(id),
          m_done(std::move(done))
    {
        add("name", PersonPage::tr("姓名"), new TextField, Need::Required);
        add("phone", PersonPage::tr("电话"), new PhoneField);
        add("otherPhone", PersonPage::tr("其他电话"), new PhoneField);
        add("email", PersonPage::tr("邮箱"), new TextField);
        add("wechat", PersonPage::tr("微信"), new TextField);
        add("title", PersonPage::tr("职称"), new TextField);
        add("expertise", PersonPage::tr("专长"), new TextField);
        add("notes", PersonPage::tr("备注"), new LongTextField(2));
        if (id) {
            const parties::Person stored = parties::PersonService(session).get(*id);
            m_revision = stored.revision;
            m_details = stored.details;
            fill();
        }
        setSave([this] { store(); });
        markUnchanged();
    }

private:
    void fill()
    {
        field("name")->setText(m_details.name);
        field("phone")->setText(m_details.phone);
        field("otherPhone")->setText(m_details.otherPhone);
        field("email")->setText(m_details.email);
        field("wechat")->setText(m_details.wechat);
        field("title")->setText(m_details.title);
        field("expertise")->setText(m_details.expertise);
        field("notes")->setText(m_details.notes);
    }

    void store()
    {
        parties::PersonDetails d = m_details;
        d.name = textOf(*this, "name");
        d.phone = textOf(*this, "phone");
        d.otherPhone = textOf(*this, "otherPhone");
        d.email = textOf(*this, "email");
        d.wechat = textOf(*this, "wechat");
        d.title = textOf(*this, "title");
        d.expertise = textOf(*this, "expertise");
        d.notes = textOf(*this, "notes");
        parties::PersonService service(m_session);
        if (m_id)
            service.update(*m_id, m_revision, d);
        m_done(m_id ? m_id->value() : service.create(d).value());
    }

    session::Session &m_session;
    std::optional<PersonId> m_id;
    int m_revision = 0;
    parties::PersonDetails m_details; ///< what the form does not show stays
    std::function<void(qint64)> m_done;
};

} // namespace

PersonPage::PersonPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, parties::personList(), "user", "people", parent)
{
    // Who sees masked numbers would store the masks.
    if (!application.isReadOnly() && session().may(session::Operation::PersonalRead))
        offerForm(tr("新增人员"), session::Operation::PersonEdit, session::Operation::PersonEdit);
    offerQuickCopy(
        tr("复制电话"), [this](qint64 id) { return parties::PersonService(session()).get(PersonId(id)).details.phone; });
}

std::unique_ptr<Form> PersonPage::makeForm(std::optional<qint64> id)
{
    const auto person = id ? std::optional(PersonId(*id)) : std::nullopt;
    return std::make_unique<PersonForm>(session(), person, [this](qint64 saved) { selectRecord(saved); });
}

} // namespace mishutai::ui
