#include "activities/events/activity_sheet.h"

#include "activities/events/activity_repository.h"
#include "activities/events/activity_service.h"
#include "office/sheets/inexact_cells.h"
#include "office/stored_quantity.h"
#include "parties/sheet_references.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

/// A new first day without a last one in the sheet means an event of one day.
void readDates(office::RowReader &cells, QDate today, ActivityDetails &d)
{
    const office::KnownDate before = office::KnownDate::around(d.startsOn, d.precision);
    office::KnownDate date = before;
    office::readKnownDate(cells, "startsOn", today, office::DatePrecision::Month, date);
    d.startsOn = date.from;
    d.precision = date.precision;
    if (date != before)
        d.endsOn = date.to;
    cells.date("endsOn", d.endsOn);
}

void readCells(session::Session &session, office::RowReader &cells, ActivityDetails &d)
{
    cells.text("code", d.code);
    cells.text("name", d.name);
    cells.choice("kind", activityKinds(), d.kind);
    cells.text("series", d.series);
    cells.choice("ownRole", ownRoles(), d.ownRole);
    cells.flag("isIndustryEvent", d.isIndustryEvent);
    cells.choice("status", activityStatuses(), d.status);
    readDates(cells, session.clock().today(), d);
    cells.text("place", d.place);
    cells.text("district", d.district);
    cells.integer("venueCount", d.venueCount);
    cells.flag("isOnline", d.isOnline);
    parties::readUnit(session, cells, "taskUnit", d.taskUnit);
    cells.date("taskReceivedOn", d.taskReceivedOn);
    office::readQuantity(cells, "participants", d.participants);
    office::readQuantity(cells, "online", d.online);
    office::readQuantity(cells, "enterprises", d.enterprises);
    cells.text("content", d.content);
    cells.text("outcome", d.outcome);
    cells.text("publicity", d.publicity);
    cells.choice("body", meetingBodies(), d.body);
    cells.integer("termNumber", d.termNumber);
    cells.integer("sessionNumber", d.sessionNumber);
    cells.flag("isEnlarged", d.isEnlarged);
    cells.text("agenda", d.agenda);
    cells.date("reportedOn", d.reportedOn);
    parties::readPerson(session, cells, "responsible", d.responsible);
    cells.text("tags", d.tags);
    cells.text("notes", d.notes);
}

QStringList cellsOf(const ActivityDetails &d, const parties::LinkTexts &links)
{
    using namespace office;
    const bool isSeveralDays = d.precision == DatePrecision::Day && d.endsOn != d.startsOn;
    return {d.code, d.name, activityKinds().label(d.kind), d.series, ownRoles().label(d.ownRole), flagText(d.isIndustryEvent),
        activityStatuses().label(d.status), KnownDate{d.startsOn, d.endsOn, d.precision}.isoText(),
        isSeveralDays ? isoText(d.endsOn) : QString(), d.place, d.district, integerText(d.venueCount), flagText(d.isOnline),
        links.unitCode(d.taskUnit), isoText(d.taskReceivedOn), quantityText(d.participants), quantityText(d.online),
        quantityText(d.enterprises), d.content, d.outcome, d.publicity, meetingBodies().label(d.body), integerText(d.termNumber),
        integerText(d.sessionNumber), flagText(d.isEnlarged), d.agenda, isoText(d.reportedOn), links.personCode(d.responsible),
        d.tags, d.notes};
}

std::optional<Activity> matched(session::Session &session, const office::SheetRow &row)
{
    const ActivityService service(session);
    const QString code = row.text("code");
    if (!code.isEmpty())
        return service.findByCode(code);
    const auto date = office::KnownDate::parse(row.text("startsOn"), session.clock().today());
    return date ? service.findByDateAndName(date->from, row.text("name")) : std::nullopt;
}

} // namespace

QString ActivitySheet::title() const
{
    return tr("活动");
}

std::vector<office::SheetColumn> ActivitySheet::columns() const
{
    const QString yesNo = tr("是/否");
    const QString text = tr("文字");
    const QString whole = tr("整数");
    const QString date = tr("日期");
    const QString figure = tr("数，可写35余、超过1000、X");
    return {
        {"code", tr("活动编号"), {"编号"}, false, tr("留空由程序编"), tr("活动-2021-003")},
        {"name", tr("活动名称"), {"名称", "服务（活动）名称", "会议主题"}, true, text, tr("供需对接会")},
        {"kind", tr("活动类型"), {"类型"}, false, activityKinds().labels(), tr("对接会")},
        {"series", tr("系列"), {}, false, text, {}},
        {"ownRole", tr("我方角色"), {"主办/协办/承办", "角色"}, false, ownRoles().labels(), tr("主办")},
        {"isIndustryEvent", tr("计入行业活动"), {}, false, yesNo, tr("是")},
        {"status", tr("状态"), {}, false, activityStatuses().labels(), tr("已举办")},
        {"startsOn", tr("日期"), {"时间", "开始日期", "活动时间"}, true, tr("日期，只知道月份的写2021-01"), "2021-05-14"},
        {"endsOn", tr("结束日期"), {}, false, tr("日期，一天的活动留空"), {}},
        {"place", tr("地点"), {"活动地点", "会议地点"}, false, text, {}},
        {"district", tr("区县"), {"所属区县"}, false, text, {}},
        {"venueCount", tr("会场数"), {}, false, whole, "1"},
        {"isOnline", tr("线上"), {"是否线上"}, false, yesNo, tr("否")},
        {"taskUnit", tr("任务来源"), {"交办单位"}, false, tr("单位编号、信用代码或全称"), {}},
        {"taskReceivedOn", tr("接受任务日期"), {}, false, date, {}},
        {"participants", tr("参加人数"), {"参与人数", "人数"}, false, figure, tr("80余")},
        {"online", tr("线上人数"), {"在线人数"}, false, figure, {}},
        {"enterprises", tr("企业数"), {"参加企业数"}, false, figure, "35"},
        {"content", tr("活动内容"), {"内容", "服务（活动）内容"}, false, text, {}},
        {"outcome", tr("成效"), {"取得成效"}, false, text, {}},
        {"publicity", tr("宣传报道"), {}, false, text, {}},
        {"body", tr("会议名称"), {}, false, meetingBodies().labels(), {}},
        {"termNumber", tr("届"), {"届数"}, false, whole, {}},
        {"sessionNumber", tr("次"), {"次数"}, false, whole, {}},
        {"isEnlarged", tr("扩大会议"), {}, false, yesNo, tr("否")},
        {"agenda", tr("议程"), {}, false, text, {}},
        {"reportedOn", tr("报送日期"), {}, false, date, {}},
        {"responsible", tr("负责人"), {}, false, tr("人员编号或姓名"), {}},
        {"tags", tr("标签"), {}, false, text, {}},
        {"notes", tr("备注"), {}, false, text, {}},
    };
}

std::vector<QStringList> ActivitySheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const parties::LinkTexts links(session);
    std::vector<QStringList> rows;
    for (const Activity &activity : ActivityRepository(session.database()).all())
        rows.push_back(cellsOf(activity.details, links));
    return rows;
}

office::RowOutcome ActivitySheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const std::optional<Activity> activity = matched(session, row);
    ActivityDetails details = activity ? activity->details : ActivityDetails{};
    office::RowReader cells(row, session.clock().today());
    readCells(session, cells, details);
    cells.throwIfFaulty();
    ActivityService service(session);
    if (!activity) {
        service.create(details);
        return office::RowOutcome::Added;
    }
    return service.update(activity->id, activity->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

} // namespace mishutai::activities
