#pragma once

#include "base/quantity.h"

namespace mishutai {

/// A wording chosen at a figure, as templates write it: "余:10", "超过:100", "约:5". Without a step it is 10.
struct CountWording {
    Wording wording = Wording::None;
    qint64 step = 10; ///< ≥ 1
    static std::optional<CountWording> parse(QStringView text);
};

/// An exact count in rounded words: 23 with 余:10 → "20余". Words of a lower bound round down to the step, those of an
/// upper bound up, 约 and 左右 half up. Nothing, and the caller then prints the exact count, when the words would be untrue
/// (余 or 超过 at the very step, 近 at it or farther than half a step from it), would say "0", or would make an exact
/// step inexact (约).
std::optional<Quantity> wordCount(qint64 exact, CountWording rule, QString unit = {});

} // namespace mishutai
