#pragma once

#include <QDate>
#include <QDateTime>

namespace mishutai {

/// Time as the program sees it; tests hold it still. Thread-safe: implementations keep no mutable state unguarded.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; ///< UTC
    QDate today() const { return now().toLocalTime().date(); }
};

class SystemClock : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace mishutai
