#include "activities/activity_link.h"

#include "activities/events/activity_repository.h"
#include "activities/events/activity_service.h"
#include "office/sheets/inexact_cells.h"
#include "parties/sheet_links.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

std::optional<ActivityId> byNameAndDate(session::Session &session, const office::SheetRow &row)
{
    const ActivityService service(session);
    const QString name = row.text("activityName");
    office::RowReader cells(row, session.clock().today());
    office::KnownDate date;
    office::readKnownDate(cells, "activityDate", session.clock().today(), office::DatePrecision::Month, date);
    cells.throwIfFaulty();
    if (date.from.isValid()) {
        const std::optional<Activity> activity = service.findByDateAndName(date.from, name);
        return activity ? std::optional<ActivityId>(activity->id) : std::nullopt;
    }
    try {
        return service.resolve(name);
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Validation)
            throw;
        throw parties::faultOf("activityName", "ambiguous", error.problem() + tr("，") + error.remedy());
    }
}

} // namespace

std::vector<office::SheetColumn> activityLinkColumns()
{
    return {
        {"activityCode", tr("活动编号"), {}, false, tr("已登记活动的编号"), tr("活动-2021-003")},
        {"activityName", tr("活动名称"), {tr("活动")}, false, tr("没有编号时按名称和日期查找"), {}},
        {"activityDate", tr("活动日期"), {}, false, tr("日期"), "2021-05-14"},
    };
}

QStringList activityLinkTexts(session::Session &session, ActivityId activity)
{
    const std::optional<Activity> found = ActivityRepository(session.database()).find(activity);
    Q_ASSERT(found);
    const ActivityDetails &d = found->details;
    return {d.code, d.name, office::KnownDate{d.startsOn, d.endsOn, d.precision}.isoText()};
}

ActivityId linkedActivity(session::Session &session, const office::SheetRow &row)
{
    const QString code = row.text("activityCode");
    if (!code.isEmpty()) {
        const std::optional<Activity> activity = ActivityService(session).findByCode(code);
        if (!activity)
            throw parties::faultOf("activityCode", "unknown", tr("没有编号为「%1」的活动").arg(code.left(40)));
        return activity->id;
    }
    const QString name = row.text("activityName");
    if (name.isEmpty())
        throw parties::faultOf(
            row.has("activityCode") ? "activityCode" : "activityName", "required", tr("请填写活动编号或活动名称"));
    const std::optional<ActivityId> id = byNameAndDate(session, row);
    if (!id)
        throw parties::faultOf("activityName", "unknown", tr("没有登记活动「%1」，请先登记").arg(name.left(80)));
    return *id;
}

} // namespace mishutai::activities
