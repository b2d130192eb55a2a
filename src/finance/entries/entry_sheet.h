#pragma once

#include "finance/entries/entry.h"
#include "finance/vouchers/known_vouchers.h"
#include "office/sheets/record_sheet.h"

#include <optional>

namespace mishutai::office {
class RowReader;
}

namespace mishutai::finance {

/// 收支台账 as the finance officer keeps it in a spreadsheet, one row an entry. Rows become drafts. A row with a 凭证号 of the
/// books is passed over; so is a row whose content the books hold already (the n-th equal row needs the n-th equal entry).
/// Exports hold what fits one line; the whole ledger is the sheet of vouchers.
class EntrySheet : public office::RecordSheet
{
public:
    QString key() const override { return "entries"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::FinanceImport; }
    session::Operation exportOperation() const override { return session::Operation::FinanceRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
    void finishImport(session::Session &session) override;

private:
    EntryDetails readDetails(session::Session &session, office::RowReader &cells) const;
    int m_lastRow = 0; ///< rows that begin anew belong to another import
    std::optional<KnownVouchers> m_known; ///< while an import runs
};

} // namespace mishutai::finance
