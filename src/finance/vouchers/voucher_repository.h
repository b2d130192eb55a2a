#pragma once

#include "finance/accounts/accounting_month.h"
#include "finance/vouchers/voucher.h"

#include <QDateTime>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::finance {

/// Rows of `vouchers`, `voucher_lines` and `receipts`. @throws Error as db::Statement and session::Work
class VoucherRepository
{
public:
    explicit VoucherRepository(const db::Database &database) : m_database(database) { }

    std::optional<Voucher> find(VoucherId id) const;
    std::optional<VoucherId> findByCode(const VoucherNumber &code) const;
    /// By date and, within a day, in the order of entry.
    std::vector<VoucherId> inPostingOrder(const std::vector<VoucherId> &ids) const;
    /// Posted ones by number, then drafts by date: the order of sheets.
    std::vector<VoucherId> all() const;
    std::vector<VoucherId> onDay(QDate day) const; ///< in the order of entry
    bool hasPosted() const;

    VoucherId insertDraft(
        session::Work &work, const AccountingMonth &month, const VoucherDetails &details, AgentStatus status) const;
    void updateDraft(
        session::Work &work, VoucherId id, int revision, const AccountingMonth &month, const VoucherDetails &details) const;
    void removeDraft(session::Work &work, VoucherId id, int revision) const;
    /// Copies the accounts' names to the lines, gives the next number of the period and 字, and freezes. @return the number
    int post(session::Work &work, const Voucher &voucher) const;
    void setAgent(session::Work &work, VoucherId id, int revision, AgentStatus status, const QString &agentNumber) const;
    void setReceipt(session::Work &work, VoucherId id, const std::optional<ReceiptDetails> &receipt) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::finance
