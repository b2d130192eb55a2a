#include "desk/merge.h"

#include "base/chinese/credit_code.h"
#include "evidence/links/evidence_service.h"
#include "members/member_service.h"
#include "parties/merge/person_merge.h"
#include "parties/merge/unit_merge.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "session/work.h"

#include <algorithm>

namespace mishutai::desk {

namespace {

void moveEvidence(session::Session &session, const QString &type, qint64 from, qint64 to)
{
    evidence::EvidenceService service(session);
    for (const evidence::EvidenceItem &item : service.ofRecord({type, from}))
        service.moveTo(item.link, {type, to});
}

/// The order matters: memberships first, since neither record may show two open ones once they are one.
template <class IdType, class Merge>
void mergeAll(session::Session &session, const QString &type, const MergeRequest<IdType> &request, Merge &&merge)
{
    session::Work work(session, session::Operation::PartyMerge);
    work.setSubject(type, request.survivor.value());
    members::MembershipMerge memberships(session);
    const std::vector<members::Member> open = memberships.open(request.survivor, request.merged);
    if (open.size() > 1 && request.membership && request.membership->second == members::SecondMembership::Remove) {
        for (const members::Member &member : open) {
            if (member.id != request.membership->kept)
                moveEvidence(session, "members", member.id.value(), request.membership->kept.value());
        }
    }
    memberships.move(request.survivor, request.merged, request.membership);
    merge.merge(request.survivor, request.survivorRevision, request.merged, request.mergedRevision, request.taken);
    moveEvidence(session, type, request.merged.value(), request.survivor.value());
    work.commit();
}

} // namespace

MergePlan planUnitMerge(session::Session &session, UnitId survivor, UnitId merged)
{
    const parties::UnitService units(session);
    const QString left = units.get(survivor).details.creditCode;
    const QString right = units.get(merged).details.creditCode;
    return {parties::UnitMerge(session).differences(survivor, merged), members::MembershipMerge(session).open(survivor, merged),
        left != right && isCreditCode(left) && isCreditCode(right)};
}

MergePlan planPersonMerge(session::Session &session, PersonId survivor, PersonId merged)
{
    return {parties::PersonMerge(session).differences(survivor, merged), members::MembershipMerge(session).open(survivor, merged),
        false};
}

void mergeUnits(session::Session &session, const UnitMergeRequest &request)
{
    mergeAll(session, "units", request, parties::UnitMerge(session));
}

void mergePeople(session::Session &session, const PersonMergeRequest &request)
{
    mergeAll(session, "people", request, parties::PersonMerge(session));
}

} // namespace mishutai::desk
