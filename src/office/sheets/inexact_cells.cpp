#include "office/sheets/inexact_cells.h"

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
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

std::optional<Quantity> withoutUnit(const std::optional<Quantity> &quantity)
{
    if (!quantity || quantity->unit().isEmpty())
        return quantity;
    const std::optional<Decimal> value = quantity->value();
    return value ? Quantity::worded(*value, quantity->wording()) : Quantity::unknown({}, quantity->wording());
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
