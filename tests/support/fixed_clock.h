#pragma once

#include "base/clock.h"

#include <mutex>

namespace mishutai {

/// A clock that stands still until a test moves it. Thread-safe.
class FixedClock : public Clock
{
public:
    explicit FixedClock(QDateTime now = QDateTime(QDate(2021, 12, 31), QTime(4, 0), Qt::UTC)) : m_now(now.toUTC()) { }
    /// Noon of the day in local time, so that today() is that day in every time zone.
    explicit FixedClock(QDate today) : FixedClock(QDateTime(today, QTime(12, 0))) { }

    QDateTime now() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_now;
    }
    void set(const QDateTime &now)
    {
        const std::lock_guard lock(m_mutex);
        m_now = now.toUTC();
    }
    void advanceSeconds(qint64 seconds)
    {
        const std::lock_guard lock(m_mutex);
        m_now = m_now.addSecs(seconds);
    }

private:
    mutable std::mutex m_mutex;
    QDateTime m_now;
};

} // namespace mishutai
