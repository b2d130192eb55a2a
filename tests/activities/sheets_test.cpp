#include "activities_cases.h"

#include "activities/attendees/attendee_sheet.h"
#include "activities/events/activity_list.h"
#include "activities/events/activity_sheet.h"
#include "activities/outcomes/outcome_sheet.h"
#include "activities/partners/partner_sheet.h"
#include "db/lists/list_query.h"
#include "office/known_date.h"

using namespace mishutai;
using namespace mishutai::activities;

TEST_CASE("a day, a month and a year are read and written as known", "[activities]")
{
    struct Row {
        const char *text;
        const char *iso; ///< nothing: no date
        const char *to;
    };
    const QDate today(2021, 12, 31);
    const Row rows[] = {{"2021-05-14", "2021-05-14", "2021-05-14"}, {"5.14", "2021-05-14", "2021-05-14"},
        {"2021年1月", "2021-01", "2021-01-31"}, {"2021-02", "2021-02", "2021-02-28"}, {"2021", "2021", "2021-12-31"},
        {"2021年", "2021", "2021-12-31"}, {"2021Q2", nullptr, nullptr}, {"2021年上半年", nullptr, nullptr},
        {"年初", nullptr, nullptr}, {"", nullptr, nullptr}, {"2021-13", nullptr, nullptr}};
    for (const Row &row : rows) {
        INFO(row.text);
        const auto date = office::KnownDate::parse(QString::fromUtf8(row.text), today);
        REQUIRE(date.has_value() == (row.iso != nullptr));
        if (!date)
            continue;
        CHECK(date->isoText() == row.iso);
        CHECK(date->to.toString(Qt::ISODate) == row.to);
    }
}

TEST_CASE("events are imported with months, figures and their own words", "[activities]")
{
    TestSession file;
    addUnit(file, "市经信局");
    ActivitySheet sheet;
    const QString csv = "日期,活动名称,活动类型,我方角色,参加人数,企业数,线上人数,任务来源,计入行业活动\n"
                        "2021年1月,扩大会议,会议,主办,60余人,,,,否\n"
                        "2021-11-26,论坛,论坛,牵头承办,150余,X,超过1000人,市经信局,是\n";
    CHECK(import(file, sheet, csv).added == 2);
    const ActivityService service(file);
    const Activity meeting = service.findByCode("活动-2021-001").value();
    CHECK(meeting.details.precision == office::DatePrecision::Month);
    CHECK(meeting.details.endsOn == QDate(2021, 1, 31));
    CHECK(meeting.details.participants == Quantity::parse(u"60余"));
    const Activity forum = service.findByDateAndName(QDate(2021, 11, 26), "论坛").value();
    CHECK(forum.details.online == Quantity::parse(u"超过1000"));
    CHECK(forum.details.enterprises == Quantity::unknown());
    CHECK(forum.details.isOnline);
    CHECK(forum.details.taskUnit);
    CHECK(import(file, sheet, csv).same == 2);
}

TEST_CASE("without a code an event is matched by day and name, and columns left out stay", "[activities]")
{
    TestSession file;
    ActivitySheet sheet;
    import(file, sheet, "日期,结束日期,活动名称,地点\n2021-04-22,2021-04-24,博览会,成都\n");
    const auto changed = import(file, sheet, "时间,活动名称,成效\n2021.4.22,博览会,5家参展\n");
    CHECK(changed.changed == 1);
    const Activity stored = ActivityService(file).findByCode("活动-2021-001").value();
    CHECK(stored.details.place == "成都");
    CHECK(stored.details.outcome == "5家参展");
    CHECK(stored.details.endsOn == QDate(2021, 4, 24));
    CHECK(import(file, sheet, "时间,活动名称\n2021.4.23,博览会\n").added == 1);
    CHECK(import(file, sheet, "编号,时间,活动名称\n活动-2021-001,2021-06-01,博览会\n").changed == 1);
    CHECK(ActivityService(file).findByCode("活动-2021-001")->details.endsOn == QDate(2021, 6, 1));
}

