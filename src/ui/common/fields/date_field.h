#pragma once

#include "ui/common/fields/field.h"

#include <QDate>

#include <functional>
#include <optional>

namespace mishutai::ui {

/// A day as parseDate() takes it (20210514, 2021.5.14, 5.14, 5月14日, 今天 …). Below stands what was understood; what is no day
/// is refused, never guessed. On a whole date + and − (also ↑ ↓) change the day, PgUp and PgDn the month, T is today.
class DateField : public LineField
{
    Q_OBJECT

public:
    /// @param today of the session's clock
    explicit DateField(std::function<QDate()> today, QWidget *parent = nullptr);

    std::optional<QDate> date() const;
    void setDate(std::optional<QDate> date);
    QString fault() const override;
    bool finish() override;

protected:
    bool keyPressed(QKeyEvent *event) override;
    void textChanged() override;

private:
    void change(QDate date);

    std::function<QDate()> m_today;
};

} // namespace mishutai::ui
