#include "activities/events/activity.h"

#include "office/sheets/inexact_cells.h"
#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

struct TextField {
    const char *field;
    QString ActivityDetails::*text;
    int most;
    const char *label;
};

constexpr TextField kTexts[] = {
    {"code", &ActivityDetails::code, 40, QT_TRANSLATE_NOOP("Activities", "活动编号")},
    {"name", &ActivityDetails::name, 200, QT_TRANSLATE_NOOP("Activities", "活动名称")},
    {"series", &ActivityDetails::series, 100, QT_TRANSLATE_NOOP("Activities", "系列")},
    {"place", &ActivityDetails::place, 200, QT_TRANSLATE_NOOP("Activities", "地点")},
    {"district", &ActivityDetails::district, 60, QT_TRANSLATE_NOOP("Activities", "区县")},
    {"content", &ActivityDetails::content, 10000, QT_TRANSLATE_NOOP("Activities", "活动内容")},
    {"outcome", &ActivityDetails::outcome, 2000, QT_TRANSLATE_NOOP("Activities", "成效")},
    {"publicity", &ActivityDetails::publicity, 2000, QT_TRANSLATE_NOOP("Activities", "宣传报道")},
    {"agenda", &ActivityDetails::agenda, 10000, QT_TRANSLATE_NOOP("Activities", "议程")},
    {"tags", &ActivityDetails::tags, 300, QT_TRANSLATE_NOOP("Activities", "标签")},
    {"notes", &ActivityDetails::notes, 10000, QT_TRANSLATE_NOOP("Activities", "备注")},
};

void checkDates(const ActivityDetails &d, parties::FieldRules &rules)
{
    rules.addIf(!d.startsOn.isValid(), "startsOn", "required", tr("请填写日期，如2021-05-14；只知道月份的写2021-05"));
    rules.addIf(
        d.endsOn.isValid() && d.startsOn.isValid() && d.endsOn < d.startsOn, "endsOn", "range", tr("结束日期早于开始日期"));
    rules.addIf(d.precision == office::DatePrecision::Year, "startsOn", "format", tr("活动日期至少要到月份"));
    rules.addIf(d.taskReceivedOn.isValid() && d.endsOn.isValid() && d.taskReceivedOn > d.endsOn, "taskReceivedOn", "range",
        tr("接受任务的日期晚于活动日期"));
    rules.addIf(d.reportedOn.isValid() && d.startsOn.isValid() && d.reportedOn < d.startsOn, "reportedOn", "range",
        tr("报送日期早于活动日期"));
}

void checkNumbers(const ActivityDetails &d, parties::FieldRules &rules)
{
    const auto negative = [&](const char *field, const std::optional<Quantity> &quantity, const QString &label) {
        const std::optional<Decimal> value = quantity ? quantity->value() : std::nullopt;
        rules.addIf(value && value->micro() < 0, field, "range", tr("%1不能是负数").arg(label));
    };
    negative("participants", d.participants, tr("参加人数"));
    negative("online", d.online, tr("线上人数"));
    negative("enterprises", d.enterprises, tr("企业数"));
    rules.addIf(d.venueCount && *d.venueCount < 1, "venueCount", "range", tr("会场数至少是1"));
    rules.addIf(d.termNumber && *d.termNumber < 1, "termNumber", "range", tr("届数至少是1"));
    rules.addIf(d.sessionNumber && *d.sessionNumber < 1, "sessionNumber", "range", tr("次数至少是1"));
}

void checkMeeting(const ActivityDetails &d, parties::FieldRules &rules)
{
    const bool isMeeting = d.kind == ActivityKind::Meeting;
    rules.addIf(d.body && !isMeeting, "body", "unexpected", tr("只有会议才填会议名称，请改类型或清空这一项"));
    const bool isNumbered = d.termNumber || d.sessionNumber || d.isEnlarged;
    rules.addIf(isNumbered && !d.body, "body", "required", tr("填了届次，请选是什么会议（理事会、会员大会等）"));
}

} // namespace

const office::ChoiceTable<ActivityKind> &activityKinds()
{
    static const office::ChoiceTable<ActivityKind> table("Activities",
        {
            {ActivityKind::Meeting, "MEETING", QT_TRANSLATE_NOOP("Activities", "会议")},
            {ActivityKind::Training, "TRAINING", QT_TRANSLATE_NOOP("Activities", "培训"), "讲座/培训学习"},
            {ActivityKind::Forum, "FORUM", QT_TRANSLATE_NOOP("Activities", "论坛"), "峰会/学术交流"},
            {ActivityKind::Exhibition, "EXHIBITION", QT_TRANSLATE_NOOP("Activities", "展会"), "展览/参展/博览会"},
            {ActivityKind::Matching, "MATCHING", QT_TRANSLATE_NOOP("Activities", "对接会"), "对接/供需对接/产学研对接"},
            {ActivityKind::Promotion, "PROMOTION", QT_TRANSLATE_NOOP("Activities", "宣讲推介"), "宣讲/推介/推介会/政策解读"},
            {ActivityKind::Visit, "VISIT", QT_TRANSLATE_NOOP("Activities", "考察参观"), "考察/参观/观摩"},
            {ActivityKind::Symposium, "SYMPOSIUM", QT_TRANSLATE_NOOP("Activities", "座谈会"), "座谈"},
            {ActivityKind::Party, "PARTY", QT_TRANSLATE_NOOP("Activities", "党建活动"), "党建"},
            {ActivityKind::Exchange, "EXCHANGE", QT_TRANSLATE_NOOP("Activities", "交流活动"), "交流/沙龙"},
            {ActivityKind::Science, "SCIENCE", QT_TRANSLATE_NOOP("Activities", "科普活动"), "科普"},
            {ActivityKind::Other, "OTHER", QT_TRANSLATE_NOOP("Activities", "其他")},
        });
    return table;
}

