#pragma once

#include "finance/funds/fund.h"

namespace mishutai::session {
class Session;
class Work;
} // namespace mishutai::session

namespace mishutai::finance {

/// Funds with a purpose. @throws Error from every method
class FundService
{
public:
    explicit FundService(session::Session &session) : m_session(session) { }

    /// Gives the next code when there is none, and a net-asset account of its own when none is named.
    FundId create(const FundDetails &details);
    /// @return whether anything differed
    bool update(FundId id, int revision, const FundDetails &details);
    void remove(FundId id, int revision);

    std::vector<Fund> funds() const; ///< by code
    std::optional<Fund> findByCode(const QString &code) const;
    /// By code, else by exact name: what a cell of a sheet means.
    std::optional<FundId> resolve(const QString &reference) const;

private:
    void requireAcceptable(const FundDetails &details) const;
    AccountId makeAccount(const QString &fundName) const;
    session::Session &m_session;
};

} // namespace mishutai::finance
