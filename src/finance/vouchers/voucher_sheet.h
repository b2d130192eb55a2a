#pragma once

#include "finance/vouchers/voucher.h"
#include "office/sheets/record_sheet.h"

#include <map>

namespace mishutai::office {
class RowReader;
}

namespace mishutai::finance {

/// 凭证, one row a line, rows of one 凭证号 belong together; what belongs to the whole voucher stands in its first row.
/// Posted vouchers are taken into an empty ledger only, in the order of their numbers, through the posting use case; there a
/// posted voucher that is the same already is passed over. 「2021-05/草稿-1」 is a draft; a draft with the content of one that is
/// there adds nothing. A year that is not on the books yet is opened.
class VoucherSheet : public office::RecordSheet
{
public:
    QString key() const override { return "vouchers"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    QStringList keyColumns() const override { return {}; } ///< a voucher is several rows
    session::Operation importOperation() const override { return session::Operation::FinanceImport; }
    session::Operation exportOperation() const override { return session::Operation::FinanceRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
    void finishImport(session::Session &session) override;

private:
    /// A voucher as gathered from its rows. Accounts are known once its year is.
    struct Gathered {
        int firstRow = 0;
        VoucherDetails details;
        std::vector<std::pair<QString, QString>> accounts; ///< code and name of each line
        QString reverses;
        QString replaces;
        AgentStatus agentStatus = AgentStatus::None;
        QString agentNumber;
    };

    void readHead(office::RowReader &cells, Gathered &voucher) const;
    VoucherLine readLine(session::Session &session, office::RowReader &cells) const;
    void resolve(session::Session &session, Gathered &voucher) const;
    void take(session::Session &session, const VoucherNumber &code, Gathered &voucher, bool isLedgerEmpty) const;

    int m_lastRow = 0; ///< rows that begin anew belong to another import
    std::map<VoucherNumber, Gathered> m_vouchers;
};

} // namespace mishutai::finance
