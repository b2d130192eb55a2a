#pragma once

#include "members/letters/letter.h"

#include <vector>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {
class Work;
}

namespace mishutai::members {

/// Rows of letters; they are added and never changed.
class LetterRepository
{
public:
    explicit LetterRepository(const db::Database &database) : m_database(database) { }

    /// The latest first.
    std::vector<Letter> ofMember(MemberId member) const;
    /// By instant, template and the member's code, each with that code.
    std::vector<std::pair<QString, Letter>> allWithCodes() const;
    void insert(session::Work &work, const LetterDetails &details) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::members
