#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::parties {

/// distinct_pairs.csv. Key: 类别 and the two codes.
class DistinctSheet : public office::RecordSheet
{
public:
    QString key() const override { return "distinct_pairs"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    QStringList keyColumns() const override { return {"kind", "firstCode", "secondCode"}; }
    session::Operation importOperation() const override { return session::Operation::PartyDistinct; }
    session::Operation exportOperation() const override { return session::Operation::PartyRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::parties
