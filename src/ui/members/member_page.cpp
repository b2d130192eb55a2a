#include "ui/members/member_page.h"

#include "base/chinese/phone.h"
#include "members/member_list.h"
#include "members/member_service.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "session/work.h"
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/members/cultivation_leaf.h"
#include "ui/members/enrolment_form.h"
#include "ui/members/member_actions.h"
#include "ui/members/member_bulk.h"
#include "ui/members/member_form.h"
#include "ui/members/term_change_form.h"
#include "ui/parties/contact_list.h"
#include "ui/parties/unit_invoice.h"
#include "ui/prints/member_prints.h"
#include "ui/records/form_sheet.h"
#include "ui/records/history_tables.h"

#include <QPushButton>

#include <algorithm>
#include <iterator>

namespace mishutai::ui {

namespace {

using Ids = std::vector<MemberId>;

Ids membersOf(const std::vector<qint64> &ids)
{
    return Ids(ids.begin(), ids.end());
}

/// 「 9 家」; nothing for one.
QString howMany(const Ids &ids)
{
    return ids.size() == 1 ? QString() : MemberPage::tr(" %1 家").arg(ids.size());
}

} // namespace

MemberPage::MemberPage(desk::Application &application, office::OfficeKind kind, QWidget *parent)
    : RecordPage(application, members::memberList(members::headWord(application.session())), "members", "members", parent),
      m_kind(kind)
{
    setTitle(office::pageTitle(office::Page::Members, kind));
    offerOwnFields([](session::Session &session) { return members::memberListOf(session, members::headWord(session)); });
    if (!application.isReadOnly()) {
        offerForm(tr("新增%1").arg(office::word(office::Word::Member, kind)), session::Operation::MemberEnroll,
            session::Operation::MemberEdit);
        offerActions();
        offerRemoval(session::Operation::MemberDelete, [this](const std::vector<qint64> &ids) { remove(ids); });
        offerBulkEdit(
            {session::Operation::MemberEdit, memberBulkColumns(), [this] { return ownMemberBulkColumns(this->session()); }});
    }
    for (RecordAction &action : memberPrints(application, *this))
        addRecordAction(std::move(action));
    search()->setHint(tr("名称、首字母、编号、电话尾号"));
    offerQuickCopy(tr("复制电话"), [this](qint64 id) { return phoneOf(id); });
    offerCopyText(tr("复制开票信息"), [this](qint64 id) { return invoiceOf(id); });
}

void MemberPage::offerActions()
{
    using session::Operation;
    const auto add = [this](const QString &label, const QKeySequence &keys, Operation operation, bool takesSeveral, auto make) {
        addRecordAction({label, "edit", keys, operation, takesSeveral, [this, make](const std::vector<qint64> &ids) {
                             showSmall(make(membersOf(ids)), ids.size() == 1 ? std::optional(ids.front()) : std::nullopt);
                         }});
    };
    add(tr("级别变动"), Qt::CTRL | Qt::Key_L, Operation::MemberEdit, true,
        [this](const Ids &ids) { return levelChangeForm(session(), ids, telling(tr("已改级别%1").arg(howMany(ids)))); });
    add(tr("新增任职"), Qt::CTRL | Qt::Key_T, Operation::MemberEdit, false, [this](const Ids &ids) {
        return postForm(session(), members::MemberService(session()).get(ids.front()).unit, {}, telling(tr("已登记任职")));
    });
    add(office::word(office::Word::Suspend, m_kind) + tr("或恢复"), Qt::CTRL | Qt::Key_U, Operation::MemberEdit, true,
        [this](const Ids &ids) { return suspensionOrResumption(ids); });
    add(office::word(office::Word::Leave, m_kind), Qt::CTRL | Qt::Key_E, Operation::MemberLeave, true, [this](const Ids &ids) {
        const QString word = office::word(office::Word::Leave, m_kind);
        return leavingForm(session(), ids, word, telling(tr("已登记%1%2").arg(word, howMany(ids))));
    });
    addRecordAction({tr("审议申请"), "check", Qt::CTRL | Qt::Key_J, Operation::MemberEnroll, true,
        [this](const std::vector<qint64> &ids) { deliberate(ids); }});
    if (session().may(Operation::MemberEnroll)) {
        addToolButton(tr("个人会员"), "add", [this] {
            showSmall(individualForm(session(), [this](qint64 saved) {
                selectRecord(saved);
                tellSaved(/*isNew=*/true);
            }));
        })->setToolTip(tr("新增个人会员"));
    }
    if (session().may(Operation::OfficeEdit) && office::keepsBooks(m_kind)) {
        addToolButton(tr("换届"), "edit", [this] {
            showSmall(std::make_unique<TermChangeForm>(session(), [this](const QString &said) { tellChange(said); }));
        })->setToolTip(tr("登记新一届，逐个职务写连任、换人或不再担任"));
    }
}

std::function<void()> MemberPage::telling(const QString &said)
{
    return [this, said] { tellChange(said); };
}

void MemberPage::showSmall(std::unique_ptr<Form> form, std::optional<qint64> id)
{
    // By what it does and to whom, so that one's draft never comes back in another's form.
    const QString key = QStringLiteral("members:") + form->windowTitle();
    noteLastChange();
    if (id)
        form->setSubject(labelOf(*id));
    new FormSheet(std::move(form), session(), key, id, this);
}

std::unique_ptr<Form> MemberPage::suspensionOrResumption(const std::vector<MemberId> &ids)
{
    // Of several the suspended are passed over; where all are, they are resumed.
    Ids active;
    std::ranges::copy_if(ids, std::back_inserter(active),
        [this](MemberId id) { return !members::MemberService(session()).get(id).details.suspendedOn.isValid(); });
    if (active.empty())
        return resumptionForm(session(), ids, telling(tr("已恢复会员资格%1").arg(howMany(ids))));
    const QString word = office::word(office::Word::Suspend, m_kind);
    return suspensionForm(session(), active, word, telling(tr("已%1%2").arg(word, howMany(active))));
}

void MemberPage::deliberate(const std::vector<qint64> &ids)
{
    std::vector<MemberId> applicants;
    for (const qint64 id : ids) {
        if (!members::MemberService(session()).get(MemberId(id)).details.joinedOn.isValid())
            applicants.emplace_back(id);
    }
    if (applicants.empty())
        throw Error(Error::Kind::Validation, tr("选中的行里没有申请"), {}, tr("请在列表里选中状态为申请中的单位"));
    showSmall(deliberationForm(session(), applicants, telling(tr("已审议 %1 家").arg(applicants.size()))));
}

QString MemberPage::phoneOf(qint64 id) const
{
    const members::Member member = members::MemberService(session()).get(MemberId(id));
    if (member.person)
        return parties::PersonService(session()).get(*member.person).details.phone;
    for (const parties::Contact &contact : parties::ContactService(session()).ofUnit(*member.unit)) {
        const QString phone = parties::PersonService(session()).get(contact.details.person).details.phone;
        if (!phone.isEmpty())
            return phone;
    }
    return {};
}

QString MemberPage::invoiceOf(qint64 id) const
{
    const auto unit = members::MemberService(session()).get(MemberId(id)).unit;
    if (!unit)
        throw Error(Error::Kind::Conflict, tr("个人会员没有开票信息"));
    return parties::invoiceBlock(parties::UnitService(session()).get(*unit).details);
}

void MemberPage::showMore(DetailPane &pane, qint64 id)
{
    const members::Member member = members::MemberService(session()).get(MemberId(id));
    if (member.unit)
        showInvoice(pane, parties::UnitService(session()).get(*member.unit).details, isPersonalHidden());
    if (member.unit)
        ContactList::addLeaf(
            pane, session(), *member.unit, !application().isReadOnly(), isPersonalHidden(), [this] { Q_EMIT undoAsked(); });
    const LeafActions actions = leafActions(session::Operation::MemberEdit);
    pane.addTab(tr("级别职务"), [this, id, actions](DetailPane &leaf) { fillStanding(leaf, session(), MemberId(id), actions); });
    if (member.unit) {
        const UnitId unit = *member.unit;
        const LeafActions ofUnit = leafActions(session::Operation::UnitEdit);
        pane.addTab(tr("资质与年度"), [this, unit, ofUnit](DetailPane &leaf) {
            fillUnitFacts(leaf, session(), unit, ofUnit);
            fillCultivations(leaf, session(), unit, ofUnit);
        });
        pane.addTab(tr("一企一档"), [this, unit, ofUnit](DetailPane &leaf) { fillDossier(leaf, session(), unit, ofUnit); });
    }
    pane.addTab(tr("往来函件"), [this, id](DetailPane &leaf) { fillLetters(leaf, session(), id); });
}

std::vector<HistorySource> MemberPage::historyOf(qint64 id) const
{
    const members::Member member = members::MemberService(session()).get(MemberId(id));
    std::vector<HistorySource> sources = sourcesOf(application(), "members", id, session::Operation::MemberRead);
    const auto add = [&sources](std::vector<HistorySource> more) { std::ranges::move(more, std::back_inserter(sources)); };
    add(ownHistory(session(), office::CustomOwner::Member, id, session::Operation::MemberRead));
    if (member.person)
        add(sourcesOf(application(), "people", member.person->value(), session::Operation::PartyRead));
    if (!member.unit)
        return sources;
    add(sourcesOf(application(), "units", member.unit->value(), session::Operation::PartyRead));
    add(ownHistory(session(), office::CustomOwner::Unit, member.unit->value(), session::Operation::PartyRead));
    for (const parties::Contact &contact : parties::ContactService(session()).ofUnit(*member.unit)) {
        const QString name = parties::PersonService(session()).get(contact.details.person).details.name;
        sources.push_back({"people", contact.details.person.value(), session::Operation::PartyRead, {}, name, {}});
    }
    return sources;
}

LeafActions MemberPage::leafActions(session::Operation toEdit)
{
    return {!application().isReadOnly() && session().may(toEdit),
        [this](std::unique_ptr<Form> form) { showSmall(std::move(form), panel()->view()->currentId()); }, telling(tr("已保存")),
        [this](const QString &objectType, qint64 id) { Q_EMIT revealAsked(objectType, id); }};
}

std::unique_ptr<Form> MemberPage::makeForm(std::optional<qint64> id)
{
    const auto done = [this](qint64 saved) { selectRecord(saved); };
    if (id)
        return std::make_unique<MemberForm>(session(), MemberId(*id), done);
    return std::make_unique<EnrolmentForm>(session(), m_kind, done);
}

void MemberPage::remove(const std::vector<qint64> &ids)
{
    session::Work work(session(), session::Operation::MemberDelete);
    members::MemberService service(session());
    for (const qint64 id : ids)
        service.remove(MemberId(id), service.get(MemberId(id)).revision);
    work.commit();
}

} // namespace mishutai::ui
