#pragma once

#include "office/holidays/holiday.h"

#include <optional>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::office {

/// Rows of holidays.
class HolidayRepository
{
public:
    explicit HolidayRepository(const db::Database &database) : m_database(database) { }

    /// By day.
    std::vector<Holiday> all() const;
    std::optional<Holiday> findByDay(QDate day) const;
    HolidayId insert(session::Work &work, const HolidayDetails &details) const;
    int update(session::Work &work, HolidayId holiday, int revision, const HolidayDetails &details) const;
    void remove(session::Work &work, HolidayId holiday, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::office
