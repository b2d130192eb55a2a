#pragma once

#include "base/money.h"
#include "ui/common/fields/field.h"

#include <optional>

namespace mishutai::ui {

/// An amount in yuan; arithmetic such as 1200*3 is worked out in whole fen. Below stand 大写 and 万元 while it is typed. A third
/// decimal is refused. Leaving the field writes the amount in full: 3,600.00.
class MoneyField : public LineField
{
    Q_OBJECT

public:
    explicit MoneyField(QWidget *parent = nullptr);

    std::optional<Money> money() const;
    void setMoney(std::optional<Money> money);
    QString fault() const override;
    bool finish() override;

protected:
    void textChanged() override;
};

} // namespace mishutai::ui
