#include "casework/cases/case.h"

#include "office/sheets/inexact_cells.h"
#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

struct TextField {
    const char *field;
    QString CaseDetails::*text;
    int most;
    const char *label;
};

constexpr TextField kTexts[] = {
    {"code", &CaseDetails::code, 40, QT_TRANSLATE_NOOP("Casework", "编号")},
    {"category", &CaseDetails::category, 60, QT_TRANSLATE_NOOP("Casework", "类别")},
    {"title", &CaseDetails::title, 200, QT_TRANSLATE_NOOP("Casework", "事项")},
    {"content", &CaseDetails::content, 10000, QT_TRANSLATE_NOOP("Casework", "内容")},
    {"source", &CaseDetails::source, 100, QT_TRANSLATE_NOOP("Casework", "来源")},
    {"documentNumber", &CaseDetails::documentNumber, 100, QT_TRANSLATE_NOOP("Casework", "文号")},
    {"result", &CaseDetails::result, 2000, QT_TRANSLATE_NOOP("Casework", "办理结果")},
    {"feedback", &CaseDetails::feedback, 2000, QT_TRANSLATE_NOOP("Casework", "反馈")},
    {"quantityUnit", &CaseDetails::quantityUnit, 20, QT_TRANSLATE_NOOP("Casework", "计量单位")},
    {"tags", &CaseDetails::tags, 300, QT_TRANSLATE_NOOP("Casework", "标签")},
    {"notes", &CaseDetails::notes, 10000, QT_TRANSLATE_NOOP("Casework", "备注")},
};

void checkFigures(const CaseDetails &d, parties::FieldRules &rules)
{
    rules.addIf(d.satisfaction && (*d.satisfaction < 1 || *d.satisfaction > 5), "satisfaction", "range", tr("满意度是1到5分"));
    const std::optional<Decimal> value = d.quantity ? d.quantity->value() : std::nullopt;
    rules.addIf(value && value->micro() < 0, "quantity", "range", tr("数量不能是负数"));
}

void checkState(const CaseDetails &d, const CaseState &state, parties::FieldRules &rules)
{
    const bool isDone = isClosed(state.status);
    rules.addIf(isDone && !state.closedOn.isValid(), "closedOn", "required", tr("状态是已办结或已撤销，请填写办结日期"));
    rules.addIf(!isDone && state.closedOn.isValid(), "closedOn", "unexpected", tr("还没有办结，办结日期应留空"));
    rules.addIf(isDone && d.result.isEmpty(), "result", "required", tr("请填写办理结果"));
    rules.addIf(state.closedOn.isValid() && d.openedOn.isValid() && state.closedOn < d.openedOn, "closedOn", "range",
        tr("办结日期早于受理日期"));
    rules.addIf(state.extendedDueOn.isValid() && !d.dueOn.isValid(), "extendedDueOn", "unexpected",
        tr("没有办理期限，谈不上延期；请先填办理期限"));
    rules.addIf(state.extendedDueOn.isValid() && d.dueOn.isValid() && state.extendedDueOn <= d.dueOn, "extendedDueOn", "range",
        tr("延期后的期限应晚于原期限"));
    rules.addIf(state.reopenedCount < 0, "reopenedCount", "range", tr("重开次数不能是负数"));
}

} // namespace

