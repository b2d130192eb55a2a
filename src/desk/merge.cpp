#include "desk/merge.h"

#include "parties/merge/unit_merge.h"
#include "session/session.h"
#include "session/work.h"

namespace mishutai::desk {

UnitMergePlan planUnitMerge(session::Session &session, UnitId survivor, UnitId merged)
{
    return {parties::UnitMerge(session).differences(survivor, merged), members::MembershipMerge(session).open(survivor, merged)};
}

void mergeUnits(session::Session &session, const UnitMergeRequest &request)
{
    session::Work work(session, session::Operation::PartyMerge);
    work.setSubject("units", request.survivor.value());
    // Memberships first: neither unit may show two open ones once they are one.
    members::MembershipMerge(session).move(request.survivor, request.merged, request.membership);
    parties::UnitMerge(session).merge(
        request.survivor, request.survivorRevision, request.merged, request.mergedRevision, request.taken);
    work.commit();
}

} // namespace mishutai::desk
