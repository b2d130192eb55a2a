#pragma once

#include "ui/records/record_page.h"

namespace mishutai::ui {

/// 自定义字段: what this office keeps of members and units beside what the program knows: kind, choices, order, retired or not.
class CustomFieldPage : public RecordPage
{
    Q_OBJECT

public:
    explicit CustomFieldPage(desk::Application &application, QWidget *parent = nullptr);

    QString helpText() const override;

protected:
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;
    QStringList headline() const override { return {"name", "owner"}; }

private:
    void offerMoving(const QString &label, const QKeySequence &keys, int step);
};

} // namespace mishutai::ui
