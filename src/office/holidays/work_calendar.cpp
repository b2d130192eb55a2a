#include "office/holidays/work_calendar.h"

namespace mishutai::office {

WorkCalendar::WorkCalendar(std::map<QDate, bool> exceptions) : m_exceptions(std::move(exceptions)) { }

bool WorkCalendar::isWorkingDay(QDate day) const
{
    const auto exception = m_exceptions.find(day);
    return exception == m_exceptions.end() ? day.dayOfWeek() <= Qt::Friday : exception->second;
}

QDate WorkCalendar::addWorkingDays(QDate day, int count) const
{
    Q_ASSERT(day.isValid() && count >= -10'000 && count <= 10'000);
    const int step = count < 0 ? -1 : 1;
    while (count != 0) {
        day = day.addDays(step);
        if (isWorkingDay(day))
            count -= step;
    }
    return day;
}

int WorkCalendar::workingDaysBetween(QDate from, QDate to) const
{
    if (to < from)
        return -workingDaysBetween(to, from);
    int count = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
        count += isWorkingDay(day) ? 1 : 0;
    return count;
}

} // namespace mishutai::office
