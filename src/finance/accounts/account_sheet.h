#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::finance {

/// 科目, bank accounts among them. A row is found by 科目表 and 科目编码; parents stand before their children.
class AccountSheet : public office::RecordSheet
{
public:
    QString key() const override { return "accounts"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    QStringList keyColumns() const override { return {QStringLiteral("chart"), QStringLiteral("code")}; }
    session::Operation importOperation() const override { return session::Operation::FinanceImport; }
    session::Operation exportOperation() const override { return session::Operation::FinanceRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::finance
