#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::parties {

/// unit_cultivations.csv. Key: unit, 培育库, 名称, 年度.
class CultivationSheet : public office::RecordSheet
{
public:
    QString key() const override { return "unit_cultivations"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::UnitEdit; }
    session::Operation exportOperation() const override { return session::Operation::PartyRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::parties
