#pragma once

#include "ui/records/record_page.h"

namespace mishutai::ui {

/// 活动: events and meetings, with who took part and what came of them.
class ActivityPage : public RecordPage
{
    Q_OBJECT

public:
    explicit ActivityPage(desk::Application &application, QWidget *parent = nullptr);

protected:
    void showMore(DetailPane &pane, qint64 id) override;
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;

private:
    void pasteSignUps(qint64 id);
    void remove(const std::vector<qint64> &ids);
};

} // namespace mishutai::ui
