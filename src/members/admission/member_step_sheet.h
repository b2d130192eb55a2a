#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::members {

/// member_steps.csv: the steps from application to certificate. Key: 会员编号, 环节, 日期.
class MemberStepSheet : public office::RecordSheet
{
public:
    QString key() const override { return "member_steps"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    QStringList keyColumns() const override { return {"memberCode", "kind", "onDate"}; }
    session::Operation importOperation() const override { return session::Operation::MemberImport; }
    session::Operation exportOperation() const override { return session::Operation::MemberRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

/// member_suspensions.csv: suspensions that have ended; the one that holds stands in members.csv. Key: 会员编号, 暂停日期.
class MemberSuspensionSheet : public office::RecordSheet
{
public:
    QString key() const override { return "member_suspensions"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    QStringList keyColumns() const override { return {"memberCode", "fromOn"}; }
    session::Operation importOperation() const override { return session::Operation::MemberImport; }
    session::Operation exportOperation() const override { return session::Operation::MemberRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::members
