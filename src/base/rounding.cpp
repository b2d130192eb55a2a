#include "base/rounding.h"

#include "base/error.h"

#include <QCoreApplication>

#include <limits>

namespace mishutai {

Wide roundHalfUp(Wide numerator, Wide denominator)
{
    Q_ASSERT(denominator != 0);
    const bool negative = (numerator < 0) != (denominator < 0);
    const Wide n = numerator < 0 ? -numerator : numerator;
    const Wide d = denominator < 0 ? -denominator : denominator;
    const Wide whole = n / d;
    const Wide rest = n % d;
    const Wide rounded = rest >= d - rest ? whole + 1 : whole;
    return negative ? -rounded : rounded;
}

qint64 narrowed(Wide value)
{
    if (value > std::numeric_limits<qint64>::max() || value < std::numeric_limits<qint64>::min())
        throw Error(Error::Kind::Validation, QCoreApplication::translate("Base", "数值超出可以保存的范围"),
            QCoreApplication::translate("Base", "整数部分最多十二位"),
            QCoreApplication::translate("Base", "请检查是否多输了几位，或改用更大的单位"));
    return static_cast<qint64>(value);
}

} // namespace mishutai
