#include "document/chart_scale.h"

#include "base/rounding.h"

#include <algorithm>

namespace mishutai::document {

namespace {

constexpr qint64 kIntervals = 5;

qint64 floorTo(qint64 value, qint64 step)
{
    const qint64 rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

} // namespace

ChartScale ChartScale::spanning(qint64 lowest, qint64 highest)
{
    const qint64 low = std::min<qint64>(lowest, 0);
    const qint64 high = std::max<qint64>(highest, 0);
    const qint64 least = std::max<qint64>((high - low + kIntervals - 1) / kIntervals, 1);
    qint64 power = 1;
    while (power * 10 <= least)
        power *= 10;
    qint64 step = power * 10;
    for (const qint64 factor : {1, 2, 5})
        if (power * factor >= least) {
            step = power * factor;
            break;
        }
    ChartScale scale;
    scale.step = step;
    scale.low = floorTo(low, step);
    scale.high = -floorTo(-high, step);
    if (scale.high == scale.low)
        scale.high += step;
    return scale;
}

std::vector<qint64> ChartScale::ticks() const
{
    std::vector<qint64> ticks;
    for (qint64 tick = low; tick <= high; tick += step)
        ticks.push_back(tick);
    return ticks;
}

int ChartScale::position(qint64 value, int length) const
{
    return static_cast<int>(roundHalfUp(Wide(value - low) * length, Wide(high - low)));
}

} // namespace mishutai::document
