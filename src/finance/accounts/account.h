#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "finance/terms.h"

#include <QString>

#include <optional>
#include <vector>

namespace mishutai::finance {

enum class AccountKind { Asset, Liability, NetAsset, Income, Expense };
enum class Side { Debit, Credit };
enum class Restriction { None, Unrestricted, Restricted };

/// What an account is for. Statements and metrics ask by role, never by code: one code means different things in different
/// charts (1 January 2026 changes many).
enum class AccountRole {
    Cash,
    Receivable,
    OtherReceivable,
    Prepaid,
    Allowance,
    DeferredExpense,
    FixedAsset,
    Depreciation,
    Intangible,
    AgencyAsset,
    AgencyLiability,
    Payable,
    Advance,
    WagesPayable,
    TaxPayable,
    OtherPayable,
    Accrued,
    UnrestrictedNetAssets,
    RestrictedNetAssets,
    Donation,
    Dues,
    Service,
    Subsidy,
    OtherIncome,
    Program,
    Administration,
    Wages,
    Fundraising,
    OtherExpense,
    Tax
};

template <> const office::ChoiceTable<AccountKind> &terms<AccountKind>();
template <> const office::ChoiceTable<Side> &terms<Side>();
template <> const office::ChoiceTable<Restriction> &terms<Restriction>();
template <> const office::ChoiceTable<AccountRole> &terms<AccountRole>();

/// One account of a chart. Codes are hierarchical: 1002 → 100201.
struct AccountDetails {
    QString chart; ///< "npo-2004": a fiscal year names the chart it is kept by
    QString code;
    QString name;
    QString parentCode; ///< empty on the first level
    AccountKind kind = AccountKind::Asset;
    Side normalSide = Side::Debit;
    Restriction restriction = Restriction::None; ///< of a postable income or net-asset account: one of the two others
    AccountRole role = AccountRole::Cash;
    bool isPostable = true; ///< a leaf
    bool isCash = false;
    bool isActive = true;
    QString bankName; ///< of a sub-account of 银行存款
    QString bankNumber;
    bool operator==(const AccountDetails &) const = default;
};

struct Account {
    AccountId id;
    int revision = 1;
    AccountDetails details;
};

std::vector<FieldError> validate(const AccountDetails &details);

} // namespace mishutai::finance
