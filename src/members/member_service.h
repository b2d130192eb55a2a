#pragma once

#include "members/member.h"
#include "office/sheets/record_sheet.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
class Work;
} // namespace mishutai::session

namespace mishutai::members {

struct MemberParty;

/// How and when a membership ends.
struct Leaving {
    QDate leftOn; ///< first day no longer a member, not after today
    QString reason;
    LeaveKind kind = LeaveKind::Resigned;
    QString document{}; ///< number of the decision
};

/// Use cases of membership.
class MemberService
{
public:
    explicit MemberService(session::Session &session) : m_session(session) { }

    /// Registers the unit (or the person of a 个人会员) and the contact where they are new, and the membership: one batch, one
    /// undo.
    /// @throws Error Validation (fields of the unit are named "unit.name" …, of a person "person.name" …, of the contact
    ///         "contact.phone" …), Conflict (a member already, a code is taken), Forbidden, Storage
    MemberId enroll(const Enrolment &enrolment);
    /// A changed level corrects the latest one; changeLevel() begins a new one. @return whether anything differed
    /// @throws Error Validation, Conflict (stale, code taken), NotFound
    bool update(MemberId id, int revision, const MemberDetails &details);
    /// 暂停会员资格 from a day on. @throws Error Validation, Conflict (stale, or left already)
    void suspend(MemberId id, int revision, QDate fromOn, const QString &reason, const QString &document = {});
    /// Ends the suspension; its days stay known. @param on first day not suspended any more, today when invalid; the suspension's
    /// own first day takes it back as entered by mistake. @throws Error Validation, Conflict (stale, left, or not suspended)
    void resume(MemberId id, int revision, QDate on = {});
    /// Adds a suspension that has ended, or changes the one of that first day. @throws Error Validation (days, overlap)
    office::RowOutcome putSuspension(MemberId id, const Suspension &suspension);
    void leave(MemberId id, int revision, const Leaving &leaving);
    void leave(MemberId id, int revision, QDate leftOn, const QString &reason) { leave(id, revision, Leaving{leftOn, reason}); }
    /// Adds the level from a day on, or corrects the one that begins that day. @return whether anything differed
    bool changeLevel(MemberId id, MemberLevel level, QDate fromOn, const QString &note, const QString &document = {});
    /// A level entered by mistake; the one before it holds on. @throws Error Conflict for the first one or when stale, NotFound
    void removeLevel(MemberId id, QDate fromOn);
    /// For what was entered by mistake. @throws Error Conflict (stale, or dues refer to it), NotFound
    void remove(MemberId id, int revision);

    /// @throws Error NotFound, Forbidden
    Member get(MemberId id) const;
    std::optional<Member> findByCode(const QString &code) const;
    /// The membership that has not ended.
    std::optional<Member> findCurrent(UnitId unit) const;
    std::optional<Member> findCurrent(PersonId person) const;
    std::vector<LevelChange> levels(MemberId id) const;
    std::vector<Suspension> suspensions(MemberId id) const; ///< those that have ended

private:
    void change(session::Work &work, const Member &member, int revision, const MemberDetails &details);
    void check(const MemberDetails &details, const MemberParty &party, std::optional<MemberId> self) const;

    session::Session &m_session;
};

} // namespace mishutai::members
