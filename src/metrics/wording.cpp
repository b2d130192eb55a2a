#include "metrics/wording.h"

#include "base/chinese/numerals.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/text/count_wording.h"
#include "base/text/number_text.h"

#include <QCoreApplication>

namespace mishutai::metrics {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Metrics", text);
}

struct Format {
    QString moneyUnit = "元";
    std::optional<CountWording> counted;
    bool hasUnit = true;
    bool isAbsolute = false;
    bool isCapitals = false;
    bool isChinese = false;
    std::optional<int> percentDecimals;
};

[[noreturn]] void refuse(const QString &part)
{
    throw Error(Error::Kind::Validation, translated("不认识的数字写法「%1」").arg(part), {},
        translated("可用的写法：%1").arg(knownFormats().join("、")));
}

Format parseFormat(const QString &text)
{
    Format format;
    for (const QString &raw : text.split('|', Qt::SkipEmptyParts)) {
        const QString part = raw.trimmed();
        if (part == "元" || part == "万元" || part == "亿元")
            format.moneyUnit = part;
        else if (part == "无单位")
            format.hasUnit = false;
        else if (part == "绝对值")
            format.isAbsolute = true;
        else if (part == "大写")
            format.isCapitals = true;
        else if (part == "一二三")
            format.isChinese = true;
        else if (part == "百分比" || part.startsWith("百分比:"))
            format.percentDecimals = part.section(':', 1).toInt();
        else if (const auto counted = CountWording::parse(part))
            format.counted = counted;
        else
            refuse(part);
    }
    return format;
}

QString moneyText(Money amount, const Format &format)
{
    if (format.isCapitals)
        return amount.capitals();
    const QString unit = format.hasUnit ? format.moneyUnit : QString();
    if (format.moneyUnit == "元")
        return amount.grouped() + unit;
    if (format.moneyUnit == "万元")
        return amount.wan() + unit;
    return withoutTrailingZeros(scaledText(amount.fen(), 10)) + unit;
}

/// The value as a quantity in its own words; the format's word replaces the plainest one where it says the same.
Quantity quantityOf(const MetricValue &value, const Format &format)
{
    const QString unit = format.hasUnit ? value.unit : QString();
    if (value.qualifier == Qualifier::Unknown)
        return Quantity::unknown(unit);
    const qint64 raw = format.isAbsolute ? qAbs(value.raw) : value.raw;
    const Decimal number = value.kind == ValueKind::Count ? Decimal::fromInteger(raw) : Decimal::fromMicro(raw);
    if (value.qualifier != Qualifier::Exact) {
        if (format.counted && qualifierOf(format.counted->wording) == value.qualifier)
            return Quantity::worded(number, format.counted->wording, unit);
        const auto own = wordingFromText(value.wording);
        return own && qualifierOf(*own) == value.qualifier ? Quantity::worded(number, *own, unit)
                                                           : Quantity::bounded(number, value.qualifier, unit);
    }
    if (format.counted && number.isInteger()) {
        if (const auto worded = wordCount(number.micro() / Decimal::kScale, *format.counted, unit))
            return *worded;
    }
    return Quantity::exact(number, unit);
}

} // namespace

QString word(const MetricValue &value, const QString &formatText)
{
    const Format format = parseFormat(formatText);
    if (value.kind == ValueKind::Money) {
        if (value.qualifier == Qualifier::Unknown)
            return "X" + (format.hasUnit ? format.moneyUnit : QString());
        return moneyText(Money::fromFen(format.isAbsolute ? qAbs(value.raw) : value.raw), format);
    }
    if (format.percentDecimals) {
        if (value.kind != ValueKind::Decimal)
            refuse("百分比");
        return Decimal::fromMicro(value.raw).percentText(*format.percentDecimals);
    }
    const Quantity quantity = quantityOf(value, format);
    if (format.isChinese && value.kind == ValueKind::Count && quantity.qualifier() == Qualifier::Exact)
        return chineseNumber(static_cast<int>(value.raw)) + (format.hasUnit ? value.unit : QString());
    return quantity.text();
}

QStringList knownFormats()
{
    return {
        "元", "万元", "亿元", "余:10", "超过:100", "至少:10", "近:10", "约:10", "无单位", "绝对值", "大写", "一二三", "百分比:1"};
}

} // namespace mishutai::metrics
