#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::activities {

/// activities.csv. Matched by 活动编号; without one by 日期 and 活动名称. 日期 may name only a month.
class ActivitySheet : public office::RecordSheet
{
public:
    QString key() const override { return "activities"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::ActivityImport; }
    session::Operation exportOperation() const override { return session::Operation::ActivityRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::activities
