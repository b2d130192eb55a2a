#pragma once

#include "finance/accounts/accounting_month.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::finance {

/// Fiscal years and months: opening, closing (结账), reopening (反结账). @throws Error from every method
class PeriodService
{
public:
    explicit PeriodService(session::Session &session) : m_session(session) { }

    /// Starts a year with twelve open months. The chart must have accounts (ChartService::load).
    void openYear(int year, const QString &chart);
    /// Refused while drafts remain in the month or an earlier month of the year is open.
    void closeMonth(int year, int month);
    /// Only the newest closed month of an open year. @param reason not empty; goes to the audit log
    void reopenMonth(int year, int month, const QString &reason);

    std::vector<FiscalYear> years() const;
    std::vector<AccountingMonth> months(int year) const;
    /// The month that takes a voucher of this day. @throws Error Validation when the year is not on the books, Conflict when
    /// closed
    AccountingMonth monthFor(QDate day) const;

private:
    AccountingMonth require(int year, int month) const;
    session::Session &m_session;
};

} // namespace mishutai::finance
