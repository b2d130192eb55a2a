#pragma once

#include "members/admission/member_step.h"

#include <optional>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {
class Work;
}

namespace mishutai::members {

/// Rows of member_steps.
class MemberStepRepository
{
public:
    explicit MemberStepRepository(const db::Database &database) : m_database(database) { }

    /// By day. Nothing: of every member, by member's code.
    std::vector<MemberStep> steps(std::optional<MemberId> member = std::nullopt) const;
    std::optional<MemberStep> find(const MemberStepDetails &key) const;
    void insert(session::Work &work, const MemberStepDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const MemberStep &stored, const MemberStepDetails &details) const;
    void remove(session::Work &work, const MemberStep &step) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::members
