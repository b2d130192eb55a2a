#include "base/text/amount_text.h"

#include "base/chinese/capitals.h"
#include "base/chinese/text.h"
#include "base/quantity.h"

namespace mishutai {

namespace {

/// Without what stands around an amount and says nothing of it: blanks, 人民币, ¥, 整.
QString bareAmount(QStringView text)
{
    QString plain = toHalfWidth(text);
    plain.removeIf([](QChar c) { return c.isSpace(); });
    for (const QStringView word : {u"人民币", u"RMB", u"\u00A5"}) {
        if (plain.startsWith(word))
            plain.remove(0, word.size());
    }
    for (const QStringView word : {u"人民币", u"整", u"正"}) {
        if (plain.endsWith(word))
            plain.chop(word.size());
    }
    return plain;
}

/// Only what names its unit: the unit of a bare number is the column's.
std::optional<Money> amountWithUnit(QStringView text)
{
    constexpr qint64 kMicroOfFen = 10'000;
    const QString bare = bareAmount(text);
    const QString full = bare.endsWith(u'元') || bare.endsWith(u'圆') ? bare : bare + u'元';
    for (const QString &capitals : {bare, bare + u'整', full + u'整'}) {
        if (const std::optional<Money> amount = parseCapitals(capitals))
            return amount;
    }
    const std::optional<Quantity> figure = Quantity::parse(bare);
    if (!figure || figure->unit().isEmpty() || figure->qualifier() != Qualifier::Exact)
        return std::nullopt;
    const bool isMoney = figure->unit().endsWith(u'元') || figure->unit().endsWith(u'圆') || figure->unit().endsWith(u'万')
        || figure->unit().endsWith(u'亿');
    const std::optional<Quantity> yuan = isMoney ? figure->in(QStringLiteral("元")) : std::nullopt;
    if (!yuan || yuan->value()->micro() / kMicroOfFen > Money::kMaxFen || yuan->value()->micro() / kMicroOfFen < -Money::kMaxFen)
        return std::nullopt;
    return moneyFromYuan(*yuan->value());
}

} // namespace

std::optional<Money> parseAmountInYuan(QStringView text)
{
    const std::optional<Money> amount = Money::parseYuan(text);
    return amount ? amount : amountWithUnit(text);
}

std::optional<Money> parseAmountInWan(QStringView text)
{
    const std::optional<Money> amount = Money::parseWan(text);
    return amount ? amount : amountWithUnit(text);
}

} // namespace mishutai
