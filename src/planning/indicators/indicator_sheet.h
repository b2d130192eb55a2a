#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::planning {

/// indicators.csv: one row an indicator, keyed by 指标代码.
class IndicatorSheet : public office::RecordSheet
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

/// observations.csv: one row a reading, keyed by indicator, span and stage. Values as people write them: 1200, 超过1200, X.
class ObservationSheet : public office::RecordSheet
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
