#pragma once

#include "members/counts/member_counts.h"

namespace mishutai::db {
class Database;
}

namespace mishutai::members {

/// Counts of members, members' spans and their units' titles. Labels stay empty.
class MemberCountRepository
{
public:
    explicit MemberCountRepository(const db::Database &database) : m_database(database) { }

    MemberTotal asOf(QDate day) const;
    std::vector<MemberGroup> asOf(QDate day, CountBy by) const;
    MemberMovement movement(const Period &period) const;
    std::vector<MemberMovement> movement(const Period &period, CountBy by) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::members
