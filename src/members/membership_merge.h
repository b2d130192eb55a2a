#pragma once

#include "members/member.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// What becomes of the second open membership when two units, or two people, turn out to be one.
enum class SecondMembership {
    Close, ///< where it began earlier, it ends on the day on which the kept one began and stays as history; else as Remove
    Remove ///< was a second entry of the same membership: it counts on no day
};

struct MembershipChoice {
    MemberId kept;
    SecondMembership second = SecondMembership::Remove;
};

/// The part of the members in merging two units or two people (desk/merge.h).
class MembershipMerge
{
public:
    explicit MembershipMerge(session::Session &session) : m_session(session) { }

    /// The open memberships of both; two of them need a choice. @throws Error Forbidden
    std::vector<Member> open(UnitId survivor, UnitId merged) const;
    std::vector<Member> open(PersonId survivor, PersonId merged) const;
    /// All memberships of the merged one become the survivor's. Nobody has two on one day: the open one not kept is closed or
    /// removed by the choice, an ended one that overlaps as by Close; what it said is noted at the one that stands.
    /// @throws Error Validation (two are open and none was chosen), Conflict (other records refer to one to be removed),
    /// Forbidden
    void move(UnitId survivor, UnitId merged, const std::optional<MembershipChoice> &choice);
    void move(PersonId survivor, PersonId merged, const std::optional<MembershipChoice> &choice);

private:
    /// @param own memberships of the survivor @param coming of the merged one
    void settle(const std::vector<Member> &own, const std::vector<Member> &coming, const std::optional<MembershipChoice> &choice);
    bool shorten(const Member &standing, const Member &other, SecondMembership what);
    void note(MemberId at, const QString &text);

    session::Session &m_session;
};

} // namespace mishutai::members
