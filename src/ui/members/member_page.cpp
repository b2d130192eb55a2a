#include "ui/members/member_page.h"

#include "base/chinese/phone.h"
#include "members/member_list.h"
#include "members/member_service.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "session/work.h"
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/list/cell_text.h"
#include "ui/members/member_form.h"
#include "ui/parties/contact_list.h"

namespace mishutai::ui {

MemberPage::MemberPage(desk::Application &application, office::OfficeKind kind, QWidget *parent)
    : RecordPage(application, members::memberList(), "members", "members", parent), m_kind(kind)
{
    setTitle(office::pageTitle(office::Page::Members, kind));
    if (!application.isReadOnly()) {
        offerForm(tr("新增%1").arg(office::word(office::Word::Member, kind)), session::Operation::MemberEnroll,
            session::Operation::MemberEdit);
        offerRemoval(session::Operation::MemberDelete, [this](const std::vector<qint64> &ids) { remove(ids); });
    }
    offerQuickCopy(tr("复制电话"), [this](qint64 id) { return phoneOf(id); });
}

QString MemberPage::phoneOf(qint64 id) const
{
    const members::Member member = members::MemberService(session()).get(MemberId(id));
    for (const parties::Contact &contact : parties::ContactService(session()).ofUnit(member.unit)) {
        const QString phone = parties::PersonService(session()).get(contact.details.person).details.phone;
        if (!phone.isEmpty())
            return phone;
    }
    return {};
}

void MemberPage::showMore(DetailPane &pane, qint64 id)
{
    const members::MemberService service(session());
    const members::Member member = service.get(MemberId(id));
    QList<QStringList> levels;
    for (const members::LevelChange &level : service.levels(MemberId(id)))
        levels.append({level.fromOn.toString(Qt::ISODate), members::memberLevels().label(level.level), level.note});
    if (levels.size() > 1) {
        pane.addSection(tr("级别变动"));
        pane.addTable({tr("自"), tr("级别"), tr("备注")}, levels);
    }
    ContactList::addLeaf(
        pane, session(), member.unit, !application().isReadOnly(), isPersonalHidden(), [this] { Q_EMIT undoAsked(); });
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
