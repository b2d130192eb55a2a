#pragma once

#include "members/membership_merge.h"
#include "parties/merge/merge_field.h"

#include <optional>
#include <vector>

namespace mishutai::desk {

/// Two records of one unit and what the sheet asks about them. The left one goes on.
struct UnitMergePlan {
    std::vector<parties::MergeField> fields; ///< in which both say something else
    std::vector<members::Member> openMemberships; ///< two: the request must choose
};

struct UnitMergeRequest {
    UnitId survivor;
    int survivorRevision;
    UnitId merged;
    int mergedRevision;
    QSet<QString> taken; ///< keys of fields that come from the merged unit
    std::optional<members::MembershipChoice> membership;
};

/// @throws Error NotFound, Conflict (merged already), Forbidden
UnitMergePlan planUnitMerge(session::Session &session, UnitId survivor, UnitId merged);
/// Contacts, roles, qualifications, figures, other names, tags and memberships of both are afterwards those of the survivor. All
/// other records keep what they refer to and are read as the survivor's; posted vouchers do not change. One batch: one undo takes
/// it back.
/// @throws Error Validation (also: two open memberships and no choice), Conflict, NotFound, Forbidden
void mergeUnits(session::Session &session, const UnitMergeRequest &request);

} // namespace mishutai::desk
