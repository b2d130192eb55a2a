#include "casework/units/case_unit_sheet.h"

#include "casework/case_link.h"
#include "casework/units/case_unit_repository.h"
#include "casework/units/case_unit_service.h"
#include "parties/sheet_links.h"
#include "parties/sheet_references.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

/// What the row leaves out stays as it is.
CaseUnitDetails storedOr(session::Session &session, CaseId caseId, CaseUnitDetails details)
{
    for (const CaseUnit &unit : CaseUnitRepository(session.database()).ofCase(caseId)) {
        if (unit.details.unit == details.unit && unit.details.role == details.role)
            return unit.details;
    }
    return details;
}

} // namespace

QString CaseUnitSheet::title() const
{
    return tr("事项单位");
}

std::vector<office::SheetColumn> CaseUnitSheet::columns() const
{
    std::vector<office::SheetColumn> columns = caseLinkColumns();
    std::ranges::copy(parties::unitLinkColumns(), std::back_inserter(columns));
    columns.push_back({"role", tr("角色"), {}, true, caseUnitRoles().labels(), tr("服务对象")});
    columns.push_back({"note", tr("说明"), {tr("备注")}, false, tr("文字"), {}});
    return columns;
}

std::vector<QStringList> CaseUnitSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const parties::LinkTexts links(session);
    std::vector<QStringList> rows;
    for (const CaseUnit &unit : CaseUnitRepository(session.database()).all()) {
        const CaseUnitDetails &d = unit.details;
        rows.push_back(caseLinkTexts(session, unit.caseId)
            + QStringList{links.unitCode(d.unit), links.unitName(d.unit), caseUnitRoles().label(d.role), d.note});
    }
    return rows;
}

office::RowOutcome CaseUnitSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const CaseId caseId = linkedCase(session, row);
    CaseUnitDetails details{parties::requiredUnit(session, row), CaseUnitRole::Served, {}};
    office::RowReader cells(row, session.clock().today());
    cells.choice("role", caseUnitRoles(), details.role);
    if (row.text("role").isEmpty())
        cells.fail("role", "required", tr("请填写角色：%1").arg(caseUnitRoles().labels()));
    cells.throwIfFaulty();
    details = storedOr(session, caseId, details);
    cells.text("note", details.note);
    return CaseUnitService(session).put(caseId, details);
}

} // namespace mishutai::casework
