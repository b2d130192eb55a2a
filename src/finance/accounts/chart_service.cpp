#include "finance/accounts/chart_service.h"

#include "finance/accounts/account_repository.h"
#include "finance/accounts/chart_resource.h"
#include "finance/ledger_errors.h"
#include "session/session.h"
#include "session/work.h"

namespace mishutai::finance {

using session::Operation;
using session::Work;

namespace {

void requireValid(const AccountDetails &details)
{
    if (std::vector<FieldError> faults = validate(details); !faults.empty()) {
        throw Error(
            Error::Kind::Validation, translated("科目没有保存"), translated("有内容不符合要求"), translated("请更正标出的内容"))
            .withFields(std::move(faults));
    }
}

} // namespace

void ChartService::load(const QString &chart)
{
    Work work(m_session, Operation::FinanceSetup);
    const AccountRepository repository(work.database());
    if (!repository.hasChart(chart)) {
        for (const AccountDetails &details : readChart(chart))
            inLedgerWords([&] { return repository.insert(work, details); });
    }
    work.commit();
}

AccountId ChartService::add(const AccountDetails &details)
{
    Work work(m_session, Operation::FinanceSetup);
    requireValid(details);
    const AccountId id = inLedgerWords([&] { return AccountRepository(work.database()).insert(work, details); });
    work.setSubject(QStringLiteral("accounts"), id.value());
    work.commit();
    return id;
}

bool ChartService::update(AccountId id, int revision, const AccountDetails &details)
{
    Work work(m_session, Operation::FinanceSetup);
    requireValid(details);
    const int now = inLedgerWords([&] { return AccountRepository(work.database()).update(work, id, revision, details); });
    work.setSubject(QStringLiteral("accounts"), id.value());
    work.commit();
    return now != revision;
}

void ChartService::remove(AccountId id, int revision)
{
    Work work(m_session, Operation::FinanceSetup);
    inLedgerWords([&] { AccountRepository(work.database()).remove(work, id, revision); });
    work.setSubject(QStringLiteral("accounts"), id.value());
    work.commit();
}

AccountId ChartService::addBankAccount(
    const QString &chart, const QString &name, const QString &bankName, const QString &bankNumber)
{
    Work work(m_session, Operation::FinanceSetup);
    const AccountRepository repository(work.database());
    // Asked by role: the group account of cash, whatever its code in this chart.
    QString parentCode;
    for (const Account &account : repository.ofChart(chart)) {
        if (account.details.isCash && !account.details.isPostable)
            parentCode = account.details.code;
    }
    if (parentCode.isEmpty()) {
        throw Error(Error::Kind::NotFound, translated("科目表里没有「银行存款」"), translated("没有可以增设明细的银行存款科目"),
            translated("请先建立银行存款科目"));
    }
    AccountDetails details{chart, repository.nextChildCode(chart, parentCode), name, parentCode, AccountKind::Asset, Side::Debit,
        Restriction::None, AccountRole::Cash, true, true, true, bankName, bankNumber};
    const AccountId id = add(details);
    work.setSubject(QStringLiteral("accounts"), id.value());
    work.commit();
    return id;
}

std::vector<Account> ChartService::accounts(const QString &chart) const
{
    m_session.require(Operation::FinanceTotalsRead);
    return AccountRepository(m_session.database()).ofChart(chart);
}

std::optional<Account> ChartService::account(AccountId id) const
{
    m_session.require(Operation::FinanceTotalsRead);
    return AccountRepository(m_session.database()).find(id);
}

} // namespace mishutai::finance
