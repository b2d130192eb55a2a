#pragma once

#include "office/terms/term.h"

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::office {

/// Rows of terms.
class TermRepository
{
public:
    explicit TermRepository(const db::Database &database) : m_database(database) { }

    /// By number.
    std::vector<Term> all() const;
    TermId insert(session::Work &work, const TermDetails &details) const;
    int update(session::Work &work, TermId term, int revision, const TermDetails &details) const;
    void remove(session::Work &work, TermId term, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::office
