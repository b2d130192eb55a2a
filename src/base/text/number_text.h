#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace mishutai {

/// Whole number of 10^-decimals units in a typed number: "1,234.5" with two decimals is 123450. Takes full-width
/// characters, a minus sign and commas that stand in groups of three; blanks only at both ends. Nothing for more
/// decimals than asked, a comma elsewhere, a bare or trailing point, any other character, or more than 64 bits.
std::optional<qint64> parseScaled(QStringView text, int decimals);

/// The opposite: "-1234.50" for -123450 with two decimals. All decimals are written.
QString scaledText(qint64 value, int decimals);

/// "1234.50" → "1234.5", "3.00" → "3"; a text without a point stays.
QString withoutTrailingZeros(QString number);

/// "-1234567.89" → "-1,234,567.89"
QString withGroups(QString number);

} // namespace mishutai
