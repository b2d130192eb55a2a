#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::parties {

/// unit_roles.csv. Key: unit, 身份, 起始日期.
class UnitRoleSheet : public office::RecordSheet
{
public:
    QString key() const override { return "unit_roles"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::UnitEdit; }
    session::Operation exportOperation() const override { return session::Operation::PartyRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

/// unit_qualifications.csv. Key: unit, 资质类别, 资质名称, 认定日期.
class QualificationSheet : public office::RecordSheet
{
public:
    QString key() const override { return "unit_qualifications"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::UnitEdit; }
    session::Operation exportOperation() const override { return session::Operation::PartyRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

/// unit_years.csv. Key: unit, 年度, 数据性质.
class UnitYearSheet : public office::RecordSheet
{
public:
    QString key() const override { return "unit_years"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::UnitEdit; }
    session::Operation exportOperation() const override { return session::Operation::PartyRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::parties
