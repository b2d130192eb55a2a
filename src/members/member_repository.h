#pragma once

#include "members/member.h"
#include "office/sheets/record_sheet.h"

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
class Statement;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::members {

/// Whose membership it is: one of the two.
struct MemberParty {
    std::optional<UnitId> unit;
    std::optional<PersonId> person;
};

/// Rows of members, member_levels and member_suspensions.
class MemberRepository
{
public:
    explicit MemberRepository(const db::Database &database) : m_database(database) { }

    std::optional<Member> find(MemberId id) const;
    std::optional<MemberId> idByCode(const QString &code) const;
    /// The membership of a unit that has not ended.
    std::optional<MemberId> currentOf(UnitId unit) const;
    /// All memberships of a unit, the earliest first.
    std::vector<Member> ofUnit(UnitId unit) const;
    std::optional<MemberId> currentOf(PersonId person) const;
    std::vector<Member> ofPerson(PersonId person) const;
    /// All, by code.
    std::vector<Member> all() const;
    bool isEmpty() const;
    /// The earliest first.
    std::vector<LevelChange> levels(MemberId id) const;
    /// Those that have ended, the earliest first.
    std::vector<Suspension> suspensions(MemberId id) const;

    MemberId insert(session::Work &work, const MemberParty &party, const MemberDetails &details) const;
    /// All fields but the level. @return whether anything differed
    bool update(session::Work &work, const Member &stored, int revision, const MemberDetails &details) const;
    /// With its levels, suspensions and steps.
    void remove(session::Work &work, MemberId id, int revision) const;

    /// Its id and revision do not matter.
    void insertLevel(session::Work &work, MemberId id, const LevelChange &level) const;
    void removeLevel(session::Work &work, const LevelChange &level) const;
    /// @return whether anything differed
    bool updateLevel(session::Work &work, const LevelChange &stored, const LevelChange &wanted) const;
    /// Adds the suspension, or changes the one of that first day.
    office::RowOutcome putSuspension(session::Work &work, MemberId id, const Suspension &suspension) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::members
