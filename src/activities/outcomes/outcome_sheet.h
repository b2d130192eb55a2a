#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::activities {

/// activity_outcomes.csv. Matched by event and 成果序号; without a number by event, 类别, 成果 and both units.
class ActivityOutcomeSheet : public office::RecordSheet
{
public:
    QString key() const override { return "activity_outcomes"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::ActivityImport; }
    session::Operation exportOperation() const override { return session::Operation::ActivityRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::activities
