#include "base/quantity.h"

#include "base/chinese/text.h"
#include "base/rounding.h"

#include <algorithm>
#include <limits>

namespace mishutai {

namespace {

enum class Place { BeforeNumber, AfterNumber, AfterUnit };

struct WordPlace {
    Wording wording;
    Place place;
};

/// Longer words stand before those that they contain.
constexpr WordPlace kPlaces[] = {
    {Wording::NotMore, Place::BeforeNumber},
    {Wording::NotLess, Place::BeforeNumber},
    {Wording::Exceeding, Place::BeforeNumber},
    {Wording::Over, Place::BeforeNumber},
    {Wording::AtLeast, Place::BeforeNumber},
    {Wording::CloseTo, Place::BeforeNumber},
    {Wording::Nearly, Place::BeforeNumber},
    {Wording::ShortOf, Place::BeforeNumber},
    {Wording::About, Place::BeforeNumber},
    {Wording::Yu, Place::AfterNumber},
    {Wording::Duo, Place::AfterNumber},
    {Wording::OrMore, Place::AfterUnit},
    {Wording::Around, Place::AfterUnit},
};

Place placeOf(Wording wording)
{
    const auto row
        = std::find_if(std::begin(kPlaces), std::end(kPlaces), [wording](const WordPlace &w) { return w.wording == wording; });
    return row == std::end(kPlaces) ? Place::BeforeNumber : row->place;
}

/// Cuts a word of the place off its end of the text: off the tail for AfterUnit, else off the front.
Wording takeWord(QStringView &text, Place place)
{
    for (const WordPlace &candidate : kPlaces) {
        const QString word = wordingText(candidate.wording);
        if (candidate.place != place)
            continue;
        const bool atEnd = place == Place::AfterUnit;
        if (!(atEnd ? text.endsWith(word) : text.startsWith(word)))
            continue;
        text = (atEnd ? text.chopped(word.size()) : text.sliced(word.size())).trimmed();
        return candidate.wording;
    }
    return Wording::None;
}

template <class Belongs> QStringView takeWhile(QStringView &text, Belongs belongs)
{
    const auto end = std::find_if_not(text.begin(), text.end(), belongs);
    const QStringView taken = text.first(end - text.begin());
    text = text.sliced(taken.size()).trimmed();
    return taken;
}

bool isOfNumber(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'.' || c == u',' || c == u'-' || c == QChar(0x2212);
}

bool isUnit(QStringView text)
{
    constexpr qsizetype kLongest = 12;
    constexpr QStringView kSigns = u"%‰/·²³㎡℃°";
    constexpr QStringView kNever = u"X余多";
    const auto fits = [&](QChar c) { return !kNever.contains(c) && (c.isLetter() || kSigns.contains(c)); };
    return text.size() <= kLongest && std::all_of(text.begin(), text.end(), fits);
}

constexpr qint64 kWan = 10'000;
constexpr qint64 kYi = 100'000'000;

/// 万 or 亿 before 余 belongs to the number: 3万余人. Before the unit it is part of that: 5500余万元.
qint64 takeScale(QStringView &text)
{
    const bool hasScale = text.size() > 1 && (text[0] == u'万' || text[0] == u'亿');
    QStringView rest = hasScale ? text.sliced(1) : text;
    const QStringView after = rest;
    if (!hasScale || takeWord(rest, Place::AfterNumber) == Wording::None || rest.isEmpty())
        return 1;
    const qint64 scale = text[0] == u'万' ? kWan : kYi;
    text = after;
    return scale;
}

/// 1.2亿余, with nothing behind: what is counted depends on the column, so the scale stays where in() finds it, as the unit.
QString takeLoneScale(QStringView &text)
{
    if (text.size() < 2 || (text[0] != u'万' && text[0] != u'亿'))
        return {};
    QStringView rest = text.sliced(1);
    if (takeWord(rest, Place::AfterNumber) == Wording::None || !rest.isEmpty())
        return {};
    const QString scale = text.first(1).toString();
    text = text.sliced(1);
    return scale;
}

/// A unit as how many of what: 千万元 is ten million of 元.
struct Counted {
    qint64 scale = 1;
    QStringView what;
};

/// 千瓦 and 百分点 are units of their own; 千万元 and 百家 are not.
bool isNamedWithScale(QStringView unit)
{
    constexpr QStringView kNames[] = {u"千克", u"千米", u"千瓦", u"千卡", u"千伏", u"千帕", u"千升", u"千焦", u"百分"};
    return std::any_of(std::begin(kNames), std::end(kNames), [unit](QStringView name) { return unit.startsWith(name); });
}

/// Nothing for a scale beyond 万亿.
std::optional<Counted> countedBy(QStringView unit)
{
    constexpr qint64 kMost = kWan * kYi;
    Counted counted{1, unit};
    while (!counted.what.isEmpty() && !isNamedWithScale(counted.what)) {
        const QChar first = counted.what.front();
        const qint64 factor = first == u'十' ? 10 : first == u'百' ? 100 : first == u'千' ? 1'000 : first == u'万' ? kWan : kYi;
        if (factor == kYi && first != u'亿')
            break;
        if (counted.scale > kMost / factor)
            return std::nullopt;
        counted.scale *= factor;
        counted.what = counted.what.sliced(1);
    }
    if (counted.what == u"元人民币" || counted.what == u"人民币" || counted.what == u"元整" || counted.what == u"圆")
        counted.what = u"元";
    return counted;
}

std::optional<Decimal> scaledNumber(QStringView digits, qint64 scale)
{
    const auto number = Decimal::parse(digits);
    if (!number)
        return std::nullopt;
    const Wide micro = Wide{number->micro()} * scale;
    if (micro > std::numeric_limits<qint64>::max() || micro < std::numeric_limits<qint64>::min())
        return std::nullopt;
    return Decimal::fromMicro(static_cast<qint64>(micro));
}

} // namespace

std::optional<Quantity> Quantity::parse(QStringView text)
{
    const QString plain = toHalfWidth(text).trimmed();
    QStringView rest = plain;
    const Wording before = takeWord(rest, Place::BeforeNumber);
    const bool isUnknown = rest.startsWith(u'X');
    std::optional<Decimal> value;
    QString loneScale;
    if (isUnknown) {
        takeWhile(rest, [](QChar c) { return c == u'X'; });
    } else {
        const QStringView digits = takeWhile(rest, isOfNumber);
        loneScale = takeLoneScale(rest);
        value = scaledNumber(digits, takeScale(rest));
        if (!value)
            return std::nullopt;
    }
    const Wording between = takeWord(rest, Place::AfterNumber);
    const Wording after = takeWord(rest, Place::AfterUnit);
    Wording wording = Wording::None;
    for (const Wording found : {before, between, after}) {
        if (found == Wording::None)
            continue;
        if (wording != Wording::None)
            return std::nullopt;
        wording = found;
    }
    const bool secondWord
        = takeWord(rest, Place::AfterNumber) != Wording::None || takeWord(rest, Place::AfterUnit) != Wording::None;
    if (secondWord || !isUnit(rest))
        return std::nullopt;
    return Quantity(value, wording, loneScale + rest.toString());
}

std::optional<Quantity> Quantity::in(const QString &unit) const
{
    if (m_unit.isEmpty() || m_unit == unit)
        return Quantity(m_value, m_wording, unit);
    const std::optional<Counted> from = countedBy(m_unit);
    const std::optional<Counted> to = countedBy(unit);
    if (!from || !to)
        return std::nullopt;
    const bool isOneMoney = (from->what == u"元") != (to->what == u"元");
    if (isOneMoney && !from->what.isEmpty() && !to->what.isEmpty())
        return std::nullopt;
    if (!m_value)
        return Quantity(m_value, m_wording, unit);
    const Wide micro = Wide{m_value->micro()} * from->scale;
    const Wide converted = micro / to->scale;
    if (micro % to->scale != 0 || converted > std::numeric_limits<qint64>::max()
        || converted < std::numeric_limits<qint64>::min())
        return std::nullopt;
    return Quantity(Decimal::fromMicro(static_cast<qint64>(converted)), m_wording, unit);
}

QString Quantity::text() const
{
    const QString number = m_value ? m_value->text() : QString('X');
    const QString word = wordingText(m_wording);
    switch (placeOf(m_wording)) {
    case Place::BeforeNumber:
        return word + number + m_unit;
    case Place::AfterNumber:
        return number + word + m_unit;
    case Place::AfterUnit:
        return number + m_unit + word;
    }
    return number;
}

} // namespace mishutai
