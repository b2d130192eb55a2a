#include "casework/case_link.h"

#include "casework/cases/case_repository.h"
#include "casework/cases/case_service.h"
#include "office/sheets/inexact_cells.h"
#include "parties/sheet_links.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

std::vector<CaseId> byTitleAndDate(session::Session &session, const office::SheetRow &row)
{
    office::RowReader cells(row, session.clock().today());
    office::KnownDate date;
    office::readKnownDate(cells, "caseOpenedOn", session.clock().today(), office::DatePrecision::Year, date);
    cells.throwIfFaulty();
    return CaseRepository(session.database()).idsByTitle(row.text("caseTitle"), date.from);
}

} // namespace

std::vector<office::SheetColumn> caseLinkColumns()
{
    return {
        {"caseCode", tr("事项编号"), {}, false, tr("已登记事项的编号"), tr("服务-2021-012")},
        {"caseTitle", tr("事项"), {tr("事项名称")}, false, tr("没有编号时按事项和受理日期查找"), {}},
        {"caseOpenedOn", tr("受理日期"), {}, false, tr("日期"), "2021-05-14"},
    };
}

QStringList caseLinkTexts(session::Session &session, CaseId id)
{
    const std::optional<Case> found = CaseRepository(session.database()).find(id);
    Q_ASSERT(found);
    const CaseDetails &d = found->details;
    return {d.code, d.title, office::KnownDate{d.openedOn, d.openedOn, d.precision}.isoText()};
}

CaseId linkedCase(session::Session &session, const office::SheetRow &row)
{
    const QString code = row.text("caseCode");
    if (!code.isEmpty()) {
        const std::optional<Case> record = CaseService(session).findByCode(code);
        if (!record)
            throw parties::faultOf("caseCode", "unknown", tr("没有编号为「%1」的事项").arg(code.left(40)));
        return record->id;
    }
    const QString title = row.text("caseTitle");
    if (title.isEmpty())
        throw parties::faultOf(row.has("caseCode") ? "caseCode" : "caseTitle", "required", tr("请填写事项编号或事项"));
    const std::vector<CaseId> ids = byTitleAndDate(session, row);
    if (ids.empty())
        throw parties::faultOf("caseTitle", "unknown", tr("没有登记事项「%1」，请先登记").arg(title.left(80)));
    if (ids.size() > 1)
        throw parties::faultOf(
            "caseTitle", "ambiguous", tr("有%1个事项叫「%2」，请填事项编号").arg(ids.size()).arg(title.left(80)));
    return ids.front();
}

} // namespace mishutai::casework
