#pragma once

#include "members/member.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// What becomes of the second open membership when two units turn out to be one.
enum class SecondMembership {
    Close, ///< ends on the day of the merge and stays as history
    Remove ///< was a second entry of the same membership: it counts on no day
};

struct MembershipChoice {
    MemberId kept;
    SecondMembership second = SecondMembership::Remove;
};

/// The part of the members in merging two units (desk/merge.h).
class MembershipMerge
{
public:
    explicit MembershipMerge(session::Session &session) : m_session(session) { }

    /// The open memberships of both units; two of them need a choice. @throws Error Forbidden
    std::vector<Member> open(UnitId survivor, UnitId merged) const;
    /// All memberships of the merged unit become the survivor's. The one not kept is closed or removed by the choice; what it
    /// says is noted at the other. @throws Error Validation (two are open and none was chosen), Conflict, Forbidden
    void move(UnitId survivor, UnitId merged, const std::optional<MembershipChoice> &choice);

private:
    void settle(const Member &kept, const Member &second, SecondMembership what);

    session::Session &m_session;
};

} // namespace mishutai::members
