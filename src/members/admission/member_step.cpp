#include "members/admission/member_step.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

} // namespace

const office::ChoiceTable<StepKind> &stepKinds()
{
    static const office::ChoiceTable<StepKind> table("Members",
        {
            {StepKind::Application, "APPLICATION", QT_TRANSLATE_NOOP("Members", "申请"), "入会申请"},
            {StepKind::Review, "REVIEW", QT_TRANSLATE_NOOP("Members", "初审"), "资料审核"},
            {StepKind::Visit, "VISIT", QT_TRANSLATE_NOOP("Members", "考察"), "实地考察"},
            {StepKind::Deliberation, "DELIBERATION", QT_TRANSLATE_NOOP("Members", "审议"), "理事会审议/表决"},
            {StepKind::Payment, "PAYMENT", QT_TRANSLATE_NOOP("Members", "缴费"), "缴纳会费"},
            {StepKind::Certificate, "CERTIFICATE", QT_TRANSLATE_NOOP("Members", "发证"), "颁发证书"},
        });
    return table;
}

const office::ChoiceTable<StepResult> &stepResults()
{
    static const office::ChoiceTable<StepResult> table("Members",
        {
            {StepResult::Passed, "PASSED", QT_TRANSLATE_NOOP("Members", "通过"), "同意/完成"},
            {StepResult::Refused, "REFUSED", QT_TRANSLATE_NOOP("Members", "不通过"), "未通过/不同意"},
            {StepResult::Deferred, "DEFERRED", QT_TRANSLATE_NOOP("Members", "缓议"), "暂缓"},
        });
    return table;
}

std::vector<StepKind> stepsOf(const QString &setting)
{
    std::vector<StepKind> steps;
    for (const QString &word : setting.split(' ', Qt::SkipEmptyParts)) {
        const std::optional<StepKind> kind = stepKinds().fromStored(word);
        if (kind && std::ranges::find(steps, *kind) == steps.end())
            steps.push_back(*kind);
    }
    std::ranges::sort(steps);
    return steps;
}

QString settingOf(const std::vector<StepKind> &steps)
{
    QStringList words;
    for (const StepKind kind : steps)
        words.append(stepKinds().stored(kind));
    return words.join(' ');
}

std::vector<FieldError> validate(const MemberStepDetails &details)
{
    parties::FieldRules rules;
    rules.addIf(!details.onDate.isValid(), "onDate", "required", tr("请填写日期"));
    rules.length("meeting", details.meeting, 100, tr("会议"));
    rules.length("document", details.document, 100, tr("文号"));
    rules.length("note", details.note, 1000, tr("说明"));
    return rules.take();
}

} // namespace mishutai::members
