#include "base/decimal.h"

#include "base/rounding.h"
#include "base/text/number_text.h"

#include <limits>

namespace mishutai {

static_assert(Money::kMaxFen <= std::numeric_limits<qint64>::max() / 10'000, "inYuan() must not overflow");

static Wide powerOfTen(int exponent)
{
    Wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

Decimal Decimal::fromInteger(qint64 whole)
{
    return Decimal(narrowed(Wide{whole} * kScale));
}

std::optional<Decimal> Decimal::parse(QStringView text)
{
    const auto micro = parseScaled(text, kDecimals);
    return micro ? std::optional(Decimal(*micro)) : std::nullopt;
}

QString Decimal::text() const
{
    return withoutTrailingZeros(scaledText(m_micro, kDecimals));
}

QString Decimal::grouped(int decimals) const
{
    Q_ASSERT(decimals >= 0 && decimals <= kDecimals);
    const Wide scaled = roundHalfUp(m_micro, powerOfTen(kDecimals - decimals));
    return withGroups(scaledText(narrowed(scaled), decimals));
}

QString Decimal::percentText(int decimals) const
{
    constexpr int kPercentDecimals = kDecimals - 2; // millionths are ten-thousandths of a per cent
    Q_ASSERT(decimals >= 0 && decimals <= kPercentDecimals);
    const Wide scaled = roundHalfUp(m_micro, powerOfTen(kPercentDecimals - decimals));
    return withoutTrailingZeros(scaledText(narrowed(scaled), decimals)) + '%';
}

Decimal Decimal::roundedHalfUp(int decimals) const
{
    constexpr int kMostPlaces = 12; // beyond that every number of the range rounds to zero or away from it
    Q_ASSERT(decimals <= kDecimals && decimals >= -kMostPlaces);
    const Wide step = powerOfTen(kDecimals - decimals);
    return Decimal(narrowed(roundHalfUp(m_micro, step) * step));
}

Decimal Decimal::operator-() const
{
    return Decimal(narrowed(-Wide{m_micro}));
}

Decimal operator+(Decimal a, Decimal b)
{
    return Decimal(narrowed(Wide{a.m_micro} + b.m_micro));
}

Decimal operator-(Decimal a, Decimal b)
{
    return Decimal(narrowed(Wide{a.m_micro} - b.m_micro));
}

Decimal operator*(Decimal a, Decimal b)
{
    return Decimal(narrowed(roundHalfUp(Wide{a.m_micro} * b.m_micro, Decimal::kScale)));
}

std::optional<Decimal> ratio(qint64 a, qint64 b)
{
    if (b == 0)
        return std::nullopt;
    return Decimal::fromMicro(narrowed(roundHalfUp(Wide{a} * Decimal::kScale, b)));
}

std::optional<Decimal> ratio(Decimal a, Decimal b)
{
    return ratio(a.micro(), b.micro());
}

std::optional<Decimal> ratio(Money a, Money b)
{
    return ratio(a.fen(), b.fen());
}

Decimal inYuan(Money amount)
{
    return Decimal::fromMicro(amount.fen() * (Decimal::kScale / 100));
}

Decimal inWan(Money amount)
{
    return Decimal::fromMicro(amount.fen()); // a fen is a millionth of 万元
}

std::optional<Money> moneyFromYuan(Decimal yuan)
{
    constexpr qint64 kMicroPerFen = Decimal::kScale / 100;
    if (yuan.micro() % kMicroPerFen != 0)
        return std::nullopt;
    return Money::fromFen(yuan.micro() / kMicroPerFen);
}

Money moneyFromWan(Decimal wan)
{
    return Money::fromFen(wan.micro());
}

} // namespace mishutai
