#include "ui/common/fields/arithmetic.h"

#include "base/chinese/text.h"
#include "base/decimal.h"
#include "base/error.h"

#include <numeric>

namespace mishutai::ui {

namespace {

__extension__ using Wide = __int128;

constexpr Wide kLargest = 1'000'000'000'000'000'000; // two of them multiplied stay in 128 bits

struct Fraction {
    Wide over = 0;
    Wide under = 1;
};

Wide gcd(Wide a, Wide b)
{
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

/// Recursive descent over one expression; the first fault ends it.
class Parser
{
public:
    explicit Parser(const QString &text) : m_text(text) { }

    std::optional<Fraction> parse()
    {
        const auto value = sum();
        return value && m_at == m_text.size() ? value : std::nullopt;
    }
    bool isTooLarge() const { return m_isTooLarge; }

private:
    std::optional<Fraction> reduced(Wide over, Wide under)
    {
        const Wide common = gcd(over, under);
        if (common == 0)
            return std::nullopt;
        const Wide sign = under < 0 ? -1 : 1;
        const Fraction result{sign * over / common, sign * under / common};
        if (result.over > kLargest || result.over < -kLargest || result.under > kLargest) {
            m_isTooLarge = true;
            return std::nullopt;
        }
        return result;
    }

    bool take(QChar character)
    {
        if (m_at >= m_text.size() || m_text.at(m_at) != character)
            return false;
        ++m_at;
        return true;
    }

    std::optional<Fraction> sum()
    {
        auto left = product();
        while (left && m_at < m_text.size()) {
            const bool isMinus = m_text.at(m_at) == '-';
            if (!isMinus && m_text.at(m_at) != '+')
                break;
            ++m_at;
            const auto right = product();
            if (!right)
                return std::nullopt;
            const Wide moved = right->over * left->under;
            left = reduced(left->over * right->under + (isMinus ? -moved : moved), left->under * right->under);
        }
        return left;
    }

    std::optional<Fraction> product()
    {
        auto left = factor();
        while (left && m_at < m_text.size()) {
            const bool isDivision = m_text.at(m_at) == '/';
            if (!isDivision && m_text.at(m_at) != '*')
                break;
            ++m_at;
            const auto right = factor();
            if (!right || (isDivision && right->over == 0))
                return std::nullopt;
            left = isDivision ? reduced(left->over * right->under, left->under * right->over)
                              : reduced(left->over * right->over, left->under * right->under);
        }
        return left;
    }

    std::optional<Fraction> factor()
    {
        if (take('-')) {
            auto value = factor();
            if (value)
                value->over = -value->over;
            return value;
        }
        if (take('(')) {
            const auto value = sum();
            return value && take(')') ? value : std::nullopt;
        }
        return number();
    }

    std::optional<Fraction> number()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text.at(m_at).isDigit() || m_text.at(m_at) == '.' || m_text.at(m_at) == ','))
            ++m_at;
        const auto decimal = Decimal::parse(QStringView(m_text).mid(start, m_at - start));
        if (!decimal)
            return std::nullopt;
        const Wide scale = take(u'万') ? 10000 : 1;
        return reduced(Wide(decimal->micro()) * scale, Decimal::kScale);
    }

    const QString m_text;
    qsizetype m_at = 0;
    bool m_isTooLarge = false;
};

Sum faulty(Sum::Fault fault, bool isArithmetic)
{
    return {std::nullopt, fault, isArithmetic};
}

} // namespace

Sum evaluateYuan(QStringView typed)
{
    QString text = normalized(typed);
    text.replace(u'×', '*').replace(u'÷', '/').replace(u'−', '-').replace('x', '*').remove(u'¥').remove(u'元');
    if (text.startsWith('='))
        text.remove(0, 1);
    // A plain amount keeps the strict rule of money: no third decimal, not even a zero.
    const bool isPlain = text.indexOf('+') < 0 && text.indexOf('*') < 0 && text.indexOf('/') < 0 && text.indexOf('(') < 0
        && text.lastIndexOf('-') <= 0;
    try {
        if (isPlain && !text.endsWith(u'万')) {
            const auto money = Money::parseYuan(text);
            if (money)
                return {money, Sum::Fault::None, false};
            const bool isTooFine = Decimal::parse(text).has_value();
            return faulty(isTooFine ? Sum::Fault::PartOfAFen : Sum::Fault::NotAnAmount, false);
        }
        Parser parser(text);
        const auto value = parser.parse();
        if (!value)
            return faulty(parser.isTooLarge() ? Sum::Fault::TooLarge : Sum::Fault::NotAnAmount, !isPlain);
        const Wide hundredfold = value->over * 100;
        if (hundredfold % value->under != 0)
            return faulty(Sum::Fault::PartOfAFen, !isPlain);
        const Wide fen = hundredfold / value->under;
        if (fen > Money::kMaxFen || fen < -Money::kMaxFen)
            return faulty(Sum::Fault::TooLarge, !isPlain);
        return {Money::fromFen(static_cast<qint64>(fen)), Sum::Fault::None, !isPlain};
    } catch (const Error &) {
        return faulty(Sum::Fault::TooLarge, !isPlain); // beyond what Money or Decimal hold
    }
}

} // namespace mishutai::ui
