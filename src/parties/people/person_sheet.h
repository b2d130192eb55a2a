#pragma once

#include "office/sheets/record_sheet.h"
#include "parties/duplicates/sheet_likeness.h"

namespace mishutai::parties {

/// people.csv. Matched by 人员编号; without one by 姓名 with 电话, and where the row has no 电话 by the one of that 姓名 who has
/// none.
class PersonSheet : public office::RecordSheet
{
public:
    QString key() const override { return "people"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    std::vector<QStringList> identities() const override { return {{"code"}, {"name", "phone"}}; }
    QStringList keyOf(session::Session &session, const office::SheetRow &row) const override;
    session::Operation importOperation() const override { return session::Operation::PersonEdit; }
    session::Operation exportOperation() const override { return session::Operation::PersonalExport; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    std::optional<FieldError> alikeFault(session::Session &session, const office::SheetRow &row) override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;

private:
    SheetLikeness m_likeness;
};

} // namespace mishutai::parties
