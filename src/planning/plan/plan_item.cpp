#include "planning/plan/plan_item.h"

#include <QCoreApplication>

namespace mishutai::planning {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Planning", text);
}

} // namespace

const office::ChoiceTable<PlanKind> &planKinds()
{
    static const office::ChoiceTable<PlanKind> table("Planning",
        {{PlanKind::Target, "TARGET", QT_TRANSLATE_NOOP("Planning", "目标")},
            {PlanKind::Task, "TASK", QT_TRANSLATE_NOOP("Planning", "任务")},
            {PlanKind::Problem, "PROBLEM", QT_TRANSLATE_NOOP("Planning", "问题")}});
    return table;
}

const office::ChoiceTable<Direction> &directions()
{
    static const office::ChoiceTable<Direction> table("Planning",
        {{Direction::AtLeast, "AT_LEAST", QT_TRANSLATE_NOOP("Planning", "不少于"), "以上"},
            {Direction::AtMost, "AT_MOST", QT_TRANSLATE_NOOP("Planning", "不超过"), "以内"},
            {Direction::Reach, "REACH", QT_TRANSLATE_NOOP("Planning", "达到")},
            {Direction::Done, "DONE", QT_TRANSLATE_NOOP("Planning", "完成")}});
    return table;
}

std::vector<FieldError> validate(const PlanItemDetails &details)
{
    std::vector<FieldError> errors;
    if (details.year < 2000 || details.year > 2100)
        errors.push_back({"year", "range", tr("年度应在 2000 到 2100 之间")});
    if (details.title.isEmpty())
        errors.push_back({"title", "required", tr("请填写内容")});
    if (details.lineNumber < 0)
        errors.push_back({"lineNumber", "range", tr("序号应是正整数")});
    if (details.target && details.targetAmount)
        errors.push_back({"target", "both", tr("目标值和目标金额只能填一个")});
    const bool hasTarget = details.target || details.targetAmount;
    if (details.kind == PlanKind::Target && !hasTarget && details.direction != Direction::Done)
        errors.push_back({"target", "required", tr("请填写目标值；只看完成与否的，方式选「完成」")});
    if (details.kind != PlanKind::Target && hasTarget)
        errors.push_back({"target", "unexpected", tr("只有目标有目标值")});
    return errors;
}

} // namespace mishutai::planning
