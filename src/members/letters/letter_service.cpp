#include "members/letters/letter_service.h"

#include "members/letters/letter_repository.h"
#include "members/member_service.h"
#include "parties/field_rules.h"
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

} // namespace

void LetterService::record(
    const std::vector<MemberId> &members, const QString &templateName, const QString &title, LetterFile file)
{
    session::Work work(m_session, session::Operation::LetterMake);
    const LetterRepository repository(m_session.database());
    const MemberService service(m_session);
    LetterDetails details{MemberId(0), templateName, title, file, m_session.clock().now(), m_session.user().name};
    parties::throwIfAny(validate(details), tr("函件没有记下来"));
    for (const MemberId member : members) {
        details.member = service.get(member).id;
        repository.insert(work, details);
    }
    if (members.size() == 1)
        work.setSubject("members", members.front().value());
    work.commit();
}

bool LetterService::put(const LetterDetails &details)
{
    session::Work work(m_session, session::Operation::LetterMake);
    parties::throwIfAny(validate(details), tr("函件记录有填写不对的地方"));
    const LetterRepository repository(m_session.database());
    const std::vector<Letter> known = repository.ofMember(details.member);
    const bool isNew = std::ranges::none_of(known, [&](const Letter &letter) { return letter.details == details; });
    if (isNew)
        repository.insert(work, details);
    work.commit();
    return isNew;
}

std::vector<Letter> LetterService::ofMember(MemberId member) const
{
    m_session.require(session::Operation::MemberRead);
    return LetterRepository(m_session.database()).ofMember(member);
}

} // namespace mishutai::members
