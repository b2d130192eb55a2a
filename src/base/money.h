#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>
#include <span>
#include <vector>

namespace mishutai {

/// Amount of yuan, held in fen. |amount| ≤ 99,999,999,999,999 fen; beyond that every operation throws Error
/// (Validation). Never built from a floating-point number.
class Money
{
public:
    static constexpr qint64 kMaxFen = 99'999'999'999'999;

    constexpr Money() = default;
    /// @throws Error (Validation) beyond ±kMaxFen
    static Money fromFen(qint64 fen);
    /// "1234.5", "1,234.50", "¥1234", "１２３４．５", "-3". Nothing for a third decimal, empty text or anything else.
    static std::optional<Money> parseYuan(QStringView text);
    /// As parseYuan but in 万元, with up to six decimals: "19.703169" is 19,703,169 fen.
    static std::optional<Money> parseWan(QStringView text);

    constexpr qint64 fen() const { return m_fen; }
    constexpr bool isZero() const { return m_fen == 0; }
    constexpr bool isNegative() const { return m_fen < 0; }

    /// "197031.69": two decimals, no separators; parses back to the same amount.
    QString yuan() const;
    /// "197,031.69" as shown on screen and paper.
    QString grouped() const;
    /// "19.703169": exact 万元, trailing zeros stripped; parses back to the same amount.
    QString wan() const;
    /// "壹拾玖万柒仟零叁拾壹元陆角玖分"; 会计基础工作规范 art. 52 (整 after 元 and 角, none after 分). Negative: 负 in front.
    QString capitals() const;

    Money operator-() const;
    friend Money operator+(Money a, Money b);
    friend Money operator-(Money a, Money b);
    Money &operator+=(Money other);
    Money &operator-=(Money other);
    /// This amount split by weights; the parts sum exactly to it (largest remainder first). Weights ≥ 0, one > 0.
    std::vector<Money> split(std::span<const qint64> weights) const;

    constexpr auto operator<=>(const Money &) const = default;

private:
    explicit constexpr Money(qint64 fen) : m_fen(fen) { }
    qint64 m_fen = 0;
};

} // namespace mishutai
