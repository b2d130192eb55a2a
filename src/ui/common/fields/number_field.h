#pragma once

#include "ui/common/fields/field.h"

#include <optional>

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

/// A whole number: persons, a year.
class CountField : public LineField
{
    Q_OBJECT

public:
    explicit CountField(QWidget *parent = nullptr);
    /// Nothing for an empty field and for what is no whole number.
    std::optional<int> count() const;
    void setCount(std::optional<int> count);
    QString fault() const override;
    bool finish() override;
};

} // namespace mishutai::ui
