#pragma once

#include "base/quantity.h"
#include "ui/common/fields/field.h"

#include <optional>

namespace mishutai::ui {

/// A figure as reports write it: 127家, 20余次, 近6倍, X家. X is "not known" and never 0.
class QuantityField : public LineField
{
    Q_OBJECT

public:
    /// @param unit taken where none is typed, and into which 万 and 亿 are turned: 1.2亿 in a field of 万元 is 12000万元
    explicit QuantityField(QString unit = {}, QWidget *parent = nullptr);

    std::optional<Quantity> quantity() const;
    void setQuantity(const std::optional<Quantity> &quantity);
    QString fault() const override;
    bool finish() override;

protected:
    void textChanged() override;

private:
    QString m_unit;
};

} // namespace mishutai::ui
