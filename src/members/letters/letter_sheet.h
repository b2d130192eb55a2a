#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::members {

/// letters.csv: the log of letters. Key: 会员编号, 模板, 制作时间.
class LetterSheet : public office::RecordSheet
{
public:
    QString key() const override { return "letters"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    QStringList keyColumns() const override { return {"memberCode", "template", "madeAt"}; }
    session::Operation importOperation() const override { return session::Operation::LetterMake; }
    session::Operation exportOperation() const override { return session::Operation::MemberRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::members
