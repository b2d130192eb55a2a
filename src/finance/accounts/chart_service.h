#pragma once

#include "finance/accounts/account.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::finance {

/// The chart of accounts: what years are kept by. @throws Error from every method
class ChartService
{
public:
    explicit ChartService(session::Session &session) : m_session(session) { }

    /// Adds the accounts of a chart that the program carries. A chart that is there already stays as it is.
    void load(const QString &chart);
    AccountId add(const AccountDetails &details);
    /// An account that has posted lines may change its name, bank and activity only. @return whether anything differed
    bool update(AccountId id, int revision, const AccountDetails &details);
    void remove(AccountId id, int revision);
    /// A sub-account of 银行存款 for one bank account, with the next free code.
    AccountId addBankAccount(const QString &chart, const QString &name, const QString &bankName, const QString &bankNumber);

    std::vector<Account> accounts(const QString &chart) const; ///< by code
    std::optional<Account> account(AccountId id) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::finance
