#pragma once

#include "finance/accounts/account.h"

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::finance {

/// Rows of `accounts`. @throws Error as db::Statement and session::Work
class AccountRepository
{
public:
    explicit AccountRepository(const db::Database &database) : m_database(database) { }

    std::optional<Account> find(AccountId id) const;
    std::optional<Account> findByCode(const QString &chart, const QString &code) const;
    /// First postable account of the chart with this exact name.
    std::optional<Account> findByName(const QString &chart, const QString &name) const;
    /// The postable account beside this one (same parent, same role) of the other class: 会费收入 — 限定性 beside — 非限定性.
    std::optional<Account> sibling(AccountId id, Restriction restriction) const;
    /// First postable account by code that has the role. @param restriction None: any
    std::optional<Account> firstOfRole(const QString &chart, AccountRole role, Restriction restriction = Restriction::None) const;
    std::vector<Account> ofChart(const QString &chart) const; ///< by code
    std::vector<Account> all() const; ///< by chart, then code
    bool hasChart(const QString &chart) const;
    /// Parent code and the next free two digits: "100201", "100202".
    QString nextChildCode(const QString &chart, const QString &parentCode) const;

    AccountId insert(session::Work &work, const AccountDetails &details) const;
    /// @return its revision afterwards
    int update(session::Work &work, AccountId id, int revision, const AccountDetails &details) const;
    void remove(session::Work &work, AccountId id, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::finance
