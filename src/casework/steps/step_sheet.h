#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::casework {

/// case_steps.csv. Matched by case and 记录序号; without a number by case, 日期, 记录类型 and 办理情况.
class CaseStepSheet : public office::RecordSheet
{
public:
    QString key() const override { return "case_steps"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::CaseImport; }
    session::Operation exportOperation() const override { return session::Operation::CaseRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::casework
