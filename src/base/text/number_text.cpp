#include "base/text/number_text.h"

#include "base/chinese/text.h"

#include <QList>

#include <algorithm>
#include <limits>

namespace mishutai {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The digits of an integer part such as "1,234"; nothing when a comma stands out of place.
std::optional<QString> digitsWithoutGroups(QStringView text)
{
    const auto groups = text.split(u',');
    QString digits;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QStringView group = groups[i];
        const bool sizeFits = groups.size() == 1 || (i == 0 ? group.size() <= 3 : group.size() == 3);
        if (group.isEmpty() || !sizeFits || !std::all_of(group.begin(), group.end(), isDigit))
            return std::nullopt;
        digits += group;
    }
    return digits;
}

std::optional<qint64> digitsValue(QStringView digits, bool negative)
{
    quint64 value = 0;
    for (const QChar c : digits) {
        if (__builtin_mul_overflow(value, quint64{10}, &value)
            || __builtin_add_overflow(value, static_cast<quint64>(c.unicode() - u'0'), &value))
            return std::nullopt;
    }
    if (value > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return negative ? -static_cast<qint64>(value) : static_cast<qint64>(value);
}

} // namespace

std::optional<qint64> parseScaled(QStringView text, int decimals)
{
    const QString plain = toHalfWidth(text).trimmed();
    QStringView rest = plain;
    const bool negative = rest.startsWith(u'-') || rest.startsWith(QChar(0x2212));
    if (negative)
        rest = rest.mid(1);
    const qsizetype point = rest.indexOf(u'.');
    const auto whole = digitsWithoutGroups(point < 0 ? rest : rest.first(point));
    if (!whole)
        return std::nullopt;
    QString digits = *whole;
    qsizetype missing = decimals;
    if (point >= 0) {
        const QStringView fraction = rest.mid(point + 1);
        if (fraction.isEmpty() || fraction.size() > decimals || !std::all_of(fraction.begin(), fraction.end(), isDigit))
            return std::nullopt;
        digits += fraction;
        missing -= fraction.size();
    }
    digits += QString(missing, u'0');
    return digitsValue(digits, negative);
}

QString scaledText(qint64 value, int decimals)
{
    const quint64 magnitude = value < 0 ? 0 - static_cast<quint64>(value) : static_cast<quint64>(value);
    QString digits = QString::number(magnitude).rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    return value < 0 ? u'-' + digits : digits;
}

QString withoutTrailingZeros(QString number)
{
    if (!number.contains(u'.'))
        return number;
    while (number.endsWith(u'0'))
        number.chop(1);
    if (number.endsWith(u'.'))
        number.chop(1);
    return number;
}

QString withGroups(QString number)
{
    const qsizetype point = number.indexOf(u'.');
    const qsizetype first = number.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? number.size() : point) - 3; at > first; at -= 3)
        number.insert(at, u',');
    return number;
}

} // namespace mishutai
