#include "base/quantity.h"

#include "base/error.h"

#include <QCoreApplication>

namespace mishutai {

namespace {

/// 25余 is not Chinese: these two words want a round number.
bool wantsRoundNumber(Wording wording)
{
    return wording == Wording::Yu || wording == Wording::Duo;
}

bool isRound(Decimal value)
{
    return value.micro() % (10 * Decimal::kScale) == 0;
}

Qualifier folded(Qualifier a, Qualifier b)
{
    if (a == Qualifier::Exact)
        return b;
    if (b == Qualifier::Exact || a == b)
        return a;
    return Qualifier::About;
}

/// A true word for a sum whose parts had these words.
Wording foldedWording(Wording a, Wording b, Decimal total)
{
    const Qualifier qualifier = folded(qualifierOf(a), qualifierOf(b));
    const bool isOneWord = a == b || a == Wording::None || b == Wording::None;
    if (isOneWord) {
        const Wording kept = a == Wording::None ? b : a;
        return wantsRoundNumber(kept) && !isRound(total) ? Wording::Exceeding : kept;
    }
    if (qualifier == Qualifier::Below && (a == Wording::NotMore || b == Wording::NotMore))
        return Wording::NotMore;
    return plainWording(qualifier);
}

/// What "minus 20余" adds: an upper bound, in a word that is true of it.
Wording turned(Wording wording)
{
    switch (qualifierOf(wording)) {
    case Qualifier::Above:
        return includesBound(wording) ? Wording::NotMore : Wording::ShortOf;
    case Qualifier::Below:
        return includesBound(wording) ? Wording::AtLeast : Wording::Exceeding;
    default:
        return wording;
    }
}

void requireSameUnit(const Quantity &a, const Quantity &b)
{
    if (a.unit() != b.unit())
        throw Error(Error::Kind::Validation, QCoreApplication::translate("Base", "单位不同的数不能相加减"),
            QCoreApplication::translate("Base", "一个数的单位是「%1」，另一个是「%2」").arg(a.unit(), b.unit()),
            QCoreApplication::translate("Base", "请把两个数改成同一单位"));
}

} // namespace

Quantity::Quantity(std::optional<Decimal> value, Wording wording, QString unit)
    : m_value(value), m_wording(wording), m_unit(std::move(unit))
{
}

Quantity Quantity::exact(Decimal value, QString unit)
{
    return Quantity(value, Wording::None, std::move(unit));
}

Quantity Quantity::worded(Decimal value, Wording wording, QString unit)
{
    return Quantity(value, wording, std::move(unit));
}

Quantity Quantity::bounded(Decimal value, Qualifier qualifier, QString unit)
{
    if (qualifier == Qualifier::Unknown)
        return unknown(std::move(unit));
    return Quantity(value, plainWording(qualifier), std::move(unit));
}

Quantity Quantity::unknown(QString unit, Wording wording)
{
    return Quantity(std::nullopt, wording, std::move(unit));
}

Quantity operator+(const Quantity &a, const Quantity &b)
{
    requireSameUnit(a, b);
    if (!a.value() || !b.value())
        return Quantity::unknown(a.unit());
    const Decimal total = *a.value() + *b.value();
    return Quantity::worded(total, foldedWording(a.wording(), b.wording(), total), a.unit());
}

Quantity operator-(const Quantity &a, const Quantity &b)
{
    requireSameUnit(a, b);
    if (!a.value() || !b.value())
        return Quantity::unknown(a.unit());
    return a + Quantity::worded(-*b.value(), turned(b.wording()), b.unit());
}

std::optional<Quantity> ratio(const Quantity &a, const Quantity &b, QString unit)
{
    if (!a.value() || !b.value())
        return Quantity::unknown(std::move(unit));
    const auto quotient = ratio(*a.value(), *b.value());
    if (!quotient)
        return std::nullopt;
    const bool isExact = a.qualifier() == Qualifier::Exact && b.qualifier() == Qualifier::Exact;
    return Quantity::worded(*quotient, isExact ? Wording::None : Wording::About, std::move(unit));
}

QuantitySum sum(std::span<const std::optional<Quantity>> figures)
{
    QuantitySum result;
    result.all = static_cast<int>(figures.size());
    const auto add = [](std::optional<Quantity> &to, const Quantity &figure) { to = to ? *to + figure : figure; };
    for (const std::optional<Quantity> &figure : figures) {
        if (!figure)
            continue;
        ++result.filled;
        add(result.total, *figure);
        if (figure->value())
            add(result.known, *figure);
        else
            ++result.unknown;
    }
    return result;
}

} // namespace mishutai
