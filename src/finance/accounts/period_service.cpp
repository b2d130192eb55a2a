#include "finance/accounts/period_service.h"

#include "finance/accounts/account_repository.h"
#include "finance/accounts/period_repository.h"
#include "finance/ledger_errors.h"
#include "session/session.h"
#include "session/work.h"

namespace mishutai::finance {

using session::Operation;
using session::Work;

namespace {

Error noBooks(int year)
{
    Error error(Error::Kind::Validation, translated("%1年还没有账簿").arg(year), translated("这个年度没有启用"),
        translated("请在财务页点「启用%1年度」；年份打错了就改日期").arg(year));
    error.withFields({{QStringLiteral("date"), QStringLiteral("year"), translated("%1年度没有启用").arg(year)}});
    return error;
}

} // namespace

void PeriodService::openYear(int year, const QString &chart)
{
    Work work(m_session, Operation::FinanceSetup);
    if (year < 2000 || year > 2100) {
        throw Error(
            Error::Kind::Validation, translated("年度不对"), translated("年度应在2000至2100之间"), translated("请更正年度"));
    }
    if (!AccountRepository(work.database()).hasChart(chart)) {
        throw Error(Error::Kind::NotFound, translated("没有科目表 %1").arg(chart), translated("这个科目表还没有科目"),
            translated("请先建立科目表"));
    }
    inLedgerWords([&] { PeriodRepository(work.database()).insertYear(work, year, chart); });
    work.setSubject(QStringLiteral("fiscal_years"), year);
    work.commit();
}

AccountingMonth PeriodService::require(int year, int month) const
{
    const std::optional<AccountingMonth> found = PeriodRepository(m_session.database()).month(year, month);
    if (!found)
        throw noBooks(year);
    return *found;
}

void PeriodService::closeMonth(int year, int month)
{
    Work work(m_session, Operation::PeriodClose);
    const PeriodRepository repository(work.database());
    const AccountingMonth target = require(year, month);
    for (const AccountingMonth &other : repository.months(year)) {
        if (other.month < month && other.isOpen) {
            throw Error(Error::Kind::Conflict, translated("%1年%2月还不能结账").arg(year).arg(month),
                translated("前面的%1月还没有结账").arg(other.month), translated("请按月份先后结账"));
        }
    }
    if (const int drafts = repository.draftCount(target.id); drafts > 0) {
        throw Error(Error::Kind::Conflict, translated("%1年%2月还不能结账").arg(year).arg(month),
            translated("还有%1笔未入账").arg(drafts), translated("请先入账，或删除不要的记录"));
    }
    inLedgerWords([&] { repository.setOpen(work, target, /*isOpen=*/false); });
    work.setSubject(QStringLiteral("periods"), target.id.value());
    work.commit();
}

void PeriodService::reopenMonth(int year, int month, const QString &reason)
{
    Work work(m_session, Operation::PeriodClose);
    if (reason.trimmed().isEmpty()) {
        throw Error(Error::Kind::Validation, translated("请写明反结账的原因"), translated("反结账要记入操作日志"),
            translated("填写原因后再试"));
    }
    const AccountingMonth target = require(year, month);
    inLedgerWords([&] { PeriodRepository(work.database()).setOpen(work, target, /*isOpen=*/true); });
    work.setSubject(QStringLiteral("periods"), target.id.value());
    work.setReason(reason);
    work.commit();
}

std::vector<FiscalYear> PeriodService::years() const
{
    m_session.require(Operation::FinanceTotalsRead);
    return PeriodRepository(m_session.database()).years();
}

std::vector<AccountingMonth> PeriodService::months(int year) const
{
    m_session.require(Operation::FinanceTotalsRead);
    return PeriodRepository(m_session.database()).months(year);
}

AccountingMonth PeriodService::monthFor(QDate day) const
{
    const AccountingMonth month = require(day.year(), day.month());
    if (!month.takesVouchers()) {
        Error error(Error::Kind::Conflict, translated("%1年%2月已经结账").arg(month.year).arg(month.month),
            translated("结账后的月份不再记账"), translated("请把日期改到未结账的月份，或先反结账"));
        error.withFields({{QStringLiteral("date"), QStringLiteral("closed"), translated("这个月已经结账")}});
        throw error;
    }
    return month;
}

} // namespace mishutai::finance
