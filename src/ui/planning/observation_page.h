#pragma once

#include "ui/records/record_page.h"

namespace mishutai::ui {

/// 指标填报: figures that are reported to us, such as followers of a channel.
class ObservationPage : public RecordPage
{
    Q_OBJECT

public:
    explicit ObservationPage(desk::Application &application, QWidget *parent = nullptr);

protected:
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;
    QStringList headline() const override { return {"name", "to"}; }
};

} // namespace mishutai::ui
