#include "casework/steps/step.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

} // namespace

const office::ChoiceTable<StepKind> &stepKinds()
{
    static const office::ChoiceTable<StepKind> table("Casework",
        {
            {StepKind::Accept, "ACCEPT", QT_TRANSLATE_NOOP("Casework", "受理")},
            {StepKind::FollowUp, "FOLLOW_UP", QT_TRANSLATE_NOOP("Casework", "跟进"), "办理/推进"},
            {StepKind::Trip, "TRIP", QT_TRANSLATE_NOOP("Casework", "外出对接"), "外出/出差"},
            {StepKind::Extend, "EXTEND", QT_TRANSLATE_NOOP("Casework", "延期")},
            {StepKind::Close, "CLOSE", QT_TRANSLATE_NOOP("Casework", "办结"), "销号"},
            {StepKind::Revisit, "REVISIT", QT_TRANSLATE_NOOP("Casework", "回访")},
            {StepKind::Reopen, "REOPEN", QT_TRANSLATE_NOOP("Casework", "重开")},
            {StepKind::Milestone, "MILESTONE", QT_TRANSLATE_NOOP("Casework", "节点"), "里程碑/分期限"},
        });
    return table;
}

std::vector<FieldError> validate(const StepDetails &details)
{
    parties::FieldRules rules;
    rules.addIf(!details.onDate.isValid(), "onDate", "required", tr("请填写日期，如2021-05-14"));
    rules.length("content", details.content, 2000, tr("办理情况"));
    rules.addIf(details.lineNumber < 0, "lineNumber", "range", tr("序号应是正整数"));
    rules.addIf(details.kind == StepKind::Milestone && !details.dueOn.isValid(), "dueOn", "required", tr("节点要有期限"));
    return rules.take();
}

} // namespace mishutai::casework
