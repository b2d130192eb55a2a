#pragma once

#include "base/money.h"

#include <QStringView>

#include <optional>

namespace mishutai::ui {

/// What an amount field takes: an amount ("1,234.50", "12.5万") or arithmetic over amounts and numbers with + − * / and brackets,
/// a leading = allowed ("1200*3", "=（800+150）/2"). Exact integer fractions throughout.
struct Sum {
    enum class Fault { None, NotAnAmount, PartOfAFen, TooLarge };
    std::optional<Money> money;
    Fault fault = Fault::None;
    bool isArithmetic = false;
};
Sum evaluateYuan(QStringView text);

} // namespace mishutai::ui
