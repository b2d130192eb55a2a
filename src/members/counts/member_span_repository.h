#pragma once

#include <QStringList>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::members {

/// Rows of member_spans. They have no history: what they are made from has it.
class MemberSpanRepository
{
public:
    explicit MemberSpanRepository(const db::Database &database) : m_database(database) { }

    /// Codes of members whose rows are not those that v_member_level_spans makes, sorted.
    QStringList differing() const;
    /// @param work the open use case
    void makeAnew(session::Work &work) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::members
