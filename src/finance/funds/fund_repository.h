#pragma once

#include "finance/funds/fund.h"

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::finance {

/// Rows of `funds`. @throws Error as db::Statement and session::Work
class FundRepository
{
public:
    explicit FundRepository(const db::Database &database) : m_database(database) { }

    std::optional<Fund> find(FundId id) const;
    std::optional<Fund> findByCode(const QString &code) const;
    std::optional<Fund> findByName(const QString &name) const;
    std::vector<Fund> all() const; ///< by code

    FundId insert(session::Work &work, const FundDetails &details) const;
    int update(session::Work &work, const Fund &fund) const; ///< @return its revision afterwards
    void remove(session::Work &work, FundId id, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::finance
