#include "ui/common/fields/money_field.h"

#include "ui/common/fields/arithmetic.h"

namespace mishutai::ui {

MoneyField::MoneyField(QWidget *parent) : LineField(parent)
{
    setPlaceholder(tr("元，可写 1200*3"));
    edit()->setAlignment(Qt::AlignRight);
}

std::optional<Money> MoneyField::money() const
{
    return isEmpty() ? std::nullopt : evaluateYuan(text()).money;
}

void MoneyField::setMoney(std::optional<Money> money)
{
    setText(money ? money->grouped() : QString());
}

QString MoneyField::fault() const
{
    if (isEmpty())
        return {};
    switch (evaluateYuan(text()).fault) {
    case Sum::Fault::None:
        return {};
    case Sum::Fault::PartOfAFen:
        return tr("金额只到分，请改为最多两位小数（不代为四舍五入）");
    case Sum::Fault::TooLarge:
        return tr("金额超出可记录的范围");
    case Sum::Fault::NotAnAmount:
        return tr("不是金额，例如 1,234.50、1200*3、12.5万");
    }
    return {};
}

bool MoneyField::finish()
{
    if (const auto amount = money())
        edit()->setText(amount->grouped());
    return LineField::finish();
}

void MoneyField::textChanged()
{
    const Sum sum = isEmpty() ? Sum() : evaluateYuan(text());
    if (!sum.money) {
        showHint({});
        return;
    }
    const QString amount = sum.isArithmetic ? tr("= %1　").arg(sum.money->grouped()) : QString();
    showHint(tr("%1%2　%3万元").arg(amount, sum.money->capitals(), sum.money->wan()));
}

} // namespace mishutai::ui
