#include "ui/common/fields/number_field.h"

#include "base/chinese/text.h"
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

CountField::CountField(QWidget *parent) : LineField(parent)
{
    edit()->setAlignment(Qt::AlignRight);
}

std::optional<int> CountField::count() const
{
    bool isWhole = false;
    const int value = toHalfWidth(text()).remove(u',').trimmed().toInt(&isWhole);
    return isWhole ? std::optional(value) : std::nullopt;
}

void CountField::setCount(std::optional<int> count)
{
    setText(count ? QString::number(*count) : QString());
}

QString CountField::fault() const
{
    return isEmpty() || count() ? QString() : tr("不是整数，请只写数字，例如 120");
}

bool CountField::finish()
{
    if (const auto whole = count())
        edit()->setText(QString::number(*whole));
    return LineField::finish();
}

} // namespace mishutai::ui
