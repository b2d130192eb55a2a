#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::members {

/// member_posts.csv. Key: 届次, person, 职务, 称谓, 起始日期. A 职务 that is none of the choices is taken as 称谓 of 其他.
class MemberPostSheet : public office::RecordSheet
{
public:
    QString key() const override { return "member_posts"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::MemberImport; }
    session::Operation exportOperation() const override { return session::Operation::MemberRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::members
