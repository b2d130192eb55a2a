#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "finance/accounts/account.h"

#include <QDate>

#include <optional>
#include <tuple>
#include <vector>

namespace mishutai::finance {

enum class VoucherKind { Normal, Opening, Reversal, Adjust, Reclass, Closing };
enum class VoucherStatus { Draft, Posted };
/// 代理记账: what became of the paper. None: the office keeps its own books.
enum class AgentStatus { None, ToHand, Handed, Booked };
enum class ReceiptKind { Dues, Tax, Other };
enum class ReceiptStatus { ToIssue, Issued, Sent, Red };

template <> const office::ChoiceTable<VoucherKind> &terms<VoucherKind>();
template <> const office::ChoiceTable<VoucherStatus> &terms<VoucherStatus>();
template <> const office::ChoiceTable<AgentStatus> &terms<AgentStatus>();
template <> const office::ChoiceTable<ReceiptKind> &terms<ReceiptKind>();
template <> const office::ChoiceTable<ReceiptStatus> &terms<ReceiptStatus>();

/// 票据 of the finance authority or the tax bureau, recorded here and issued elsewhere.
struct ReceiptDetails {
    ReceiptKind kind = ReceiptKind::Dues;
    QString code;
    QString number; ///< required unless still to be issued
    QDate date;
    ReceiptStatus status = ReceiptStatus::ToIssue;
    bool operator==(const ReceiptDetails &) const = default;
};

/// One line. A red amount is negative on the same side.
struct VoucherLine {
    AccountId account{0};
    Side side = Side::Debit;
    Money amount;
    QString summary;
    std::optional<UnitId> unit;
    std::optional<PersonId> person;
    std::optional<FundId> fund;
    std::optional<CaseId> project;
    std::optional<ActivityId> activity;
    QString cashFlowItem;
    std::optional<CategoryId> category; ///< of the entry screen
    std::optional<int> duesYear; ///< 所属年度
    bool operator==(const VoucherLine &) const = default;
};

struct VoucherDetails {
    QDate date;
    QString word = QStringLiteral("记");
    VoucherKind kind = VoucherKind::Normal;
    int paperCount = 0; ///< 附件张数
    QString noDocumentReason; ///< why there is no paper
    std::optional<VoucherId> reverses;
    std::optional<VoucherId> replaces;
    std::vector<VoucherLine> lines;
    std::optional<ReceiptDetails> receipt;
    bool operator==(const VoucherDetails &) const = default;
};

struct Voucher {
    VoucherId id{0};
    int revision = 1;
    VoucherDetails details;
    VoucherStatus status = VoucherStatus::Draft;
    int year = 0; ///< of its period
    int month = 0;
    std::optional<int> number; ///< given at posting
    AgentStatus agentStatus = AgentStatus::None;
    QString agentNumber;
    std::optional<VoucherId> reversedBy;
    bool isPosted() const { return status == VoucherStatus::Posted; }
    /// "2021-05/记-12"; empty for a draft
    QString code() const;
};

/// "2021-05/记-12"
QString voucherCode(int year, int month, const QString &word, int number);

struct VoucherNumber {
    int year = 0;
    int month = 0;
    QString word;
    int number = 0;
    bool operator==(const VoucherNumber &) const = default;
    bool operator<(const VoucherNumber &other) const
    {
        return std::tie(year, month, word, number) < std::tie(other.year, other.month, other.word, other.number);
    }
};
/// The opposite of voucherCode.
std::optional<VoucherNumber> parseVoucherCode(const QString &code);

/// 凭证字 that only sheets use, for drafts: "2021-05/草稿-1".
QString draftWord();

/// Debit total − credit total.
Money imbalance(const std::vector<VoucherLine> &lines);

/// What a draft must have; it may still be unbalanced.
std::vector<FieldError> validate(const VoucherDetails &details);
/// What posting asks beyond that: two lines, 借贷相等.
std::vector<FieldError> validateForPosting(const VoucherDetails &details);
std::vector<FieldError> validate(const ReceiptDetails &receipt);

} // namespace mishutai::finance
