#pragma once

#include "office/sheets/record_sheet.h"
#include "office/sheets/row_reader.h"
#include "parties/units/unit.h"

namespace mishutai::parties {

/// units.csv. Matched by 单位编号; without one by 统一社会信用代码, then by exact 单位全称 (unless the codes differ).
class UnitSheet : public office::RecordSheet
{
public:
    QString key() const override { return "units"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    std::vector<office::CustomOwner> ownFields() const override;
    std::vector<QStringList> identities() const override { return {{"code"}, {"creditCode"}, {"name"}}; }
    QStringList keyOf(session::Session &session, const office::SheetRow &row) const override;
    session::Operation importOperation() const override { return session::Operation::UnitEdit; }
    session::Operation exportOperation() const override { return session::Operation::PersonalExport; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
    /// Links 上级单位 that stand below their subsidiaries. @throws Error (Validation) for one that stands nowhere
    void finishImport(session::Session &session) override;

private:
    struct PendingParent {
        UnitId unit;
        QString parent;
        int row;
    };
    std::vector<PendingParent> m_pendingParents;
};

} // namespace mishutai::parties
