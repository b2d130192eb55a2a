#pragma once

#include "ui/common/fields/field.h"

namespace mishutai::ui {

/// An exact number with up to six decimals, as Decimal takes it.
class NumberField : public LineField
{
    Q_OBJECT

public:
    explicit NumberField(QWidget *parent = nullptr);
    QString fault() const override;
    bool finish() override;
};

} // namespace mishutai::ui
