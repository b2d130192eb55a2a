#pragma once

#include "members/member.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
class Work;
} // namespace mishutai::session

namespace mishutai::members {

/// Use cases of membership.
class MemberService
{
public:
    explicit MemberService(session::Session &session) : m_session(session) { }

    /// Registers the unit and the contact where they are new, and the membership: one batch, one undo.
    /// @throws Error Validation (fields of the unit are named "unit.name" …, of the contact "contact.phone" …), Conflict (the
    /// unit
    ///         is a member already, a code is taken), Forbidden, Storage
    MemberId enroll(const Enrolment &enrolment);
    /// A changed level corrects the latest one; changeLevel() begins a new one. @return whether anything differed
    /// @throws Error Validation, Conflict (stale, code taken), NotFound
    bool update(MemberId id, int revision, const MemberDetails &details);
    /// 暂停会员资格 from a day on; resume() ends it. @throws Error Validation, Conflict (stale, or left already)
    void suspend(MemberId id, int revision, QDate fromOn, const QString &reason);
    void resume(MemberId id, int revision);
    /// @param leftOn first day no longer a member, not after today
    void leave(MemberId id, int revision, QDate leftOn, const QString &reason);
    /// Adds the level from a day on, or corrects the one that begins that day. @return whether anything differed
    bool changeLevel(MemberId id, MemberLevel level, QDate fromOn, const QString &note);
    /// For what was entered by mistake. @throws Error Conflict (stale, or dues refer to it), NotFound
    void remove(MemberId id, int revision);

    /// @throws Error NotFound, Forbidden
    Member get(MemberId id) const;
    std::optional<Member> findByCode(const QString &code) const;
    /// The membership that has not ended.
    std::optional<Member> findCurrent(UnitId unit) const;
    std::vector<LevelChange> levels(MemberId id) const;

private:
    void change(session::Work &work, const Member &member, int revision, const MemberDetails &details);
    void check(const MemberDetails &details, UnitId unit, std::optional<MemberId> self) const;

    session::Session &m_session;
};

} // namespace mishutai::members
