#include "members/certificates/certificate_service.h"

#include "members/certificates/certificate_repository.h"
#include "members/member_repository.h"
#include "members/member_service.h"
#include "office/number_sequence_repository.h"
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

/// A number that an import brought is passed over.
QString nextNumber(session::Work &work, int year)
{
    const CertificateRepository repository(work.database());
    QString number;
    do
        number = QStringLiteral("%1-%2").arg(year).arg(office::nextCode(work, "certificate", year), 4, 10, QLatin1Char('0'));
    while (repository.isTaken(number));
    return number;
}

} // namespace

std::vector<Member> CertificateService::certified(const std::vector<MemberId> &ids, int year)
{
    const MemberService service(m_session);
    std::vector<Member> members;
    for (const MemberId id : ids) {
        members.push_back(service.get(id));
        const MemberStatus status = statusOf(members.back().details);
        if (status != MemberStatus::Active)
            throw Error(Error::Kind::Validation, tr("证书没有做成"),
                tr("%1现在是「%2」").arg(members.back().details.code, memberStatuses().label(status)), tr("请只勾选在会的会员"));
    }
    if (std::ranges::none_of(members, [](const Member &member) { return member.details.certificateNo.isEmpty(); }))
        return members;
    session::Work work(m_session, session::Operation::MemberCertify);
    const MemberRepository repository(m_session.database());
    for (Member &member : members) {
        if (!member.details.certificateNo.isEmpty())
            continue;
        member.details.certificateNo = nextNumber(work, year);
        repository.update(work, member, member.revision, member.details);
    }
    if (members.size() == 1)
        work.setSubject("members", members.front().id.value());
    work.commit();
    return members;
}

} // namespace mishutai::members
