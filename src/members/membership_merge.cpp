#include "members/membership_merge.h"

#include "members/member_repository.h"
#include "members/member_service.h"
#include "office/custom_fields/custom_value_service.h"
#include "parties/dated_span.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

parties::DatedSpan spanOf(const Member &member)
{
    const MemberDetails &d = member.details;
    return {d.joinedOn.isValid() ? d.joinedOn : d.appliedOn, d.leftOn};
}

QString summaryOf(const Member &member)
{
    const MemberDetails &d = member.details;
    QStringList parts{tr("会员编号%1").arg(d.code), memberLevels().label(d.level)};
    if (d.joinedOn.isValid())
        parts.append(tr("%1入会").arg(d.joinedOn.toString(Qt::ISODate)));
    if (d.leftOn.isValid())
        parts.append(tr("%1退会").arg(d.leftOn.toString(Qt::ISODate)));
    if (!d.certificateNo.isEmpty())
        parts.append(tr("证书编号%1").arg(d.certificateNo));
    return tr("合并前另有会籍：%1").arg(parts.join(u'，'));
}

std::vector<Member> openOf(std::vector<Member> members)
{
    std::erase_if(members, [](const Member &member) { return member.details.leftOn.isValid(); });
    return members;
}

std::vector<Member> together(std::vector<Member> first, const std::vector<Member> &second)
{
    std::ranges::copy(second, std::back_inserter(first));
    return first;
}

} // namespace

std::vector<Member> MembershipMerge::open(UnitId survivor, UnitId merged) const
{
    m_session.require(session::Operation::MemberRead);
    const MemberRepository repository(m_session.database());
    return openOf(together(repository.ofUnit(survivor), repository.ofUnit(merged)));
}

std::vector<Member> MembershipMerge::open(PersonId survivor, PersonId merged) const
{
    m_session.require(session::Operation::MemberRead);
    const MemberRepository repository(m_session.database());
    return openOf(together(repository.ofPerson(survivor), repository.ofPerson(merged)));
}

void MembershipMerge::move(UnitId survivor, UnitId merged, const std::optional<MembershipChoice> &choice)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberRepository repository(m_session.database());
    settle(repository.ofUnit(survivor), repository.ofUnit(merged), choice);
    for (const Member &member : repository.ofUnit(merged))
        work.update("members", member.id.value(), member.revision, {{"unit_id", survivor.value()}});
    work.commit();
}

void MembershipMerge::move(PersonId survivor, PersonId merged, const std::optional<MembershipChoice> &choice)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberRepository repository(m_session.database());
    settle(repository.ofPerson(survivor), repository.ofPerson(merged), choice);
    for (const Member &member : repository.ofPerson(merged))
        work.update("members", member.id.value(), member.revision, {{"person_id", survivor.value()}});
    work.commit();
}

void MembershipMerge::settle(
    const std::vector<Member> &own, const std::vector<Member> &coming, const std::optional<MembershipChoice> &choice)
{
    std::vector<Member> waiting = together(own, coming);
    const std::vector<Member> open = openOf(waiting);
    const bool isChoiceNeeded = open.size() > 1;
    const bool isChosen = choice && std::ranges::find(open, choice->kept, &Member::id) != open.end();
    if (isChoiceNeeded && !isChosen)
        throw Error(Error::Kind::Validation, tr("两边都有未结束的会籍，同一家只能有一个"), {}, tr("请选择保留哪一个会籍"));

    // The kept one gives way to nobody, then the survivor's own, then what comes.
    if (isChoiceNeeded)
        std::ranges::stable_partition(waiting, [&](const Member &member) { return member.id == choice->kept; });
    std::vector<Member> standing;
    for (const Member &member : waiting) {
        const auto other
            = std::ranges::find_if(standing, [&](const Member &each) { return spanOf(each).overlaps(spanOf(member)); });
        if (other == standing.end()) {
            standing.push_back(member);
            continue;
        }
        const bool isSecond = isChoiceNeeded && !member.details.leftOn.isValid();
        const QString summary = summaryOf(member);
        const MemberId at = other->id;
        if (shorten(*other, member, isSecond ? choice->second : SecondMembership::Close))
            standing.push_back(*MemberRepository(m_session.database()).find(member.id));
        note(at, summary);
    }
}

/// @return whether the other one goes on as history
bool MembershipMerge::shorten(const Member &standing, const Member &other, SecondMembership what)
{
    MemberService service(m_session);
    const QDate start = standing.details.joinedOn;
    const bool beganEarlier = start.isValid() && other.details.joinedOn.isValid() && other.details.joinedOn < start;
    if (what == SecondMembership::Remove || !beganEarlier) {
        session::Work work(m_session, session::Operation::MemberEdit);
        const QStringList gaveWay
            = office::CustomValueService::moveOf(work, office::CustomOwner::Member, other.id.value(), standing.id.value());
        work.commit();
        service.remove(other.id, other.revision);
        if (!gaveWay.isEmpty())
            note(standing.id, tr("合并前另一条记载：%1").arg(gaveWay.join(u'，')));
        return false;
    }
    MemberDetails details = other.details;
    details.leftOn = start;
    details.leftReason = tr("由会员编号%1接续（合并登记）").arg(standing.details.code);
    if (details.suspendedOn.isValid() && details.suspendedOn >= start)
        details.suspendedOn = {};
    service.update(other.id, other.revision, details);
    return true;
}

void MembershipMerge::note(MemberId at, const QString &text)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberRepository repository(m_session.database());
    const Member member = repository.find(at).value();
    MemberDetails details = member.details;
    details.notes = details.notes.isEmpty() ? text : details.notes + u'\n' + text;
    repository.update(work, member, member.revision, details);
    work.commit();
}

} // namespace mishutai::members
