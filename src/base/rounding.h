#pragma once

#include <QtGlobal>

namespace mishutai {

/// Room for the product of two 64-bit values.
__extension__ typedef __int128 Wide;

/// numerator ÷ denominator as a whole number, halves away from zero (四舍五入): 2.5 → 3, −2.5 → −3. This is the one
/// rounding rule of the program; whatever rounds a value calls it. denominator ≠ 0.
Wide roundHalfUp(Wide numerator, Wide denominator);

/// The value as 64 bits. @throws Error (Validation) when it does not fit
qint64 narrowed(Wide value);

} // namespace mishutai
