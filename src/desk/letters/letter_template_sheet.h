#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::desk {

/// letter_templates.csv: letters of the office's own. Key: 名称.
class LetterTemplateSheet : public office::RecordSheet
{
public:
    QString key() const override { return QStringLiteral("letter_templates"); }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    QStringList keyColumns() const override { return {"name"}; }
    session::Operation importOperation() const override { return session::Operation::LetterTemplateEdit; }
    session::Operation exportOperation() const override { return session::Operation::LetterMake; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::desk
