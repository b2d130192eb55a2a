#include "activities/events/activity_list.h"

#include "activities/events/activity.h"

#include <QCoreApplication>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

std::vector<db::ListColumn> shownColumns()
{
    using enum db::ColumnType;
    return {
        {.key = "date", .title = tr("日期"), .expression = "a.date_text", .type = Code, .choices = {}, .widthInCharacters = 11},
        {.key = "name",
            .title = tr("活动名称"),
            .expression = "a.name",
            .isSearched = true,
            .choices = {},
            .widthInCharacters = 30},
        {.key = "kind",
            .title = tr("类型"),
            .expression = "a.kind",
            .type = Choice,
            .choices = activityKinds().choices(),
            .widthInCharacters = 8},
        {.key = "ownRole",
            .title = tr("我方角色"),
            .expression = "a.own_role",
            .type = Choice,
            .choices = ownRoles().choices(),
            .widthInCharacters = 8},
        {.key = "place", .title = tr("地点"), .expression = "a.place", .choices = {}, .widthInCharacters = 18},
        {.key = "enterprises", .title = tr("企业数"), .expression = "a.enterprises_text", .choices = {}, .widthInCharacters = 7},
        {.key = "participants",
            .title = tr("参加人数"),
            .expression = "a.participants_text",
            .choices = {},
            .widthInCharacters = 8},
        {.key = "outcome", .title = tr("成效"), .expression = "a.outcome", .choices = {}, .widthInCharacters = 24},
        {.key = "status",
            .title = tr("状态"),
            .expression = "a.status",
            .type = Choice,
            .choices = activityStatuses().choices(),
            .widthInCharacters = 7},
        {.key = "isIndustryEvent",
            .title = tr("计入行业活动"),
            .expression = "a.is_industry_event",
            .type = Flag,
            .choices = {{"1", tr("是")}, {"0", tr("否")}},
            .widthInCharacters = 7},
    };
}

std::vector<db::ListColumn> hiddenColumns()
{
    using enum db::ColumnType;
    return {
        {.key = "code",
            .title = tr("活动编号"),
            .expression = "a.code",
            .type = Code,
            .isShown = false,
            .isSearched = true,
            .choices = {}},
        {.key = "startsOn", .title = tr("开始日期"), .expression = "a.starts_on", .type = Date, .isShown = false, .choices = {}},
        {.key = "endsOn", .title = tr("结束日期"), .expression = "a.ends_on", .type = Date, .isShown = false, .choices = {}},
        {.key = "series",
            .title = tr("系列"),
            .expression = "a.series",
            .isShown = false,
            .isSearched = true,
            .choices = {},
            .widthInCharacters = 20},
        {.key = "district", .title = tr("区县"), .expression = "a.district", .isShown = false, .choices = {}},
        {.key = "online", .title = tr("线上人数"), .expression = "a.online_text", .isShown = false, .choices = {}},
        {.key = "enterprisesValue",
            .title = tr("企业数（数值）"),
            .expression = "a.enterprises_micro",
            .type = Decimal,
            .isShown = false,
            .isTotalled = true,
            .choices = {}},
        {.key = "participantsValue",
            .title = tr("参加人数（数值）"),
            .expression = "a.participants_micro",
            .type = Decimal,
            .isShown = false,
            .isTotalled = true,
            .choices = {}},
        {.key = "venueCount",
            .title = tr("会场数"),
            .expression = "a.venue_count",
            .type = Integer,
            .isShown = false,
            .choices = {},
            .widthInCharacters = 6},
        {.key = "body",
            .title = tr("会议名称"),
            .expression = "a.body",
            .type = Choice,
            .isShown = false,
            .choices = meetingBodies().choices()},
        {.key = "content",
            .title = tr("活动内容"),
            .expression = "a.content",
            .isShown = false,
            .choices = {},
            .widthInCharacters = 30},
        {.key = "publicity", .title = tr("宣传报道"), .expression = "a.publicity", .isShown = false, .choices = {}},
        {.key = "taskUnit", .title = tr("任务来源"), .expression = "a.task_unit_name", .isShown = false, .choices = {}},
        {.key = "responsible", .title = tr("负责人"), .expression = "a.responsible_name", .isShown = false, .choices = {}},
        {.key = "reportedOn",
            .title = tr("报送日期"),
            .expression = "a.reported_on",
            .type = Date,
            .isShown = false,
            .choices = {}},
        {.key = "attendeeRows",
            .title = tr("名单行数"),
            .expression = "a.attendee_rows",
            .type = Integer,
            .isShown = false,
            .choices = {},
            .widthInCharacters = 7},
        {.key = "outcomeRows",
            .title = tr("成果条数"),
            .expression = "a.outcome_rows",
            .type = Integer,
            .isShown = false,
            .choices = {},
            .widthInCharacters = 7},
        {.key = "tags", .title = tr("标签"), .expression = "a.tags", .isShown = false, .choices = {}},
    };
}

std::vector<db::ListColumn> columns()
{
    std::vector<db::ListColumn> all = shownColumns();
    const std::vector<db::ListColumn> hidden = hiddenColumns();
    all.insert(all.end(), hidden.begin(), hidden.end());
    return all;
}

} // namespace

const db::ListDefinition &activityList()
{
    static const db::ListDefinition definition{
        .key = "activities",
        .title = tr("活动"),
        .from = "v_activity_list AS a",
        .idColumn = "a.id",
        .where = {},
        .orderBy = "a.starts_on DESC, a.code DESC",
        .operation = "activity.read",
        .tables = {"activities", "activity_attendees", "activity_outcomes", "units", "people"},
        .columns = columns(),
    };
    return definition;
}

} // namespace mishutai::activities
