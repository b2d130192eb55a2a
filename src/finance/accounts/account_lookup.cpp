#include "finance/accounts/account_lookup.h"

#include "finance/accounts/account_repository.h"
#include "finance/accounts/chart_resource.h"
#include "finance/accounts/period_repository.h"

namespace mishutai::finance {

QString currentChart(const db::Database &database)
{
    const std::vector<FiscalYear> years = PeriodRepository(database).years();
    if (!years.empty())
        return years.back().chart;
    const std::vector<Account> accounts = AccountRepository(database).all();
    return accounts.empty() ? QString::fromLatin1(kDefaultChart) : accounts.front().details.chart;
}

std::optional<Account> accountByCode(const db::Database &database, const QString &code)
{
    const AccountRepository repository(database);
    if (std::optional<Account> account = repository.findByCode(currentChart(database), code))
        return account;
    for (Account &account : repository.all()) {
        if (account.details.code == code)
            return std::move(account);
    }
    return std::nullopt;
}

} // namespace mishutai::finance
