#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::casework {

/// cases.csv. Matched by 事项编号; without one by 受理日期 and 事项. 受理日期 may name only a month or a year.
class CaseSheet : public office::RecordSheet
{
public:
    QString key() const override { return "cases"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::CaseImport; }
    session::Operation exportOperation() const override { return session::Operation::CaseRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::casework
