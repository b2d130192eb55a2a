#pragma once

#include "activities/events/activity.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::activities {

/// Use cases of events and meetings.
class ActivityService
{
public:
    explicit ActivityService(session::Session &session) : m_session(session) { }

    /// @throws Error Validation, Conflict (code taken), Forbidden, Storage
    ActivityId create(const ActivityDetails &details);
    /// @return whether anything differed. @throws as create(); also NotFound, Conflict when stale
    bool update(ActivityId id, int revision, const ActivityDetails &details);
    /// With its partners, attendees and outcomes. @throws Error Conflict (stale, or a case refers to it), NotFound
    void remove(ActivityId id, int revision);

    /// @throws Error NotFound, Forbidden
    Activity get(ActivityId id) const;
    std::optional<Activity> findByCode(const QString &code) const;
    /// The one of this name that begins on this day; the oldest of several.
    std::optional<Activity> findByDateAndName(QDate startsOn, const QString &name) const;
    /// The event that a cell of a sheet means: by code, then by name. Nothing when there is none.
    /// @throws Error Validation when several bear the name
    std::optional<ActivityId> resolve(const QString &reference) const;

private:
    void checkCode(const ActivityDetails &details, std::optional<ActivityId> self) const;

    session::Session &m_session;
};

} // namespace mishutai::activities
