#pragma once

#include "activities/outcomes/outcome.h"

#include <optional>

namespace mishutai::db {
class Database;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::activities {

/// Rows of activity_outcomes.
class OutcomeRepository
{
public:
    explicit OutcomeRepository(const db::Database &database) : m_database(database) { }

    std::optional<Outcome> find(qint64 id) const;
    std::optional<Outcome> findByLine(ActivityId activity, int lineNumber) const;
    /// By event code and line.
    std::vector<Outcome> all() const;
    std::vector<Outcome> ofActivity(ActivityId activity) const;
    /// The highest line in use, 0 when there is none.
    int lastLine(ActivityId activity) const;

    qint64 insert(session::Work &work, ActivityId activity, const OutcomeDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Outcome &stored, int revision, const OutcomeDetails &details) const;
    void remove(session::Work &work, qint64 id, int revision) const;
    void removeAll(session::Work &work, ActivityId activity) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::activities
