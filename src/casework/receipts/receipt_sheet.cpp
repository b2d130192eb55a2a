#include "casework/receipts/receipt_sheet.h"

#include "casework/case_link.h"
#include "casework/receipts/receipt_repository.h"
#include "casework/receipts/receipt_service.h"
#include "office/sheets/row_reader.h"
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

} // namespace

QString CaseReceiptSheet::title() const
{
    return tr("名单与回执");
}

std::vector<office::SheetColumn> CaseReceiptSheet::columns() const
{
    std::vector<office::SheetColumn> columns = caseLinkColumns();
    std::ranges::copy(parties::unitLinkColumns(), std::back_inserter(columns));
    columns.push_back({"sentOn", tr("发出日期"), {tr("通知日期")}, false, tr("日期"), "2021-06-01"});
    columns.push_back({"answeredOn", tr("回复日期"), {tr("回执日期")}, false, tr("日期，未回复留空"), {}});
    columns.push_back({"answer", tr("回复内容"), {tr("回执")}, false, tr("文字"), {}});
    return columns;
}

std::vector<QStringList> CaseReceiptSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const parties::LinkTexts links(session);
    std::vector<QStringList> rows;
    for (const Receipt &receipt : ReceiptRepository(session.database()).all()) {
        const ReceiptDetails &d = receipt.details;
        rows.push_back(caseLinkTexts(session, receipt.caseId)
            + QStringList{links.unitCode(d.unit), links.unitName(d.unit), office::isoText(d.sentOn),
                office::isoText(d.answeredOn), d.answer});
    }
    return rows;
}

office::RowOutcome CaseReceiptSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const CaseId caseId = linkedCase(session, row);
    const UnitId unit = parties::requiredUnit(session, row);
    const std::optional<Receipt> known = ReceiptRepository(session.database()).findByUnit(caseId, unit);
    ReceiptDetails details = known ? known->details : ReceiptDetails{unit, {}, {}, {}};
    office::RowReader cells(row, session.clock().today());
    cells.date("sentOn", details.sentOn);
    cells.date("answeredOn", details.answeredOn);
    cells.text("answer", details.answer);
    cells.throwIfFaulty();
    return ReceiptService(session).put(caseId, details);
}

} // namespace mishutai::casework
