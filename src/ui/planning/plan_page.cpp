#include "ui/planning/plan_page.h"

#include "planning/plan/plan_list.h"
#include "planning/plan/plan_service.h"
#include "session/work.h"
#include "ui/common/detail_pane.h"
#include "ui/planning/plan_form.h"

namespace mishutai::ui {

PlanPage::PlanPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, planning::planList(), "plan", "plan_items", parent)
{
    if (application.isReadOnly())
        return;
    offerForm(tr("新增目标"), session::Operation::PlanEdit, session::Operation::PlanEdit);
    offerRemoval(session::Operation::PlanEdit, [this](const std::vector<qint64> &ids) { remove(ids); });
}

void PlanPage::showMore(DetailPane &pane, qint64 id)
{
    const planning::PlanItem item = planning::PlanService(session()).get(PlanItemId(id));
    const auto measured = planning::progress({item}, application().metrics(), session().clock().today());
    if (!measured.empty() && !measured[0].actualText.isEmpty()) {
        pane.addSection(tr("进度"));
        pane.addRow(tr("目标"), measured[0].targetText);
        pane.addRow(tr("目前"), measured[0].actualText);
        if (measured[0].rate)
            pane.addRow(tr("完成率"), measured[0].rate->percentText(1) + (measured[0].isReached ? tr("　已完成") : QString()));
    }
}

std::unique_ptr<Form> PlanPage::makeForm(std::optional<qint64> id)
{
    const auto item = id ? std::optional(PlanItemId(*id)) : std::nullopt;
    return std::make_unique<PlanForm>(session(), item, [this](qint64 saved) { selectRecord(saved); });
}

void PlanPage::remove(const std::vector<qint64> &ids)
{
    session::Work work(session(), session::Operation::PlanEdit);
    planning::PlanService service(session());
    for (const qint64 id : ids)
        service.remove(PlanItemId(id), service.get(PlanItemId(id)).revision);
    work.commit();
}

} // namespace mishutai::ui
