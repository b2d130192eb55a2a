#include "activities/partners/partner_sheet.h"

#include "activities/activity_link.h"
#include "activities/partners/partner_repository.h"
#include "activities/partners/partner_service.h"
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

/// What the row leaves out stays as it is.
PartnerDetails storedOr(session::Session &session, ActivityId activity, PartnerDetails details)
{
    for (const Partner &partner : PartnerRepository(session.database()).ofActivity(activity)) {
        if (partner.details.unit == details.unit && partner.details.role == details.role)
            return partner.details;
    }
    return details;
}

} // namespace

QString ActivityPartnerSheet::title() const
{
    return tr("活动合作单位");
}

std::vector<office::SheetColumn> ActivityPartnerSheet::columns() const
{
    std::vector<office::SheetColumn> columns = activityLinkColumns();
    std::ranges::copy(parties::unitLinkColumns(), std::back_inserter(columns));
    columns.push_back({"role", tr("角色"), {}, true, partnerRoles().labels(), tr("承办单位")});
    columns.push_back({"note", tr("说明"), {tr("备注")}, false, tr("文字"), {}});
    return columns;
}

std::vector<QStringList> ActivityPartnerSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const parties::LinkTexts links(session);
    std::vector<QStringList> rows;
    for (const Partner &partner : PartnerRepository(session.database()).all()) {
        const PartnerDetails &d = partner.details;
        rows.push_back(activityLinkTexts(session, partner.activity)
            + QStringList{links.unitCode(d.unit), links.unitName(d.unit), partnerRoles().label(d.role), d.note});
    }
    return rows;
}

office::RowOutcome ActivityPartnerSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const ActivityId activity = linkedActivity(session, row);
    PartnerDetails details{parties::requiredUnit(session, row), PartnerRole::Assist, {}};
    office::RowReader cells(row, session.clock().today());
    cells.choice("role", partnerRoles(), details.role);
    if (row.text("role").isEmpty())
        cells.fail("role", "required", tr("请填写角色：%1").arg(partnerRoles().labels()));
    cells.throwIfFaulty();
    details = storedOr(session, activity, details);
    cells.text("note", details.note);
    return PartnerService(session).put(activity, details);
}

} // namespace mishutai::activities
