#pragma once

#include "activities/attendees/attendee.h"

#include <optional>

namespace mishutai::db {
class Database;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::activities {

/// Rows of activity_attendees.
class AttendeeRepository
{
public:
    explicit AttendeeRepository(const db::Database &database) : m_database(database) { }

    std::optional<Attendee> find(qint64 id) const;
    std::optional<Attendee> findByLine(ActivityId activity, int lineNumber) const;
    /// By event code and line.
    std::vector<Attendee> all() const;
    std::vector<Attendee> ofActivity(ActivityId activity) const;
    /// The highest line in use, 0 when there is none.
    int lastLine(ActivityId activity) const;

    qint64 insert(session::Work &work, ActivityId activity, const AttendeeDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Attendee &stored, int revision, const AttendeeDetails &details) const;
    void remove(session::Work &work, qint64 id, int revision) const;
    void removeAll(session::Work &work, ActivityId activity) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::activities
