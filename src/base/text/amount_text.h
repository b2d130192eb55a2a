#pragma once

#include "base/money.h"

#include <QStringView>

#include <optional>

namespace mishutai {

/// An amount as it stands in a cell of a column in 元: all that Money::parseYuan takes, and amounts that name their own unit,
/// 500万元, 1.2亿, 人民币3,000元整, 伍佰万元整. Nothing for 约500万元, another currency, a part of a fen or anything else.
std::optional<Money> parseAmountInYuan(QStringView text);
/// The same for a column in 万元: a bare number is one of 万元, 500万 is 500万元.
std::optional<Money> parseAmountInWan(QStringView text);

} // namespace mishutai
