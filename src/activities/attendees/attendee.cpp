#include "activities/attendees/attendee.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

constexpr int kMostHeads = 100000;

} // namespace

const office::ChoiceTable<Capacity> &capacities()
{
    static const office::ChoiceTable<Capacity> table("Activities",
        {
            {Capacity::Participant, "PARTICIPANT", QT_TRANSLATE_NOOP("Activities", "参加"), "参会/与会"},
            {Capacity::Exhibitor, "EXHIBITOR", QT_TRANSLATE_NOOP("Activities", "参展"), "参展单位"},
            {Capacity::Speaker, "SPEAKER", QT_TRANSLATE_NOOP("Activities", "演讲"), "主讲/嘉宾"},
            {Capacity::Expert, "EXPERT", QT_TRANSLATE_NOOP("Activities", "专家")},
            {Capacity::Leader, "LEADER", QT_TRANSLATE_NOOP("Activities", "领导"), "出席领导"},
            {Capacity::Visitor, "VISITOR", QT_TRANSLATE_NOOP("Activities", "参观"), "观众"},
            {Capacity::OwnStaff, "OWN_STAFF", QT_TRANSLATE_NOOP("Activities", "工作人员"), "秘书处"},
        });
    return table;
}

AttendeeDetails tidied(AttendeeDetails details)
{
    details.nameAsGiven = details.nameAsGiven.trimmed();
    details.phone = parties::tidiedPhone(details.phone);
    details.note = details.note.trimmed();
    return details;
}

std::vector<FieldError> validate(const AttendeeDetails &details)
{
    parties::FieldRules rules;
    rules.addIf(!details.unit && !details.person && details.nameAsGiven.isEmpty(), "nameAsGiven", "required",
        tr("请填写单位、人员或报名时写的名字"));
    rules.length("nameAsGiven", details.nameAsGiven, 200, tr("报名所写"));
    rules.phone("phone", details.phone);
    rules.addIf(details.lineNumber < 0, "lineNumber", "range", tr("序号应是正整数"));
    rules.addIf(
        details.headCount < 0 || details.headCount > kMostHeads, "headCount", "range", tr("人数应在0到%1之间").arg(kMostHeads));
    rules.length("note", details.note, 300, tr("备注"));
    return rules.take();
}

} // namespace mishutai::activities
