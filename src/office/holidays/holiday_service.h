#pragma once

#include "office/holidays/holiday.h"
#include "office/holidays/work_calendar.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

/// The days that differ from the plain week, as the State Council announces them each year.
/// @throws Error (Validation with fields | Conflict | NotFound | Forbidden | Storage)
class HolidayService
{
public:
    explicit HolidayService(session::Session &session) : m_session(session) { }

    /// By day. Needs OfficeRead.
    std::vector<Holiday> list() const;
    WorkCalendar calendar() const;

    enum class Outcome { Added, Changed, Same };
    /// What the day is from now on, whatever it was.
    Outcome set(const HolidayDetails &details);
    void remove(HolidayId holiday, int revision);

private:
    session::Session &m_session;
};

} // namespace mishutai::office
