#include "tables/xlsx/xlsx_values.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace mishutai::tables {

namespace {

constexpr int kExcelDigits = 15;
constexpr int kMostExponent = 400;
constexpr qint64 kSecondsPerDay = 86'400;

void trim(WrittenNumber &number)
{
    qsizetype leading = 0;
    while (leading < number.digits.size() && number.digits[leading] == '0')
        ++leading;
    number.digits.remove(0, leading);
    while (number.digits.endsWith('0')) {
        number.digits.chop(1);
        ++number.scale;
    }
    if (number.digits.isEmpty())
        number = WrittenNumber{};
}

void roundToExcelDigits(WrittenNumber &number)
{
    if (number.digits.size() <= kExcelDigits)
        return;
    const bool roundsUp = number.digits[kExcelDigits] >= '5';
    number.scale += static_cast<int>(number.digits.size()) - kExcelDigits;
    number.digits.truncate(kExcelDigits);
    for (qsizetype at = kExcelDigits; roundsUp && --at >= 0;) {
        if (number.digits[at] != '9') {
            ++number.digits[at];
            break;
        }
        number.digits[at] = '0';
        if (at == 0)
            number.digits.prepend('1');
    }
    trim(number);
}

struct Serial {
    qint64 days = 0;
    qint64 seconds = 0; ///< of the day
};

/// Days and seconds of a serial number, to the nearest second; empty when negative or beyond the year 9999.
std::optional<Serial> serialOf(const WrittenNumber &number)
{
    if (number.isNegative || number.wholeDigits() > 7)
        return std::nullopt;
    QByteArray digits = number.digits;
    const int whole = number.wholeDigits();
    if (whole < 0)
        digits.prepend(QByteArray(-whole, '0'));
    const qsizetype wholeLength = std::max(whole, 0);
    const QByteArray days = digits.leftJustified(wholeLength, '0').left(wholeLength);
    const QByteArray fraction = digits.mid(wholeLength).leftJustified(12, '0', /*truncate=*/true);
    Serial serial{days.isEmpty() ? 0 : days.toLongLong(), 0};
    serial.seconds = (fraction.toLongLong() * kSecondsPerDay + 500'000'000'000) / 1'000'000'000'000;
    if (serial.seconds == kSecondsPerDay) {
        serial.seconds = 0;
        ++serial.days;
    }
    return serial;
}

QString clockText(qint64 seconds)
{
    QString text = QStringLiteral("%1:%2").arg(seconds / 3600, 2, 10, QChar(u'0')).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
    if (seconds % 60 != 0)
        text += QStringLiteral(":%1").arg(seconds % 60, 2, 10, QChar(u'0'));
    return text;
}

/// Excel counts 1900-02-29, a day that never was, as 60.
std::optional<QDate> dayOf(qint64 days, bool is1904)
{
    if (!is1904 && (days < 1 || days == 60))
        return std::nullopt;
    const QDate date = is1904 ? QDate(1904, 1, 1).addDays(days) : QDate(1899, 12, days < 60 ? 31 : 30).addDays(days);
    return date.year() <= 9999 ? std::optional(date) : std::nullopt;
}

std::optional<QString> momentText(const WrittenNumber &number, NumberStyle style, bool is1904)
{
    const std::optional<Serial> serial = serialOf(number);
    if (!serial)
        return std::nullopt;
    if (style.kind == NumberStyle::Kind::Duration)
        return clockText(serial->days * kSecondsPerDay + serial->seconds);
    if (!style.hasDate || (serial->days == 0 && style.hasTime && !is1904))
        return clockText(serial->seconds);
    const std::optional<QDate> day = dayOf(serial->days, is1904);
    if (!day)
        return std::nullopt;
    if (style.isMonth && !style.hasTime && day->day() == 1)
        return day->toString(QStringLiteral("yyyy-MM"));
    const QString date = day->toString(Qt::ISODate);
    return style.hasTime && serial->seconds != 0 ? date + u' ' + clockText(serial->seconds) : date;
}

} // namespace

std::optional<WrittenNumber> parseNumber(QStringView source)
{
    const QStringView text = source.trimmed();
    if (text.isEmpty() || text.size() > kMostExponent)
        return std::nullopt;
    WrittenNumber number;
    qsizetype at = text[0] == u'+' || text[0] == u'-' ? 1 : 0;
    number.isNegative = text[0] == u'-';
    bool isFraction = false;
    for (; at < text.size(); ++at) {
        if (text[at] == u'.' && !isFraction)
            isFraction = true;
        else if (text[at] >= u'0' && text[at] <= u'9') {
            number.digits += text[at].toLatin1();
            number.scale -= isFraction ? 1 : 0;
        } else
            break;
    }
    if (number.digits.isEmpty())
        return std::nullopt;
    if (at < text.size()) {
        bool isExponent = false;
        const int exponent = text.mid(at + 1).toInt(&isExponent);
        if (text[at].toLower() != u'e' || !isExponent || std::abs(exponent) > kMostExponent)
            return std::nullopt;
        number.scale += exponent;
    }
    trim(number);
    return number;
}

QString plainText(WrittenNumber number)
{
    roundToExcelDigits(number);
    if (number.digits.isEmpty())
        return QStringLiteral("0");
    QByteArray text = number.digits;
    if (number.scale >= 0)
        text += QByteArray(number.scale, '0');
    else if (number.wholeDigits() > 0)
        text.insert(number.wholeDigits(), '.');
    else
        text.prepend("0." + QByteArray(-number.wholeDigits(), '0'));
    return QString::fromLatin1(number.isNegative ? '-' + text : text);
}

NumberStyle builtInStyle(int formatId)
{
    const auto within = [formatId](int first, int last) { return formatId >= first && formatId <= last; };
    using Kind = NumberStyle::Kind;
    if (formatId == 9 || formatId == 10)
        return {Kind::Percent, false, false};
    if (formatId == 46)
        return {Kind::Duration, false, true};
    if (formatId == 22)
        return {Kind::Moment, true, true};
    constexpr int kMonths[] = {17, 27, 36, 50, 52, 57};
    if (std::ranges::find(kMonths, formatId) != std::end(kMonths))
        return {Kind::Moment, true, false, true};
    if (within(14, 17) || within(27, 31) || formatId == 36 || within(50, 54) || within(57, 58))
        return {Kind::Moment, true, false};
    if (within(18, 21) || within(32, 35) || formatId == 45 || formatId == 47 || within(55, 56))
        return {Kind::Moment, false, true};
    return {};
}

NumberStyle styleOfCode(const QString &code)
{
    // The first section only: those after ; are for negative numbers, zero and text.
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"?|\\\\.|[_*]."));
    static const QRegularExpression elapsed(QStringLiteral("\\[(h+|m+|s+)\\]"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression brackets(QStringLiteral("\\[[^\\]]*\\]?"));
    QString form = code;
    form.remove(quoted);
    form = form.section(u';', 0, 0);
    if (form.contains(elapsed))
        return {NumberStyle::Kind::Duration, false, true};
    form = form.remove(brackets).toLower();
    if (form.contains(u'%'))
        return {NumberStyle::Kind::Percent, false, false};
    if (form.contains(QLatin1String("general")))
        return {};
    const bool hasDate = form.contains(u'y') || form.contains(u'd') || form.contains(QLatin1String("aaa"));
    const bool hasTime = form.contains(u'h') || form.contains(u's');
    const bool hasMonth = !hasTime && form.contains(u'm');
    if (!hasDate && !hasTime && !hasMonth)
        return {};
    const bool hasDay = form.contains(u'd') || form.contains(QLatin1String("aaa"));
    return {NumberStyle::Kind::Moment, hasDate || hasMonth, hasTime, hasMonth && form.contains(u'y') && !hasDay};
}

QString shownNumber(const WrittenNumber &number, NumberStyle style, bool is1904)
{
    if (style.kind == NumberStyle::Kind::Percent) {
        WrittenNumber hundredfold = number;
        hundredfold.scale += number.digits.isEmpty() ? 0 : 2;
        return plainText(hundredfold) + u'%';
    }
    if (style.kind != NumberStyle::Kind::Number) {
        if (const std::optional<QString> text = momentText(number, style, is1904))
            return *text;
    }
    return plainText(number);
}

namespace {

/// The character that "_x000D_" at `at` stands for.
std::optional<QChar> escapeAt(QStringView text, qsizetype at)
{
    bool isHex = false;
    const QStringView digits = text.mid(at + 2, 4);
    const ushort code = digits.toUShort(&isHex, 16);
    const bool isEscape = isHex && digits.size() == 4 && at + 6 < text.size() && text[at + 6] == u'_';
    return isEscape ? std::optional(QChar(code)) : std::nullopt;
}

} // namespace

QString unescaped(QString text)
{
    for (qsizetype at = text.indexOf(QLatin1String("_x")); at >= 0; at = text.indexOf(QLatin1String("_x"), at + 1)) {
        if (const std::optional<QChar> character = escapeAt(text, at))
            text.replace(at, 7, *character);
    }
    return text;
}

QString escaped(QString text)
{
    for (qsizetype at = text.indexOf(QLatin1String("_x")); at >= 0; at = text.indexOf(QLatin1String("_x"), at + 1)) {
        if (escapeAt(text, at)) {
            text.insert(at, QLatin1String("_x005F"));
            at += 6;
        }
    }
    return text;
}

std::optional<CellReference> parseReference(QStringView text)
{
    CellReference reference;
    qsizetype at = 0;
    for (; at < text.size() && text[at] >= u'A' && text[at] <= u'Z' && at < 4; ++at)
        reference.column = reference.column * 26 + (text[at].unicode() - u'A' + 1);
    if (at == 0)
        return std::nullopt;
    if (at < text.size()) {
        bool isNumber = false;
        reference.row = text.mid(at).toInt(&isNumber);
        if (!isNumber || reference.row < 1)
            return std::nullopt;
    }
    return reference;
}

} // namespace mishutai::tables
