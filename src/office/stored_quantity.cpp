#include "office/stored_quantity.h"

#include "db/statement.h"

namespace mishutai::office {

void appendQuantity(db::Row &row, const QString &name, const std::optional<Quantity> &quantity)
{
    const auto value = quantity ? quantity->value() : std::nullopt;
    row.emplace_back(name + "_micro", value ? QVariant(value->micro()) : QVariant());
    row.emplace_back(name + "_qualifier", quantity ? QVariant(qualifierName(quantity->qualifier())) : QVariant());
    row.emplace_back(name + "_wording", quantity ? db::orNull(wordingText(quantity->wording())) : QVariant());
}

std::optional<Quantity> readQuantity(const db::Statement &statement, const QString &name, const QString &unit)
{
    const auto column = [&](const char *suffix) { return name.toUtf8() + suffix; };
    const auto qualifier = qualifierFromName(statement.text(column("_qualifier")));
    if (!qualifier)
        return std::nullopt;
    const Wording wording = wordingFromText(statement.text(column("_wording"))).value_or(Wording::None);
    if (*qualifier == Qualifier::Unknown)
        return Quantity::unknown(unit, wording);
    const Decimal value = Decimal::fromMicro(statement.integer(column("_micro")));
    return wording == Wording::None ? Quantity::bounded(value, *qualifier, unit) : Quantity::worded(value, wording, unit);
}

QString quantityText(const std::optional<Quantity> &quantity)
{
    if (!quantity)
        return {};
    if (!quantity->value())
        return Quantity::unknown({}, quantity->wording()).text();
    return Quantity::worded(*quantity->value(), quantity->wording()).text();
}

} // namespace mishutai::office
