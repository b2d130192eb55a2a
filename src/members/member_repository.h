#pragma once

#include "members/member.h"

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

/// Rows of members and member_levels.
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
    /// All, by code.
    std::vector<Member> all() const;
    /// The earliest first.
    std::vector<LevelChange> levels(MemberId id) const;

    MemberId insert(session::Work &work, UnitId unit, const MemberDetails &details) const;
    /// All fields but the level. @return whether anything differed
    bool update(session::Work &work, const Member &stored, int revision, const MemberDetails &details) const;
    /// With its levels.
    void remove(session::Work &work, MemberId id, int revision) const;

    void insertLevel(session::Work &work, MemberId id, MemberLevel level, QDate fromOn, const QString &note) const;
    /// @return whether anything differed
    bool updateLevel(session::Work &work, const LevelChange &stored, const LevelChange &wanted) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::members
