#pragma once

#include "ui/records/record_page.h"

namespace mishutai::ui {

/// 年度目标: what was planned, and how far the records say it has come.
class PlanPage : public RecordPage
{
    Q_OBJECT

public:
    explicit PlanPage(desk::Application &application, QWidget *parent = nullptr);

protected:
    void showMore(DetailPane &pane, qint64 id) override;
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;
    QStringList headline() const override { return {"title", "code"}; }

private:
    void remove(const std::vector<qint64> &ids);
};

} // namespace mishutai::ui
