#include "base/chinese/capitals.h"

#include <utility>

namespace mishutai {

namespace {

constexpr QStringView kDigits = u"零壹贰叁肆伍陆柒捌玖";
constexpr QStringView kPlaces = u"仟佰拾";
constexpr qint64 kWan = 10'000;
constexpr qint64 kYi = 100'000'000;

/// Whether the 零 that the rule leaves to choice is written.
struct OptionalZeros {
    bool betweenGroups = false;
    bool afterYuan = false;
};

/// 1…9999 without leading zero words: 7031 → 柒仟零叁拾壹
QString groupCapitals(qint64 group)
{
    QString text;
    bool zeroPending = false;
    qint64 place = 1000;
    for (int i = 0; i < 4; ++i, place /= 10) {
        const qint64 digit = group / place % 10;
        if (digit == 0) {
            zeroPending = !text.isEmpty();
            continue;
        }
        if (zeroPending)
            text += kDigits[0];
        zeroPending = false;
        text += kDigits[digit];
        if (i < 3)
            text += kPlaces[i];
    }
    return text;
}

/// Whole yuan from 1 on, up to 9999亿9999万9999
QString wholeCapitals(qint64 yuan, OptionalZeros zeros)
{
    const qint64 groups[] = {yuan / kYi, yuan / kWan % kWan, yuan % kWan};
    const QStringView names[] = {u"亿", u"万", u""};
    QString text;
    bool groupSkipped = false;
    bool lastPlaceZero = false;
    for (int i = 0; i < 3; ++i) {
        if (groups[i] == 0) {
            groupSkipped = !text.isEmpty();
            continue;
        }
        const bool choice = zeros.betweenGroups && lastPlaceZero;
        if (!text.isEmpty() && (groupSkipped || groups[i] < 1000 || choice))
            text += kDigits[0];
        text += groupCapitals(groups[i]);
        text += names[i];
        lastPlaceZero = groups[i] % 10 == 0;
        groupSkipped = false;
    }
    return text;
}

QString capitals(qint64 fen, OptionalZeros zeros)
{
    if (fen < 0)
        return "负" + capitals(-fen, zeros);
    if (fen == 0)
        return "零元整";
    const qint64 yuan = fen / 100;
    const qint64 jiao = fen / 10 % 10;
    const qint64 cents = fen % 10;
    QString text;
    if (yuan > 0)
        text = wholeCapitals(yuan, zeros) + "元";
    if (jiao == 0 && cents == 0)
        return text + "整";
    const bool zeroNeeded = jiao == 0 && yuan > 0;
    const bool zeroChosen = zeros.afterYuan && yuan > 0 && yuan % 10 == 0;
    if (zeroNeeded || zeroChosen)
        text += kDigits[0];
    if (jiao > 0)
        text += QString(kDigits[jiao]) + "角";
    if (cents > 0)
        text += QString(kDigits[cents]) + "分";
    else
        text += u"整";
    return text;
}

/// The amount that the words add up to, however they are ordered; the caller compares it with the rule.
std::optional<qint64> sumOfWords(QStringView text)
{
    qint64 fen = 0;
    qint64 yuan = 0;
    qint64 section = 0;
    qint64 digit = 0;
    for (const QChar c : text) {
        const qsizetype value = kDigits.indexOf(c);
        const qsizetype place = kPlaces.indexOf(c);
        if (value >= 0) {
            digit = value;
            continue;
        }
        if (place >= 0)
            section += digit * (place == 0 ? 1000 : place == 1 ? 100 : 10);
        else if (c == u'万' || c == u'亿')
            yuan += std::exchange(section, 0) * (c == u'万' ? kWan : kYi) + digit * (c == u'万' ? kWan : kYi);
        else if (c == u'元')
            yuan += std::exchange(section, 0) + digit;
        else if (c == u'角' || c == u'分')
            fen += digit * (c == u'角' ? 10 : 1);
        else if (c != u'整')
            return std::nullopt;
        digit = 0;
    }
    return yuan * 100 + fen;
}

} // namespace

QString capitalsOfFen(qint64 fen)
{
    return capitals(fen, {});
}

std::optional<Money> parseCapitals(QStringView text)
{
    constexpr qsizetype kLongest = 40; // 12 digits with their places, 角 and 分 take at most 31 characters
    QString plain = text.trimmed().toString().replace(u'圆', u'元').replace(u'正', u'整');
    if (plain.startsWith(u"人民币"))
        plain.remove(0, 3);
    if (plain.size() > kLongest)
        return std::nullopt;
    const bool negative = plain.startsWith(u'负');
    const auto magnitude = sumOfWords(negative ? QStringView(plain).mid(1) : QStringView(plain));
    if (!magnitude || *magnitude > Money::kMaxFen || (negative && *magnitude == 0))
        return std::nullopt;
    const qint64 fen = negative ? -*magnitude : *magnitude;
    for (const bool betweenGroups : {false, true}) {
        for (const bool afterYuan : {false, true}) {
            if (capitals(fen, {betweenGroups, afterYuan}) == plain)
                return Money::fromFen(fen);
        }
    }
    return std::nullopt;
}

} // namespace mishutai
