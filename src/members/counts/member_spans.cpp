#include "members/counts/member_spans.h"

#include "members/counts/member_span_repository.h"
#include "session/session.h"
#include "session/work.h"

namespace mishutai::members {

QStringList MemberSpans::differing(const session::Session &session)
{
    return MemberSpanRepository(session.database()).differing();
}

int MemberSpans::rebuild()
{
    session::Work work(m_session, session::Operation::MemberEdit);
    work.setReason(QStringLiteral("member_spans"));
    const MemberSpanRepository repository(m_session.database());
    const int wrong = static_cast<int>(repository.differing().size());
    if (wrong > 0)
        repository.makeAnew(work);
    work.commit();
    return wrong;
}

} // namespace mishutai::members
