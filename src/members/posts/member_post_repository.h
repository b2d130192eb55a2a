#pragma once

#include "members/posts/member_post.h"

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

/// Rows of member_posts.
class MemberPostRepository
{
public:
    explicit MemberPostRepository(const db::Database &database) : m_database(database) { }

    std::optional<MemberPost> find(MemberPostId id) const;
    /// The post with this person, term, post, title and first day.
    std::optional<MemberPost> findByKey(const MemberPostDetails &key) const;
    /// The earliest first.
    std::vector<MemberPost> ofPerson(PersonId person) const;
    /// Of those who stand for the unit, the earliest first.
    std::vector<MemberPost> ofUnit(UnitId unit) const;
    /// Held on the day, highest post first.
    std::vector<MemberPost> heldOn(QDate day) const;
    /// All, by first day, post and the person's code.
    std::vector<MemberPost> all() const;
    bool isEmpty() const;

    MemberPostId insert(session::Work &work, const MemberPostDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const MemberPost &stored, int revision, const MemberPostDetails &details) const;
    void remove(session::Work &work, MemberPostId id, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::members
