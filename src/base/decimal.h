#pragma once

#include "base/money.h"

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace mishutai {

/// An exact number with up to six decimals, held as int64 millionths (columns *_micro). Range about ±9.2 × 10^12; an
/// operation that leaves it throws Error (Validation). What cannot be exact is rounded half up at the sixth decimal.
class Decimal
{
public:
    static constexpr int kDecimals = 6;
    static constexpr qint64 kScale = 1'000'000;

    constexpr Decimal() = default;
    static constexpr Decimal fromMicro(qint64 micro) { return Decimal(micro); }
    /// @throws Error (Validation) beyond ±9.2 × 10^12
    static Decimal fromInteger(qint64 whole);
    /// "30.8", "-1,234.5", "１２". Nothing for a seventh decimal, empty text, a misplaced comma or anything else.
    static std::optional<Decimal> parse(QStringView text);

    constexpr qint64 micro() const { return m_micro; }
    constexpr bool isZero() const { return m_micro == 0; }
    constexpr bool isInteger() const { return m_micro % kScale == 0; }

    /// "30.8": trailing zeros stripped, no separators; parses back to the same number.
    QString text() const;
    /// Rounded half up and written with exactly so many decimals (0…6), in groups of three: "1,234.50".
    QString grouped(int decimals) const;
    /// This ratio in per cent, rounded half up to so many decimals (0…4): 0.308 → "30.8%"; zeros stripped, "20%".
    QString percentText(int decimals) const;
    /// Rounded half up to so many decimals (0…6; fewer than 0 round to tens, hundreds …): 4.05 → 4.1 with one.
    Decimal roundedHalfUp(int decimals) const;

    Decimal operator-() const;
    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a, Decimal b);
    friend Decimal operator*(Decimal a, Decimal b);
    constexpr auto operator<=>(const Decimal &) const = default;

private:
    explicit constexpr Decimal(qint64 micro) : m_micro(micro) { }
    qint64 m_micro = 0;
};

/// a ÷ b, computed in 128 bits and rounded half up at the sixth decimal. Nothing when b is zero.
/// @throws Error (Validation) when the quotient leaves the range
std::optional<Decimal> ratio(Decimal a, Decimal b);
std::optional<Decimal> ratio(qint64 a, qint64 b);
std::optional<Decimal> ratio(Money a, Money b);

/// The amount as an exact number of yuan or of 万元.
Decimal inYuan(Money amount);
Decimal inWan(Money amount);
/// Opposite of inYuan; nothing when the number has a part of a fen. @throws Error (Validation) beyond Money::kMaxFen
std::optional<Money> moneyFromYuan(Decimal yuan);
/// Opposite of inWan. @throws Error (Validation) beyond Money::kMaxFen
Money moneyFromWan(Decimal wan);

} // namespace mishutai
