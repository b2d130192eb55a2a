#include "members/membership_merge.h"

#include "members/member_repository.h"
#include "members/member_service.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

QString summaryOf(const Member &member)
{
    const MemberDetails &d = member.details;
    QStringList parts{tr("会员编号%1").arg(d.code), memberLevels().label(d.level)};
    if (d.joinedOn.isValid())
        parts.append(tr("%1入会").arg(d.joinedOn.toString(Qt::ISODate)));
    if (!d.certificateNo.isEmpty())
        parts.append(tr("证书编号%1").arg(d.certificateNo));
    return tr("合并前另有会籍：%1").arg(parts.join(u'，'));
}

} // namespace

std::vector<Member> MembershipMerge::open(UnitId survivor, UnitId merged) const
{
    m_session.require(session::Operation::MemberRead);
    std::vector<Member> result;
    for (const UnitId unit : {survivor, merged}) {
        for (const Member &member : MemberRepository(m_session.database()).ofUnit(unit)) {
            if (!member.details.leftOn.isValid())
                result.push_back(member);
        }
    }
    return result;
}

void MembershipMerge::move(UnitId survivor, UnitId merged, const std::optional<MembershipChoice> &choice)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const std::vector<Member> both = open(survivor, merged);
    if (both.size() > 1) {
        const bool isFirst = choice && choice->kept == both[0].id;
        if (!isFirst && !(choice && choice->kept == both[1].id))
            throw Error(
                Error::Kind::Validation, tr("两个单位都有未结束的会籍，一个单位只能有一个"), {}, tr("请选择保留哪一个会籍"));
        settle(both[isFirst ? 0 : 1], both[isFirst ? 1 : 0], choice->second);
    }
    for (const Member &member : MemberRepository(m_session.database()).ofUnit(merged))
        work.update("members", member.id.value(), member.revision, {{"unit_id", survivor.value()}});
    work.commit();
}

void MembershipMerge::settle(const Member &kept, const Member &second, SecondMembership what)
{
    MemberService service(m_session);
    const QDate today = m_session.clock().today();
    // Who applies, or joined today, has no day on which to leave.
    const bool canLeave = second.details.joinedOn.isValid() && second.details.joinedOn < today;
    if (what == SecondMembership::Close && canLeave)
        service.leave(second.id, second.revision, today, tr("与会员编号%1为同一单位，合并登记").arg(kept.details.code));
    else
        service.remove(second.id, second.revision);
    MemberDetails details = kept.details;
    details.notes = details.notes.isEmpty() ? summaryOf(second) : details.notes + u'\n' + summaryOf(second);
    service.update(kept.id, kept.revision, details);
}

} // namespace mishutai::members
