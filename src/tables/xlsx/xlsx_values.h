#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace mishutai::tables {

/// A number of a workbook, exact as its text: ± digits × 10^scale; digits without zeros at either end, empty for 0.
struct WrittenNumber {
    bool isNegative = false;
    QByteArray digits;
    int scale = 0;

    /// Digits before the decimal point.
    int wholeDigits() const { return static_cast<int>(digits.size()) + scale; }
};

/// xsd:double as workbooks write it, "44197", "1.5E-3"; empty for anything else and for exponents beyond ±400.
std::optional<WrittenNumber> parseNumber(QStringView text);

/// The number rounded half up to 15 digits, which is what Excel shows and keeps (0.30000000000000004 → "0.3"), without exponent.
QString plainText(WrittenNumber number);

/// What a cell's number format says of its number.
struct NumberStyle {
    enum class Kind { Number, Percent, Moment, Duration };
    Kind kind = Kind::Number;
    bool hasDate = false; ///< of a Moment
    bool hasTime = false;
    bool isMonth = false; ///< of a Moment: year and month are shown, no day
    bool operator==(const NumberStyle &) const = default;
};

/// Formats that have no code in the file. (ECMA-376 part 1, 18.8.30, with its Chinese table)
NumberStyle builtInStyle(int formatId);
/// yyyy"年"m"月"d"日", [$-804]yyyy/m/d, [h]:mm, 0.00%, #,##0.00"元"
NumberStyle styleOfCode(const QString &code);

/// A cell's number as people see it: "1234.5", "15.3%", "2021-05-03", "2021-05-03 09:30", "09:30", "36:00"; "2021-05" for the
/// first of a month in a format without the day, which is how a spreadsheet keeps 2021年5月. A serial that is no day (negative,
/// 1900-02-29) stays a number.
QString shownNumber(const WrittenNumber &number, NumberStyle style, bool is1904);

/// _x000D_ and the like, as workbooks write control characters.
QString unescaped(QString text);
/// A text in which nothing reads as such an escape.
QString escaped(QString text);

/// Column of a reference such as "BC12", from 1; row 0 where it has none. Empty for what is no reference.
struct CellReference {
    int row = 0;
    int column = 0;
};
std::optional<CellReference> parseReference(QStringView text);

} // namespace mishutai::tables
