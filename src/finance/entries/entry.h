#pragma once

#include "finance/entries/category.h"
#include "finance/vouchers/voucher.h"

namespace mishutai::finance {

/// One line of 收支台账: income, expense or a transfer between the office's accounts. Stored as a voucher of two lines.
struct EntryDetails {
    QDate date;
    EntryDirection direction = EntryDirection::Out;
    Money amount; ///< positive; a posted entry is corrected by reversal
    std::optional<CategoryId> category; ///< of In and Out
    std::optional<AccountId> account; ///< where the money is or was: a cash or bank account, or a payable that advanced it
    std::optional<AccountId> toAccount; ///< of Transfer: where it goes
    std::optional<UnitId> unit; ///< 对方
    std::optional<PersonId> person;
    std::optional<UnitId> advancedBy; ///< 垫付单位, when the account is a payable; else the counterparty
    std::optional<int> duesYear; ///< 所属年度 of dues
    std::optional<FundId> fund;
    std::optional<ActivityId> activity;
    std::optional<CaseId> project;
    QString summary; ///< composed from the rest when empty: 收×××2021年会费
    int documentCount = 0;
    QString noDocumentReason;
    std::optional<ReceiptDetails> receipt;
    bool operator==(const EntryDetails &) const = default;
};

struct Entry {
    VoucherId id{0};
    int revision = 1;
    EntryDetails details;
    VoucherStatus status = VoucherStatus::Draft;
    AgentStatus agentStatus = AgentStatus::None;
    QString agentNumber;
    QString code; ///< of its voucher, empty in a draft
    bool isReversed = false;
};

std::vector<FieldError> validate(const EntryDetails &details);

} // namespace mishutai::finance
