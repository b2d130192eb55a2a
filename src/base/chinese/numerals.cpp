#include "base/chinese/numerals.h"

#include <utility>

namespace mishutai {

namespace {

constexpr QStringView kDigits = u"零一二三四五六七八九";
constexpr QStringView kPlaces = u"千百十";
constexpr int kLargest = 9999;

/// Value of words that may stand in any order; the caller compares it with the rule.
std::optional<int> sumOfWords(QStringView text)
{
    constexpr qsizetype kLongest = 9; // 九千九百九十九 has seven, a variant with 零 no more
    if (text.isEmpty() || text.size() > kLongest)
        return std::nullopt;
    int sum = 0;
    int digit = 0;
    for (const QChar c : text) {
        const qsizetype place = kPlaces.indexOf(c);
        if (const qsizetype value = kDigits.indexOf(c); value >= 0)
            digit = static_cast<int>(value);
        else if (place < 0)
            return std::nullopt;
        else
            sum += std::exchange(digit, 0) * (place == 0 ? 1000 : place == 1 ? 100 : 10);
    }
    sum += digit;
    return sum <= kLargest ? std::optional(sum) : std::nullopt;
}

} // namespace

QString chineseNumber(int number)
{
    Q_ASSERT(number >= 0 && number <= kLargest);
    if (number == 0)
        return QString(kDigits[0]);
    QString text;
    bool zeroPending = false;
    int place = 1000;
    for (int i = 0; i < 4; ++i, place /= 10) {
        const int digit = number / place % 10;
        if (digit == 0) {
            zeroPending = !text.isEmpty();
            continue;
        }
        if (zeroPending)
            text += kDigits[0];
        zeroPending = false;
        const bool isBareTen = place == 10 && number < 20;
        if (!isBareTen)
            text += kDigits[digit];
        if (i < 3)
            text += kPlaces[i];
    }
    return text;
}

std::optional<int> parseChineseNumber(QStringView text)
{
    QString plain = text.trimmed().toString().replace(u'〇', u'零');
    plain.replace("两百", "二百").replace("两千", "二千");
    if (plain.startsWith(u'十'))
        plain.prepend(u'一');
    const auto number = sumOfWords(plain);
    if (!number)
        return std::nullopt;
    QString canonical = chineseNumber(*number);
    if (canonical.startsWith(u'十'))
        canonical.prepend(u'一');
    return canonical == plain ? number : std::nullopt;
}

QString chineseOrdinal(int number, const QString &counter)
{
    return "第" + chineseNumber(number) + counter;
}

QString headingNumber(int depth, int number)
{
    switch (depth) {
    case 1:
        return chineseNumber(number) + "、";
    case 2:
        return "（" + chineseNumber(number) + "）";
    case 3:
        return QString::number(number) + "．";
    default:
        Q_ASSERT(depth == 4);
        return "（" + QString::number(number) + "）";
    }
}

} // namespace mishutai
