#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::activities {

/// activity_attendees.csv. Matched by event and 序号; without a number by event, unit, person, 报名所写 and 身份.
class ActivityAttendeeSheet : public office::RecordSheet
{
public:
    QString key() const override { return "activity_attendees"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::ActivityImport; }
    session::Operation exportOperation() const override { return session::Operation::PersonalExport; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::activities
