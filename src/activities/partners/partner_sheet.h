#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::activities {

/// activity_partners.csv. Matched by event, unit and 角色.
class ActivityPartnerSheet : public office::RecordSheet
{
public:
    QString key() const override { return "activity_partners"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::ActivityImport; }
    session::Operation exportOperation() const override { return session::Operation::ActivityRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::activities
