#include "ui/common/fields/quantity_field.h"

namespace mishutai::ui {

QuantityField::QuantityField(QString unit, QWidget *parent) : LineField(parent), m_unit(std::move(unit))
{
    setPlaceholder(tr("例如 20、20余%1、约50%1、X%1").arg(m_unit));
}

std::optional<Quantity> QuantityField::quantity() const
{
    const auto parsed = Quantity::parse(text().trimmed());
    return parsed && !m_unit.isEmpty() ? parsed->in(m_unit) : parsed;
}

void QuantityField::setQuantity(const std::optional<Quantity> &quantity)
{
    setText(quantity ? quantity->text() : QString());
}

QString QuantityField::fault() const
{
    if (isEmpty() || quantity())
        return {};
    return Quantity::parse(text().trimmed()) ? tr("换算不成以%1为单位的数，请只写数字").arg(m_unit)
                                             : tr("不是数量，例如 20、20余次、超过1200人、近6倍、X家");
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
