#pragma once

#include "finance/vouchers/voucher.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::finance {

/// Vouchers: a draft is free to change and has no number; a posted one is frozen and is corrected by reversal (冲销) only.
/// @throws Error from every method: Validation, Conflict (posted, closed month, stale revision), NotFound, Forbidden, Storage
class VoucherService
{
public:
    explicit VoucherService(session::Session &session) : m_session(session) { }

    /// Saves a draft in the month of its date. In 代理记账 its paper waits to be handed over (待交).
    VoucherId draft(const VoucherDetails &details);
    void update(VoucherId id, int revision, const VoucherDetails &details);
    void remove(VoucherId id, int revision);

    /// Posts drafts in the order of their dates, all or none; their numbers are given now. Also 「入账」 of the entry screen.
    void post(const std::vector<VoucherId> &ids);
    /// Posts a draft that brings its number along (a sheet into an empty ledger). Conflict when it is not the next one.
    void postAs(VoucherId id, int number);

    /// The same lines in red, dated today (or the original's date, should that lie ahead), posted at once. A voucher is reversed
    /// at most once, a reversal never. @param reason for the audit log
    VoucherId reverse(VoucherId id, const QString &reason);
    /// A draft with the lines of a reversed voucher in blue, dated today, to be put right and posted.
    VoucherId draftCorrection(VoucherId id);

    /// 待交 → 已交会计. Vouchers that are handed over already stay as they are.
    void handOver(const std::vector<VoucherId> &ids);
    /// → 会计已入账, with the number of the agent's voucher.
    void markBooked(VoucherId id, const QString &agentNumber);
    /// What the agent has reported, as a sheet tells it.
    void setAgent(VoucherId id, AgentStatus status, const QString &agentNumber);
    /// 票据 may come after posting. Nothing removes it.
    void setReceipt(VoucherId id, const std::optional<ReceiptDetails> &receipt);

    std::optional<Voucher> voucher(VoucherId id) const;

private:
    Voucher require(VoucherId id) const;
    void postOne(const Voucher &voucher, std::optional<int> number);
    session::Session &m_session;
};

} // namespace mishutai::finance
