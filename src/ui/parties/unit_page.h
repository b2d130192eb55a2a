#pragma once

#include "ui/records/record_page.h"

namespace mishutai::ui {

/// 单位库: every organisation once, members or not.
class UnitPage : public RecordPage
{
    Q_OBJECT

public:
    explicit UnitPage(desk::Application &application, QWidget *parent = nullptr);

protected:
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;
};

} // namespace mishutai::ui
