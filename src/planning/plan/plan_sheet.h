#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::planning {

/// plan_items.csv: one row a target, task or problem, keyed by 编号; without one, matched by year, kind and title.
class PlanSheet : public office::RecordSheet
{
public:
    QString key() const override;
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::PlanImport; }
    session::Operation exportOperation() const override { return session::Operation::PlanRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::planning
