#pragma once

#include "base/money.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace mishutai {

/// 人民币大写 without the words 人民币, by 会计基础工作规范 art. 52: 整 after 元 and after 角, none after 分; zeros inside are
/// one 零; where the 零 is left to choice (万 or 元 place 0, next place not) none is written. Zero is 零元整; 负 stands before
/// a negative amount. |fen| ≤ Money::kMaxFen.
QString capitalsOfFen(qint64 fen);

/// Reads capitals back. Also takes 人民币 in front, 圆 for 元, 正 for 整 and the optional 零. Nothing for any text that does
/// not follow the rule.
std::optional<Money> parseCapitals(QStringView text);

} // namespace mishutai
