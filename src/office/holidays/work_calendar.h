#pragma once

#include <QDate>

#include <map>

namespace mishutai::office {

/// Which days are worked: Monday to Friday but for holidays, and the weekend days worked in their place (调休).
class WorkCalendar
{
public:
    WorkCalendar() = default;
    /// @param exceptions day → whether it is worked
    explicit WorkCalendar(std::map<QDate, bool> exceptions);

    bool isWorkingDay(QDate day) const;
    /// The day `count` working days after `day` (before it when negative); 0 gives the day itself. A deadline "within 3 working
    /// days" of a day is addWorkingDays(day, 3). @param count within ±10,000
    QDate addWorkingDays(QDate day, int count) const;
    /// Working days after `from` up to and including `to`; negative when `to` is earlier.
    int workingDaysBetween(QDate from, QDate to) const;

private:
    std::map<QDate, bool> m_exceptions;
};

} // namespace mishutai::office
