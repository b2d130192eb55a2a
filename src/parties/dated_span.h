#pragma once

#include <QDate>

#include <algorithm>

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
    /// From the earlier start to the later end.
    DatedSpan united(const DatedSpan &other) const
    {
        return {fromOn.isValid() && other.fromOn.isValid() ? std::min(fromOn, other.fromOn) : QDate(),
            toOn.isValid() && other.toOn.isValid() ? std::max(toOn, other.toOn) : QDate()};
    }
    bool contains(QDate day) const { return (!fromOn.isValid() || fromOn <= day) && (!toOn.isValid() || day < toOn); }
};

} // namespace mishutai::parties
