#include "ui/common/fields/quantity_field.h"

namespace mishutai::ui {

QuantityField::QuantityField(QString unit, QWidget *parent) : LineField(parent), m_unit(std::move(unit))
{
    setPlaceholder(tr("例如 20、20余%1、约50%1、X%1").arg(m_unit));
}

std::optional<Quantity> QuantityField::quantity() const
{
    const auto parsed = Quantity::parse(text().trimmed());
    if (!parsed || !parsed->unit().isEmpty() || m_unit.isEmpty())
        return parsed;
    if (!parsed->value())
        return Quantity::unknown(m_unit, parsed->wording());
    return Quantity::worded(*parsed->value(), parsed->wording(), m_unit);
}

void QuantityField::setQuantity(const std::optional<Quantity> &quantity)
{
    setText(quantity ? quantity->text() : QString());
}

QString QuantityField::fault() const
{
    return isEmpty() || quantity() ? QString() : tr("不是数量，例如 20、20余次、超过1200人、近6倍、X家");
}

bool QuantityField::finish()
{
    if (const auto figure = quantity())
        edit()->setText(figure->text());
    return LineField::finish();
}

void QuantityField::textChanged()
{
    const auto figure = isEmpty() ? std::nullopt : quantity();
    if (!figure) {
        showHint({});
        return;
    }
    switch (figure->qualifier()) {
    case Qualifier::Exact:
        showHint({});
        break;
    case Qualifier::Unknown:
        showHint(tr("未知：合计时另计「未报」，不当作 0"));
        break;
    default:
        showHint(tr("不精确：%1").arg(figure->text()));
    }
}

} // namespace mishutai::ui
