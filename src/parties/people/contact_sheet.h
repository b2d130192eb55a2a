#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::parties {

/// contacts.csv. Matched by unit, person and 起始日期. A person who is not registered yet is, with 姓名 and 电话.
class ContactSheet : public office::RecordSheet
{
public:
    QString key() const override { return "contacts"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::PersonEdit; }
    session::Operation exportOperation() const override { return session::Operation::PersonalExport; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::parties