const office::ChoiceTable<OwnRole> &ownRoles()
{
    static const office::ChoiceTable<OwnRole> table("Activities",
        {
            {OwnRole::Host, "HOST", QT_TRANSLATE_NOOP("Activities", "主办")},
            {OwnRole::Undertake, "UNDERTAKE", QT_TRANSLATE_NOOP("Activities", "承办")},
            {OwnRole::LeadUndertake, "LEAD_UNDERTAKE", QT_TRANSLATE_NOOP("Activities", "牵头承办")},
            {OwnRole::JointUndertake, "JOINT_UNDERTAKE", QT_TRANSLATE_NOOP("Activities", "联合承办")},
            {OwnRole::Assist, "ASSIST", QT_TRANSLATE_NOOP("Activities", "协办")},
            {OwnRole::OrganiseExhibitors, "ORGANISE_EXHIBITORS", QT_TRANSLATE_NOOP("Activities", "组织参展")},
            {OwnRole::Attend, "ATTEND", QT_TRANSLATE_NOOP("Activities", "参加"), "出席/受邀参加"},
        });
    return table;
}

const office::ChoiceTable<ActivityStatus> &activityStatuses()
{
    static const office::ChoiceTable<ActivityStatus> table("Activities",
        {
            {ActivityStatus::Planned, "PLANNED", QT_TRANSLATE_NOOP("Activities", "计划"), "筹备/筹备中"},
            {ActivityStatus::Held, "HELD", QT_TRANSLATE_NOOP("Activities", "已举办"), "已完成/已召开"},
            {ActivityStatus::Cancelled, "CANCELLED", QT_TRANSLATE_NOOP("Activities", "已取消"), "取消"},
            {ActivityStatus::Postponed, "POSTPONED", QT_TRANSLATE_NOOP("Activities", "已延期"), "延期"},
        });
    return table;
}

const office::ChoiceTable<MeetingBody> &meetingBodies()
{
    static const office::ChoiceTable<MeetingBody> table("Activities",
        {
            {MeetingBody::GeneralMeeting, "GENERAL_MEETING", QT_TRANSLATE_NOOP("Activities", "会员（代表）大会"),
                "会员大会/会员代表大会"},
            {MeetingBody::Council, "COUNCIL", QT_TRANSLATE_NOOP("Activities", "理事会")},
            {MeetingBody::Supervisors, "SUPERVISORS", QT_TRANSLATE_NOOP("Activities", "监事会")},
            {MeetingBody::CouncilAndSupervisors, "COUNCIL_AND_SUPERVISORS", QT_TRANSLATE_NOOP("Activities", "理（监）事会"),
                "理监事会/理事会和监事会"},
            {MeetingBody::StandingCouncil, "STANDING_COUNCIL", QT_TRANSLATE_NOOP("Activities", "常务理事会")},
            {MeetingBody::Office, "OFFICE", QT_TRANSLATE_NOOP("Activities", "办公会"), "秘书处会议"},
            {MeetingBody::Other, "OTHER", QT_TRANSLATE_NOOP("Activities", "其他会议")},
        });
    return table;
}

ActivityDetails tidied(ActivityDetails details)
{
    for (const TextField &each : kTexts)
        details.*each.text = (details.*each.text).trimmed();
    if (details.precision != office::DatePrecision::Day) {
        const auto whole = office::KnownDate::around(details.startsOn, details.precision);
        details.startsOn = whole.from;
        details.endsOn = whole.to;
    } else if (!details.endsOn.isValid()) {
        details.endsOn = details.startsOn;
    }
    for (std::optional<Quantity> *quantity : {&details.participants, &details.online, &details.enterprises})
        *quantity = office::withoutUnit(*quantity);
    details.isOnline = details.isOnline || details.online.has_value();
    return details;
}

std::vector<FieldError> validate(const ActivityDetails &details)
{
    parties::FieldRules rules;
    rules.required("name", details.name, tr("活动名称"));
    for (const TextField &each : kTexts)
        rules.length(QString::fromLatin1(each.field), details.*each.text, each.most, tr(each.label));
    checkDates(details, rules);
    checkNumbers(details, rules);
    checkMeeting(details, rules);
    return rules.take();
}

} // namespace mishutai::activities
