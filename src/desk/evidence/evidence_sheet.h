#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::desk {

/// Which file speaks for which record, evidence.csv of a data set; the bytes come and go beside it in files/ (evidence_files.h).
/// Here and not in `evidence`, since records of every module are named by their codes.
class EvidenceSheet : public office::RecordSheet
{
public:
    QString key() const override { return QStringLiteral("evidence"); }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    QStringList keyColumns() const override { return {"recordKind", "record", "file"}; }
    session::Operation importOperation() const override { return session::Operation::EvidenceAttach; }
    session::Operation exportOperation() const override { return session::Operation::EvidenceRead; }
    /// Vouchers that are not posted are named by what stands in them (RecordCodes::keysOf).
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
};

} // namespace mishutai::desk
