#include "base/money.h"

#include "base/chinese/capitals.h"
#include "base/chinese/text.h"
#include "base/error.h"
#include "base/rounding.h"
#include "base/text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace mishutai {

namespace {

constexpr int kFenDecimals = 2;
constexpr int kWanDecimals = 6;

bool isInRange(qint64 fen)
{
    return fen <= Money::kMaxFen && fen >= -Money::kMaxFen;
}

/// Fen of a text whose last decimal place is worth one fen. A currency sign may stand before or after the minus.
std::optional<qint64> parseFen(QStringView text, int decimals)
{
    QString plain = toHalfWidth(text).trimmed();
    const qsizetype sign = plain.indexOf(QChar(0x00A5));
    if (sign == 0 || (sign == 1 && (plain[0] == u'-' || plain[0] == QChar(0x2212))))
        plain.remove(sign, 1);
    const auto fen = parseScaled(plain, decimals);
    return fen && isInRange(*fen) ? fen : std::nullopt;
}

} // namespace

Money Money::fromFen(qint64 fen)
{
    if (!isInRange(fen))
        throw Error(Error::Kind::Validation, QCoreApplication::translate("Base", "金额超出范围"),
            QCoreApplication::translate("Base", "金额（含合计）的绝对值最大为999,999,999,999.99元"),
            QCoreApplication::translate("Base", "请检查金额是否多输了几位，或单位是否把元当成了万元"));
    return Money(fen);
}

std::optional<Money> Money::parseYuan(QStringView text)
{
    const auto fen = parseFen(text, kFenDecimals);
    return fen ? std::optional(Money(*fen)) : std::nullopt;
}

std::optional<Money> Money::parseWan(QStringView text)
{
    const auto fen = parseFen(text, kWanDecimals);
    return fen ? std::optional(Money(*fen)) : std::nullopt;
}

QString Money::yuan() const
{
    return scaledText(m_fen, kFenDecimals);
}

QString Money::grouped() const
{
    return withGroups(yuan());
}

QString Money::wan() const
{
    return withoutTrailingZeros(scaledText(m_fen, kWanDecimals));
}

QString Money::capitals() const
{
    return capitalsOfFen(m_fen);
}

Money Money::operator-() const
{
    return Money(-m_fen);
}

Money operator+(Money a, Money b)
{
    return Money::fromFen(a.m_fen + b.m_fen);
}

Money operator-(Money a, Money b)
{
    return Money::fromFen(a.m_fen - b.m_fen);
}

Money &Money::operator+=(Money other)
{
    return *this = *this + other;
}

Money &Money::operator-=(Money other)
{
    return *this = *this - other;
}

std::vector<Money> Money::split(std::span<const qint64> weights) const
{
    const bool anyNegative = std::any_of(weights.begin(), weights.end(), [](qint64 weight) { return weight < 0; });
    const Wide total = std::accumulate(weights.begin(), weights.end(), Wide{0});
    if (anyNegative || total == 0)
        throw Error(Error::Kind::Validation, QCoreApplication::translate("Base", "金额无法分摊"),
            QCoreApplication::translate("Base", "分摊比例不能为负，也不能全部为零"),
            QCoreApplication::translate("Base", "请至少给一项填写大于零的比例"));
    const Wide whole = m_fen < 0 ? -m_fen : m_fen;
    std::vector<Wide> parts;
    std::vector<Wide> rests;
    for (const qint64 weight : weights) {
        parts.push_back(whole * weight / total);
        rests.push_back(whole * weight % total);
    }
    std::vector<size_t> order(weights.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&rests](size_t a, size_t b) { return rests[a] > rests[b]; });
    const Wide left = whole - std::accumulate(parts.begin(), parts.end(), Wide{0});
    for (size_t i = 0; static_cast<Wide>(i) < left; ++i)
        parts[order[i]] += 1;
    std::vector<Money> shares;
    for (const Wide part : parts)
        shares.push_back(Money(static_cast<qint64>(m_fen < 0 ? -part : part)));
    return shares;
}

} // namespace mishutai
