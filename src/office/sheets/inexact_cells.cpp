#include "office/sheets/inexact_cells.h"

#include "base/error.h"

#include <QCoreApplication>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

QString nameOfUnit(const QString &unit)
{
    return unit.isEmpty() ? tr("个") : unit;
}

} // namespace

void readQuantity(RowReader &cells, const QString &key, std::optional<Quantity> &target)
{
    if (!cells.row().has(key))
        return;
    const QString given = cells.row().text(key);
    const std::optional<Quantity> quantity = Quantity::parse(given);
    if (quantity || given.isEmpty())
        target = quantity;
    else
        cells.fail(key, QStringLiteral("format"), tr("「%1」读不懂，可写127、35余、超过1000或X").arg(given.left(40)));
}

void readQuantityIn(RowReader &cells, const QString &key, const QString &unit, std::optional<Quantity> &target)
{
    std::optional<Quantity> quantity = target;
    const size_t faults = cells.errors().size();
    readQuantity(cells, key, quantity);
    if (cells.errors().size() != faults)
        return;
    if (quantity && !quantity->in(unit))
        cells.fail(key, QStringLiteral("format"),
            tr("「%1」换算不成以%2为单位的数，请只写数字").arg(cells.row().text(key).left(40), nameOfUnit(unit)));
    else
        target = withoutUnit(quantity, unit);
}

std::optional<Quantity> withoutUnit(const std::optional<Quantity> &quantity, const QString &unit)
{
    if (!quantity || quantity->unit().isEmpty())
        return quantity;
    const std::optional<Quantity> converted = quantity->in(unit);
    if (!converted)
        throw Error(Error::Kind::Validation, tr("「%1」换算不成以%2为单位的数").arg(quantity->text(), nameOfUnit(unit)), {},
            tr("请按这个单位只写数字"));
    const std::optional<Decimal> value = converted->value();
    return value ? Quantity::worded(*value, converted->wording()) : Quantity::unknown({}, converted->wording());
}

void readKnownDate(RowReader &cells, const QString &key, QDate today, DatePrecision coarsest, KnownDate &target)
{
    if (!cells.row().has(key))
        return;
    const QString given = cells.row().text(key);
    if (given.isEmpty()) {
        target = {};
        return;
    }
    const std::optional<KnownDate> date = KnownDate::parse(given, today);
    if (date && date->precision <= coarsest)
        target = *date;
    else
        cells.fail(
            key, QStringLiteral("format"), tr("「%1」不是日期，请写成2021-05-14这样；只知道月份的写2021-05").arg(given.left(40)));
}

} // namespace mishutai::office
