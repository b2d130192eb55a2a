#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::members {

/// member_levels.csv: every level with the day from which it holds. Key: 会员编号, 起始日期.
class MemberLevelSheet : public office::RecordSheet
{
public:
    QString key() const override { return "member_levels"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::MemberImport; }
    session::Operation exportOperation() const override { return session::Operation::MemberRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::members
