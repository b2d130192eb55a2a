#pragma once

#include <QDate>

namespace mishutai::parties {

/// Half-open span of days [fromOn, toOn); an invalid end is open.
struct DatedSpan {
    QDate fromOn;
    QDate toOn;

    bool overlaps(const DatedSpan &other) const
    {
        const bool startsBeforeItsEnd = !toOn.isValid() || !other.fromOn.isValid() || other.fromOn < toOn;
        const bool itStartsBeforeEnd = !other.toOn.isValid() || !fromOn.isValid() || fromOn < other.toOn;
        return startsBeforeItsEnd && itStartsBeforeEnd;
    }
    bool contains(QDate day) const { return (!fromOn.isValid() || fromOn <= day) && (!toOn.isValid() || day < toOn); }
};

} // namespace mishutai::parties
