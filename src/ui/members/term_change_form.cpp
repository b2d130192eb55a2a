#include "ui/members/term_change_form.h"

#include "members/member.h"
#include "parties/people/person_list.h"
#include "parties/units/unit_service.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/records/form_values.h"

#include <QLabel>

namespace mishutai::ui {

namespace {

constexpr int kYearsOfTerm = 5;

QString fieldOf(size_t index)
{
    return QString("post.%1").arg(index);
}

} // namespace

TermChangeForm::TermChangeForm(session::Session &session, std::function<void()> done, QWidget *parent)
    : Form(tr("换届"), parent), m_session(session), m_done(std::move(done))
{
    setSavesAndAdds(false);
    m_change = members::TermChangeService(session).proposed();
    add("number", tr("第几届"), new TextField, Need::Required)->setText(QString::number(m_change.term.number));
    add("fromOn", tr("换届日期"), dateField(session), Need::Required)->setDate(m_change.term.fromOn);
    add("toOn", tr("届满日期"), dateField(session))->setDate(m_change.term.fromOn.addYears(kYearsOfTerm));
    add("document", tr("选举文号"), new TextField);
    addPosts();
    setSave([this] { store(); });
    markUnchanged();
}

void TermChangeForm::addPosts()
{
    if (m_change.posts.empty())
        return;
    addSection(tr("职务：不改就是连任，改名字就是换人，清空就是不再担任"));
    const office::HeadWord head = members::headWord(m_session);
    const parties::UnitService units(m_session);
    const std::vector<members::MemberPost> held = members::TermChangeService(m_session).holders(m_change.term.fromOn);
    for (size_t i = 0; i < held.size(); ++i) {
        QString label = members::postText(held[i].details, head);
        if (held[i].details.unit)
            label += "　" + units.get(*held[i].details.unit).details.name;
        auto *person = add(fieldOf(i), label, new PickField(m_session, parties::personList()));
        person->setFreeText(true);
        person->setId(held[i].details.person.value());
    }
}

void TermChangeForm::store()
{
    members::TermChange change = m_change;
    change.term.number = textOf(*this, "number").toInt(); // what is no number is refused as one
    change.term.fromOn = dateOf(*this, "fromOn");
    change.term.toOn = dateOf(*this, "toOn");
    change.document = textOf(*this, "document");
    for (size_t i = 0; i < change.posts.size(); ++i) {
        const QString name = textOf(*this, fieldOf(i));
        const auto id = as<PickField>(*this, fieldOf(i))->id();
        change.posts[i].successor = id && !name.isEmpty() ? std::optional(PersonId(*id)) : std::nullopt;
        change.posts[i].newName = change.posts[i].successor ? QString() : name;
    }
    members::TermChangeService(m_session).change(change);
    m_done();
}

} // namespace mishutai::ui
