#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::finance {

/// 类别 of the entry screen. A row is found by its name.
class CategorySheet : public office::RecordSheet
{
public:
    QString key() const override { return "categories"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::FinanceImport; }
    session::Operation exportOperation() const override { return session::Operation::FinanceRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::finance
