#pragma once

#include "office/sheets/record_sheet.h"

#include <vector>

namespace mishutai::finance {

/// 会计期间: which years are on the books, by which chart, and which months are closed. Comes after vouchers in a data set, since
/// a closed month takes none. A row is found by 年度 and 月份; a closed month is never opened by a sheet.
class PeriodSheet : public office::RecordSheet
{
public:
    QString key() const override { return "periods"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::FinanceImport; }
    session::Operation exportOperation() const override { return session::Operation::FinanceRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
    void finishImport(session::Session &session) override;

private:
    struct Closing {
        int year = 0;
        int month = 0;
        int row = 0;
        auto operator<=>(const Closing &) const = default;
    };
    int m_lastRow = 0; ///< rows that begin anew belong to another import
    std::vector<Closing> m_closings;
};

} // namespace mishutai::finance
