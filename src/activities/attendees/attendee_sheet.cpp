#include "activities/attendees/attendee_sheet.h"

#include "activities/activity_link.h"
#include "activities/attendees/attendee_repository.h"
#include "activities/attendees/attendee_service.h"
#include "parties/sheet_links.h"
#include "parties/sheet_references.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

/// A person who is in no book is taken as written, since lists of an event are full of them.
void readGuest(session::Session &session, const office::SheetRow &row, AttendeeDetails &d)
{
    if (row.has("unitCode") || row.has("unitName"))
        d.unit = parties::linkedUnit(session, row);
    const office::RowReader cells(row, session.clock().today());
    cells.text("nameAsGiven", d.nameAsGiven);
    cells.text("phone", d.phone);
    if (!row.has("personCode") && !row.has("personName"))
        return;
    d.person = parties::linkedPerson(session, row);
    if (!d.person && d.nameAsGiven.isEmpty())
        d.nameAsGiven = row.text("personName");
}

void readCells(office::RowReader &cells, AttendeeDetails &d)
{
    std::optional<int> headCount = d.headCount;
    cells.choice("capacity", capacities(), d.capacity);
    cells.integer("headCount", headCount);
    d.headCount = headCount.value_or(1);
    cells.flag("signedIn", d.signedIn);
    cells.text("note", d.note);
}

} // namespace

QString ActivityAttendeeSheet::title() const
{
    return tr("活动名单");
}

std::vector<office::SheetColumn> ActivityAttendeeSheet::columns() const
{
    std::vector<office::SheetColumn> columns = activityLinkColumns();
    columns.push_back({"lineNumber", tr("名单序号"), {}, false, tr("整数，留空排在最后"), "1"});
    std::ranges::copy(parties::unitLinkColumns(), std::back_inserter(columns));
    std::ranges::copy(parties::personLinkColumns(), std::back_inserter(columns));
    const std::vector<office::SheetColumn> own{
        {"nameAsGiven", tr("报名所写"), {tr("签到所写")}, false, tr("没有登记的单位或人员，照原样写"), {}},
        {"phone", tr("电话"), {"手机", "手机号", "联系电话", "联系方式"}, false, tr("电话"), "13800000000"},
        {"capacity", tr("身份"), {tr("参加身份")}, false, capacities().labels(), tr("参展")},
        {"headCount", tr("人数"), {}, false, tr("整数"), "1"},
        {"signedIn", tr("签到"), {tr("是否签到")}, false, tr("是/否"), tr("是")},
        {"note", tr("备注"), {}, false, tr("文字"), {}},
    };
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

std::vector<QStringList> ActivityAttendeeSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const parties::LinkTexts links(session);
    std::vector<QStringList> rows;
    for (const Attendee &attendee : AttendeeRepository(session.database()).all()) {
        const AttendeeDetails &d = attendee.details;
        rows.push_back(activityLinkTexts(session, attendee.activity)
            + QStringList{QString::number(d.lineNumber), links.unitCode(d.unit), links.unitName(d.unit),
                links.personCode(d.person), links.personName(d.person), d.nameAsGiven, d.phone, capacities().label(d.capacity),
                QString::number(d.headCount), office::flagText(d.signedIn), d.note});
    }
    return rows;
}

office::RowOutcome ActivityAttendeeSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const ActivityId activity = linkedActivity(session, row);
    office::RowReader cells(row, session.clock().today());
    std::optional<int> line;
    cells.integer("lineNumber", line);
    const AttendeeRepository repository(session.database());
    const std::optional<Attendee> known = line ? repository.findByLine(activity, *line) : std::nullopt;
    AttendeeDetails details = known ? known->details : AttendeeDetails{};
    details.lineNumber = line.value_or(0);
    readCells(cells, details);
    cells.throwIfFaulty();
    readGuest(session, row, details);
    return AttendeeService(session).put(activity, details);
}

} // namespace mishutai::activities
