#pragma once

#include "activities/events/activity.h"

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::activities {

/// Rows of activities.
class ActivityRepository
{
public:
    explicit ActivityRepository(const db::Database &database) : m_database(database) { }

    std::optional<Activity> find(ActivityId id) const;
    std::optional<ActivityId> idByCode(const QString &code) const;
    /// Of exactly this name, on this first day or on any when it is invalid; oldest first.
    std::vector<ActivityId> idsByName(const QString &name, QDate startsOn = {}) const;
    /// All, by code.
    std::vector<Activity> all() const;

    ActivityId insert(session::Work &work, const ActivityDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Activity &stored, int revision, const ActivityDetails &details) const;
    void remove(session::Work &work, ActivityId id, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::activities
