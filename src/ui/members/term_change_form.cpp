#include "ui/members/term_change_form.h"

#include "members/member.h"
#include "parties/people/person_list.h"
#include "parties/units/unit_service.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/parties/unit_pick.h"
#include "ui/records/form_values.h"

#include <QLabel>

#include <algorithm>
#include <set>

namespace mishutai::ui {

namespace {

constexpr int kYearsOfTerm = 5;

QString fieldOf(size_t index)
{
    return QString("post.%1").arg(index);
}

QString newField(int line, const char *what)
{
    return QString("added.%1.%2").arg(line).arg(what);
}

} // namespace

TermChangeForm::TermChangeForm(session::Session &session, std::function<void(const QString &said)> done, QWidget *parent)
    : Form(tr("换届"), parent), m_session(session), m_done(std::move(done))
{
    setSavesAndAdds(false);
    m_change = members::TermChangeService(session).proposed();
    add("number", tr("第几届"), new TextField, Need::Required)->setText(QString::number(m_change.term.number));
    auto *from = add("fromOn", tr("换届日期"), dateField(session), Need::Required);
    from->setDate(m_change.term.fromOn);
    auto *to = add("toOn", tr("届满日期"), dateField(session));
    to->setDate(m_change.term.fromOn.addYears(kYearsOfTerm));
    // The proposed end moves with the beginning until somebody writes another one.
    connect(from, &Field::edited, this, [from, to, proposed = to->date()]() mutable {
        const std::optional<QDate> begins = from->date();
        if (!begins || to->date() != proposed)
            return;
        proposed = begins->addYears(kYearsOfTerm);
        to->setDate(proposed);
    });
    add("document", tr("选举文号"), new TextField);
    addPosts();
    addSection(tr("新设的职务：填了姓名才算，下面会再空出一行"));
    addNewPost();
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

void TermChangeForm::addNewPost()
{
    const int line = m_newPosts++;
    auto *person = add(newField(line, "person"), tr("姓名"), new PickField(m_session, parties::personList()));
    person->setFreeText(true);
    std::vector<Field *> rest{
        add(newField(line, "post"), tr("职务"), new ChoiceField(members::postChoices(members::headWord(m_session)))),
        add(newField(line, "unit"), tr("代表单位"), unitPick(m_session))};
    auto *title = add(newField(line, "title"), tr("称谓"), new TextField);
    title->setPlaceholder(tr("与职务叫法不同时才填"));
    rest.push_back(title);
    // An empty line is no stop on the way to the end of the form.
    const auto offer = [person, rest] {
        for (Field *each : rest)
            each->setEnabled(!person->isEmpty());
    };
    offer();
    connect(person, &Field::edited, this, [this, person, line, offer] {
        offer();
        if (line == m_newPosts - 1 && !person->isEmpty())
            addNewPost();
    });
}

void TermChangeForm::makeFieldsOf(const QStringList &keys)
{
    for (const QString &key : keys) {
        if (key.startsWith(QStringLiteral("added."))) {
            while (m_newPosts <= key.section(u'.', 1, 1).toInt() + 1)
                addNewPost();
        }
    }
    for (int line = 0; line < m_newPosts; ++line) {
        for (const char *what : {"post", "unit", "title"})
            field(newField(line, what))->setEnabled(keys.contains(newField(line, "person")));
    }
}

members::NewPost TermChangeForm::newPost(int line) const
{
    members::NewPost post;
    const auto id = as<PickField>(*this, newField(line, "person"))->id();
    const QString name = textOf(*this, newField(line, "person"));
    if (name.isEmpty())
        return post;
    post.person = id ? std::optional(PersonId(*id)) : std::nullopt;
    post.newName = id ? QString() : name;
    const auto kind = members::posts().fromStored(as<ChoiceField>(*this, newField(line, "post"))->value());
    if (!kind) {
        const QString message = tr("请选%1的职务").arg(name);
        throw Error(Error::Kind::Validation, tr("换届没有登记"), message)
            .withFields({{newField(line, "post"), "required", message}});
    }
    post.post = *kind;
    post.title = textOf(*this, newField(line, "title"));
    if (const auto unit = as<PickField>(*this, newField(line, "unit"))->id())
        post.unit = UnitId(*unit);
    return post;
}

QString TermChangeForm::said(const members::TermChange &change) const
{
    std::set<PersonId> stayed;
    int changed = 0;
    int ended = 0;
    for (size_t i = 0; i < change.posts.size(); ++i) {
        const members::Succession &post = change.posts[i];
        if (!post.successor && post.newName.isEmpty())
            ++ended;
        else if (post.successor && post.successor == m_change.posts[i].successor)
            stayed.insert(*post.successor);
        else
            ++changed;
    }
    const auto added = std::ranges::count_if(
        change.added, [](const members::NewPost &post) { return post.person || !post.newName.isEmpty(); });
    QStringList parts;
    if (!stayed.empty())
        parts << tr("连任%1人").arg(stayed.size());
    if (changed > 0)
        parts << tr("换人%1个职务").arg(changed);
    if (ended > 0)
        parts << tr("不再担任%1个职务").arg(ended);
    if (added > 0)
        parts << tr("新设%1个职务").arg(added);
    const QString term = tr("第%1届").arg(change.term.number);
    return parts.isEmpty() ? tr("已登记%1").arg(term) : tr("%1：%2").arg(term, parts.join(QStringLiteral("，")));
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
    for (int line = 0; line < m_newPosts; ++line)
        change.added.push_back(newPost(line));
    members::TermChangeService(m_session).change(change);
    m_done(said(change));
}

} // namespace mishutai::ui
