#pragma once

#include "finance/accounts/accounting_month.h"

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::finance {

/// Rows of `fiscal_years` and `periods`. @throws Error as db::Statement and session::Work
class PeriodRepository
{
public:
    explicit PeriodRepository(const db::Database &database) : m_database(database) { }

    std::vector<FiscalYear> years() const; ///< oldest first
    std::optional<FiscalYear> year(int year) const;
    std::vector<AccountingMonth> months(int year) const;
    std::optional<AccountingMonth> month(int year, int month) const;
    int draftCount(PeriodId period) const;

    void insertYear(session::Work &work, int year, const QString &chart) const; ///< with its twelve months, all open
    void setOpen(session::Work &work, const AccountingMonth &month, bool isOpen) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::finance
