#pragma once

#include "members/posts/member_post.h"
#include "office/sheets/record_sheet.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// Use cases of the posts in the office's bodies. A person holds a post once at a time.
class MemberPostService
{
public:
    explicit MemberPostService(session::Session &session) : m_session(session) { }

    /// Adds the post, or changes the one of this person, term, post, title and first day.
    /// @throws Error Validation, Conflict (the same post at the same time), Forbidden, Storage
    office::RowOutcome put(const MemberPostDetails &details);
    /// @return whether anything differed. @throws as put(); also NotFound, Conflict when stale
    bool update(MemberPostId id, int revision, const MemberPostDetails &details);
    /// @throws Error Conflict when stale, NotFound
    void remove(MemberPostId id, int revision);

    /// @throws Error Forbidden
    std::vector<MemberPost> ofPerson(PersonId person) const;
    std::vector<MemberPost> ofUnit(UnitId unit) const;
    /// Who holds what on a day: 应到 of a meeting.
    std::vector<MemberPost> heldOn(QDate day) const;

private:
    void check(const MemberPostDetails &details, std::optional<MemberPostId> self) const;

    session::Session &m_session;
};

} // namespace mishutai::members
