#pragma once

#include "members/membership_merge.h"
#include "parties/merge/merge_field.h"

#include <optional>
#include <vector>

namespace mishutai::desk {

/// Two records of one unit or person and what the sheet asks about them. The left one, the survivor, goes on.
struct MergePlan {
    std::vector<parties::MergeField> fields; ///< in which both say something else
    std::vector<members::Member> openMemberships; ///< two: the request must choose
    bool hasTwoCodes = false; ///< both units have a valid credit code, not the same: likely two units
};

template <class IdType> struct MergeRequest {
    IdType survivor;
    int survivorRevision;
    IdType merged;
    int mergedRevision;
    QSet<QString> taken; ///< keys of fields that come from the merged one
    std::optional<members::MembershipChoice> membership;
};
using UnitMergeRequest = MergeRequest<UnitId>;
using PersonMergeRequest = MergeRequest<PersonId>;

/// @throws Error NotFound, Conflict (merged already), Forbidden
MergePlan planUnitMerge(session::Session &session, UnitId survivor, UnitId merged);
MergePlan planPersonMerge(session::Session &session, PersonId survivor, PersonId merged);

/// Contacts, roles, qualifications, figures, other names, tags, memberships and evidence of both are afterwards those of the
/// survivor. All other records keep what they refer to and are read as the survivor's; posted vouchers do not change. One batch:
/// one undo takes it back. @throws Error Validation (also: two open memberships and no choice), Conflict, NotFound, Forbidden
void mergeUnits(session::Session &session, const UnitMergeRequest &request);
void mergePeople(session::Session &session, const PersonMergeRequest &request);

} // namespace mishutai::desk
