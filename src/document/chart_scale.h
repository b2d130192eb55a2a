#pragma once

#include <QtGlobal>

#include <vector>

namespace mishutai::document {

/// The value axis of a chart, in whole units of the chart's decimals: from low to high in steps of 1, 2 or 5 × 10ⁿ, with zero
/// on it and four to seven ticks.
struct ChartScale {
    qint64 low = 0;
    qint64 high = 1;
    qint64 step = 1;

    /// Scale for values between lowest and highest (either may be first choice of zero). |values| ≤ 10¹⁷
    static ChartScale spanning(qint64 lowest, qint64 highest);
    std::vector<qint64> ticks() const;
    /// Distance of a value from low on an axis of a length, exact to half a unit.
    int position(qint64 value, int length) const;
};

} // namespace mishutai::document