const office::ChoiceTable<CaseKind> &caseKinds()
{
    static const office::ChoiceTable<CaseKind> table("Casework",
        {
            {CaseKind::Service, "SERVICE", QT_TRANSLATE_NOOP("Casework", "企业服务"), "服务/会员服务"},
            {CaseKind::Visit, "VISIT", QT_TRANSLATE_NOOP("Casework", "走访调研"), "走访/调研/上门咨询"},
            {CaseKind::Match, "MATCH", QT_TRANSLATE_NOOP("Casework", "牵线对接"), "对接/牵线搭桥/供需对接"},
            {CaseKind::Taskforce, "TASKFORCE", QT_TRANSLATE_NOOP("Casework", "工作专班"), "专班"},
            {CaseKind::Incoming, "INCOMING", QT_TRANSLATE_NOOP("Casework", "交办事项"), "收文任务/收文/交办/委托"},
            {CaseKind::Problem, "PROBLEM", QT_TRANSLATE_NOOP("Casework", "问题"), "困难问题/诉求"},
            {CaseKind::Hazard, "HAZARD", QT_TRANSLATE_NOOP("Casework", "隐患"), "安全隐患"},
            {CaseKind::Application, "APPLICATION", QT_TRANSLATE_NOOP("Casework", "项目申报"), "申报"},
            {CaseKind::Research, "RESEARCH", QT_TRANSLATE_NOOP("Casework", "课题研究"), "研究/课题/产业研究"},
            {CaseKind::Supply, "SUPPLY", QT_TRANSLATE_NOOP("Casework", "供给")},
            {CaseKind::Demand, "DEMAND", QT_TRANSLATE_NOOP("Casework", "需求")},
            {CaseKind::Financing, "FINANCING", QT_TRANSLATE_NOOP("Casework", "融资服务"), "融资"},
            {CaseKind::Policy, "POLICY", QT_TRANSLATE_NOOP("Casework", "政策兑现"), "政策"},
            {CaseKind::Liaison, "LIAISON", QT_TRANSLATE_NOOP("Casework", "联络协调"), "联络/协调"},
            {CaseKind::Internal, "INTERNAL", QT_TRANSLATE_NOOP("Casework", "内部建设"), "内部/筹建"},
        });
    return table;
}

const office::ChoiceTable<Urgency> &urgencies()
{
    static const office::ChoiceTable<Urgency> table("Casework",
        {
            {Urgency::Normal, "NORMAL", QT_TRANSLATE_NOOP("Casework", "一般"), "平件/普通"},
            {Urgency::Urgent, "URGENT", QT_TRANSLATE_NOOP("Casework", "加急"), "急件"},
            {Urgency::VeryUrgent, "VERY_URGENT", QT_TRANSLATE_NOOP("Casework", "特急")},
        });
    return table;
}

const office::ChoiceTable<CaseStatus> &caseStatuses()
{
    static const office::ChoiceTable<CaseStatus> table("Casework",
        {
            {CaseStatus::Open, "OPEN", QT_TRANSLATE_NOOP("Casework", "待办"), "已受理/未办"},
            {CaseStatus::Doing, "DOING", QT_TRANSLATE_NOOP("Casework", "在办"), "办理中/推进中"},
            {CaseStatus::Done, "DONE", QT_TRANSLATE_NOOP("Casework", "已办结"), "办结/已完成/已销号/销号"},
            {CaseStatus::Verified, "VERIFIED", QT_TRANSLATE_NOOP("Casework", "已回访"), "已复核"},
            {CaseStatus::Withdrawn, "WITHDRAWN", QT_TRANSLATE_NOOP("Casework", "已撤销"), "撤销/作废"},
        });
    return table;
}

bool isClosed(CaseStatus status)
{
    return status == CaseStatus::Done || status == CaseStatus::Verified || status == CaseStatus::Withdrawn;
}

CaseDetails tidied(CaseDetails details)
{
    for (const TextField &each : kTexts)
        details.*each.text = (details.*each.text).trimmed();
    details.openedOn = office::KnownDate::around(details.openedOn, details.precision).from;
    if (details.quantity && details.quantityUnit.isEmpty())
        details.quantityUnit = details.quantity->unit();
    details.quantity = office::withoutUnit(details.quantity, details.quantityUnit);
    return details;
}

std::vector<FieldError> validate(const CaseDetails &details, const CaseState &state)
{
    parties::FieldRules rules;
    rules.required("title", details.title, tr("事项"));
    for (const TextField &each : kTexts)
        rules.length(QString::fromLatin1(each.field), details.*each.text, each.most, tr(each.label));
    rules.addIf(!details.openedOn.isValid(), "openedOn", "required", tr("请填写受理日期，如2021-05-14；只知道月份的写2021-05"));
    rules.addIf(details.dueOn.isValid() && details.openedOn.isValid() && details.dueOn < details.openedOn, "dueOn", "range",
        tr("办理期限早于受理日期"));
    checkFigures(details, rules);
    checkState(details, state, rules);
    return rules.take();
}

} // namespace mishutai::casework
