#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::desk {

/// 自定义字段, matched by whose they are and their name. In a data set they come before the records that hold values of them.
class CustomFieldSheet : public office::RecordSheet
{
public:
    QString key() const override { return QStringLiteral("custom_fields"); }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    QStringList keyColumns() const override { return {QStringLiteral("owner"), QStringLiteral("name")}; }
    session::Operation importOperation() const override { return session::Operation::OfficeEdit; }
    session::Operation exportOperation() const override { return session::Operation::OfficeRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::desk