TEST_CASE("bad rows of the four sheets are named with row and column", "[activities]")
{
    TestSession file;
    addUnit(file, "示例公司");
    ActivitySheet activities;
    ActivityPartnerSheet partners;
    ActivityAttendeeSheet attendees;
    ActivityOutcomeSheet outcomes;
    import(file, activities, "日期,活动名称\n2021-05-14,对接会\n2021-05-14,重名\n2021-05-15,重名\n");
    struct Row {
        office::RecordSheet &sheet;
        const char *csv;
        const char *fault; ///< row and column
    };
    Row rows[] = {
        {activities, "日期,活动名称\n2021-02-30,会\n", "2 日期"},
        {activities, "日期,活动名称\n2021,会\n", "2 日期"},
        {activities, "日期,活动名称\n2021-05-14,\n", "2 活动名称"},
        {activities, "日期,活动名称,活动类型\n2021-05-14,会,聚餐\n", "2 活动类型"},
        {activities, "日期,活动名称,参加人数\n2021-05-14,会,很多\n", "2 参加人数"},
        {activities, "日期,活动名称,任务来源\n2021-05-14,会,无此单位\n", "2 任务来源"},
        {activities, "日期,活动名称,负责人\n2021-05-14,会,无此人\n", "2 负责人"},
        {activities, "编号,日期,活动名称,会场数\n活动-2021-001,2021-05-14,会,0\n", "2 会场数"},
        {partners, "活动编号,单位全称,角色\n活动-2021-099,示例公司,媒体\n", "2 活动编号"},
        {partners, "活动名称,单位全称,角色\n没有的会,示例公司,媒体\n", "2 活动名称"},
        {partners, "活动名称,单位全称,角色\n重名,示例公司,媒体\n", "2 活动名称"},
        {partners, "活动名称,活动日期,单位全称,角色\n重名,某日,示例公司,媒体\n", "2 活动日期"},
        {partners, "活动编号,单位全称,角色\n活动-2021-001,无此单位,媒体\n", "2 单位全称"},
        {partners, "活动编号,单位全称,角色\n活动-2021-001,示例公司,\n", "2 角色"},
        {partners, "活动编号,单位全称,角色\n,示例公司,媒体\n", "2 活动编号"},
        {attendees, "活动编号,单位全称,人数\n活动-2021-001,示例公司,三个\n", "2 人数"},
        {attendees, "活动编号,报名所写,电话\n活动-2021-001,王五,12\n", "2 电话"},
        {attendees, "活动编号,身份\n活动-2021-001,参加\n", "2 报名所写"},
        {outcomes, "活动编号,成果类别,成果\n活动-2021-001,签约,\n", "2 成果"},
        {outcomes, "活动编号,成果类别,成果\n活动-2021-001,晚餐,项目\n", "2 成果类别"},
        {outcomes, "活动编号,成果类别,成果,金额（元）\n活动-2021-001,签约,项目,一百万\n", "2 金额（元）"},
        {outcomes, "活动编号,成果类别,成果,单位,对方单位\n活动-2021-001,签约,项目,示例公司,示例公司\n", "2 对方单位"},
    };
    for (Row &row : rows) {
        INFO(row.csv);
        const QStringList faults = faultsOf(import(file, row.sheet, row.csv));
        REQUIRE(faults.size() == 1);
        CHECK(faults.front().startsWith(row.fault));
    }
    CHECK(rowCounts(file.database()) == "3 0 0 0");
}

TEST_CASE("a list takes people that no book knows as they are written", "[activities]")
{
    TestSession file;
    addUnit(file, "示例公司");
    ActivitySheet activities;
    ActivityAttendeeSheet sheet;
    import(file, activities, "日期,活动名称\n2021-05-14,对接会\n");
    const QString csv = "活动名称,单位,姓名,电话,身份\n对接会,示例公司,王五,13800000003,参展\n对接会,,赵六,,\n";
    CHECK(import(file, sheet, csv).added == 2);
    CHECK(import(file, sheet, csv).same == 2);
    const auto lines = AttendeeService(file).ofActivity(ActivityService(file).findByCode("活动-2021-001")->id);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].details.unit);
    CHECK(lines[0].details.nameAsGiven == "王五");
    CHECK(lines[0].details.phone == "13800000003");
    CHECK(lines[0].details.capacity == Capacity::Exhibitor);
    CHECK(lines[1].details.nameAsGiven == "赵六");
}

TEST_CASE("every column of the list of events can be read, sorted and filtered", "[activities]")
{
    TestSession file;
    ActivitySheet sheet;
    import(file, sheet,
        "日期,结束日期,活动名称,参加人数,企业数,线上人数\n2021-01,,扩大会议,60余,,\n2021-04-22,2021-04-24,博览会,X,近40,"
        "超过1000\n");
    const db::ListDefinition &list = activityList();
    for (const db::ListColumn &column : list.columns) {
        INFO(column.key.toStdString());
        db::ListQuery query(file.database(), list);
        query.setSorts({{column.key, true}});
        CHECK(query.ids().size() == 2);
        query.setFilters({{column.key, db::Condition::IsEmpty, {}}});
        CHECK(query.ids().size() <= 2);
        CHECK_NOTHROW(query.distinctValues(column.key, 5));
    }
    db::ListQuery query(file.database(), list);
    const std::vector<db::ListRow> rows = query.rows(query.ids());
    const auto cell = [&](size_t row, const QString &key) {
        const auto at = std::ranges::find(list.columns, key, &db::ListColumn::key) - list.columns.begin();
        return rows.at(row).cells.at(static_cast<size_t>(at)).toString();
    };
    CHECK(cell(0, "date") == "2021-04-22至04-24");
    CHECK(cell(0, "participants") == "X");
    CHECK(cell(0, "enterprises") == "近40");
    CHECK(cell(0, "online") == "超过1000");
    CHECK(cell(1, "date") == "2021-01");
    CHECK(cell(1, "participants") == "60余");
}
