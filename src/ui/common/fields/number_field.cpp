#include "ui/common/fields/number_field.h"

#include "base/decimal.h"

namespace mishutai::ui {

NumberField::NumberField(QWidget *parent) : LineField(parent)
{
    edit()->setAlignment(Qt::AlignRight);
}

QString NumberField::fault() const
{
    return isEmpty() || Decimal::parse(text().trimmed()) ? QString() : tr("不是数，例如 12、1,200、3.5");
}

bool NumberField::finish()
{
    if (const auto number = Decimal::parse(text().trimmed()))
        edit()->setText(number->text());
    return LineField::finish();
}

} // namespace mishutai::ui
