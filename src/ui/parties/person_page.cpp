#include "ui/parties/person_page.h"

#include "desk/merge.h"
#include "parties/duplicates/distinct_service.h"
#include "parties/duplicates/duplicate_finder.h"
#include "parties/people/person_list.h"
#include "parties/people/person_service.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/message_bar.h"
#include "ui/parties/duplicate_watch.h"
#include "ui/parties/duplicates_sheet.h"
#include "ui/parties/merge_sheet.h"
#include "ui/parties/party_paste.h"
#include "ui/records/form_values.h"
#include "ui/shell/task_dialog.h"

namespace mishutai::ui {

namespace {

class PersonForm : public Form
{
public:
    PersonForm(session::Session &session, std::optional<PersonId> id, std::function<void(qint64)> done,
        std::function<void(PersonId)> open)
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
        new PartyPaste(*this,
            {{"name", parts::personName}, {"phone", parts::phone}, {"otherPhone", parts::otherPhone}, {"email", parts::email},
                {"wechat", parts::wechat}});
        (new DuplicateWatch(*this, session))->watchPerson("name", "phone", id, PersonPage::tr("打开它"), std::move(open));
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

QString named(const parties::Person &person)
{
    const parties::PersonDetails &d = person.details;
    return d.code + u' ' + d.name + (d.phone.isEmpty() ? QString() : u' ' + d.phone);
}

MergeQuestion questionOf(session::Session &session, PersonId left, PersonId right)
{
    const parties::PersonService people(session);
    const parties::Person survivor = people.get(left);
    const parties::Person merged = people.get(right);
    const desk::MergePlan plan = desk::planPersonMerge(session, left, right);
    MergeQuestion question{named(survivor), named(merged),
        PersonPage::tr("两边的电话、联系人身份、标签和备注都保留；任职、参会等记录照旧指向原人员，读出来就是合并后的人。合并后可"
                       "按 Ctrl+Z 撤销。"),
        plan.fields, {}, {}};
    askMemberships(question, plan.openMemberships, members::headWord(session));
    question.merge = [&session, survivor, merged, open = plan.openMemberships](const QSet<QString> &right) {
        desk::mergePeople(
            session, {survivor.id, survivor.revision, merged.id, merged.revision, right, chosenMembership(open, right)});
    };
    return question;
}

std::vector<DuplicateRow> duplicatesIn(session::Session &session)
{
    const parties::PersonService people(session);
    std::vector<DuplicateRow> rows;
    for (const auto &pair : parties::DuplicateFinder(session).personPairs())
        rows.push_back({pair.first.value(), pair.second.value(), named(people.get(pair.first)), named(people.get(pair.second)),
            parties::label(pair.reason)});
    return rows;
}

} // namespace

PersonPage::PersonPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, parties::personList(), "user", "people", parent)
{
    // Who sees masked numbers would store the masks.
    if (!application.isReadOnly() && session().may(session::Operation::PersonalRead))
        offerForm(tr("新增人员"), session::Operation::PersonEdit, session::Operation::PersonEdit);
    offerQuickCopy(
        tr("复制电话"), [this](qint64 id) { return parties::PersonService(session()).get(PersonId(id)).details.phone; });
    if (application.isReadOnly() || !session().may(session::Operation::PartyMerge))
        return;
    addToolButton(tr("疑似重复"), "search", [this] { findDuplicates(); })->setToolTip(tr("找出可能登记了两次的人"));
    addRecordAction({tr("合并所选两个人…"), "link", QKeySequence(Qt::CTRL | Qt::Key_M), session::Operation::PartyMerge,
        /*takesSeveral=*/true, [this](const std::vector<qint64> &ids) {
            if (ids.size() == 2)
                compare(std::min(ids[0], ids[1]), std::max(ids[0], ids[1]));
            else
                MessageArea::of(this).done(tr("请选中两个人（按住 Shift 或 Ctrl 再按上下键），再合并"));
        }});
}

void PersonPage::findDuplicates()
{
    runTask(
        this, tr("正在找重复的人员"),
        [request = application().workerRequest()](TaskControl &) {
            desk::Worker worker(request, desk::Worker::Access::Read);
            return duplicatesIn(worker.session());
        },
        [this](const std::vector<DuplicateRow> &rows) {
            if (rows.empty() && parties::DistinctService(session()).pairs(parties::PartyKind::Person).empty())
                MessageArea::of(this).done(tr("没有找到疑似重复的人"));
            else
                showDuplicates(rows);
        });
}

void PersonPage::showDuplicates(const std::vector<DuplicateRow> &rows)
{
    m_duplicates = new DuplicatesSheet(this, application(), parties::PartyKind::Person, rows,
        {[this](qint64 first, qint64 second) { compare(first, second); },
            [this](const QString &done) { MessageArea::of(this).done(done, undoOfLastChange()); }});
}

void PersonPage::compare(qint64 first, qint64 second)
{
    const auto ask = [this, first, second](bool isSwapped) {
        return isSwapped ? questionOf(session(), PersonId(second), PersonId(first))
                         : questionOf(session(), PersonId(first), PersonId(second));
    };
    new MergeSheet(this, ask, [this] {
        refresh();
        MessageArea::of(this).done(tr("已合并为一个人"), undoOfLastChange());
        // One pair after the other: the list goes on with what is left.
        if (m_duplicates) {
            m_duplicates->dismiss();
            findDuplicates();
        }
    });
}

std::unique_ptr<Form> PersonPage::makeForm(std::optional<qint64> id)
{
    const auto person = id ? std::optional(PersonId(*id)) : std::nullopt;
    return std::make_unique<PersonForm>(
        session(), person, [this](qint64 saved) { selectRecord(saved); },
        [this](PersonId other) { reveal("people", other.value()); });
}

} // namespace mishutai::ui
