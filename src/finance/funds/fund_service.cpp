#include "finance/funds/fund_service.h"

#include "finance/accounts/account_lookup.h"
#include "finance/accounts/account_repository.h"
#include "finance/accounts/chart_service.h"
#include "finance/funds/fund_repository.h"
#include "parties/code_numbers.h"
#include "session/session.h"
#include "session/work.h"

namespace mishutai::finance {

using session::Operation;
using session::Work;

namespace {

const QString kObject = QStringLiteral("funds");

} // namespace

void FundService::requireAcceptable(const FundDetails &details) const
{
    std::vector<FieldError> faults = validate(details);
    if (details.account) {
        const std::optional<Account> account = AccountRepository(m_session.database()).find(*details.account);
        if (!account || account->details.restriction != Restriction::Restricted || !account->details.isPostable)
            faults.push_back({"account", "restriction", translated("请选择末级的限定性净资产科目")});
    }
    if (!faults.empty()) {
        throw Error(Error::Kind::Validation, translated("资金没有保存"), faults.front().message, translated("请更正标出的内容"))
            .withFields(faults);
    }
}

AccountId FundService::makeAccount(const QString &fundName) const
{
    const QString chart = currentChart(m_session.database());
    const AccountRepository repository(m_session.database());
    for (const Account &account : repository.ofChart(chart)) {
        if (account.details.role != AccountRole::RestrictedNetAssets || account.details.isPostable)
            continue;
        AccountDetails details = account.details;
        details.parentCode = account.details.code;
        details.code = repository.nextChildCode(chart, details.parentCode);
        details.name = account.details.name + QStringLiteral("—") + fundName;
        details.restriction = Restriction::Restricted;
        details.isPostable = true;
        return ChartService(m_session).add(details);
    }
    throw Error(Error::Kind::NotFound, translated("科目表里没有「限定性净资产」"), translated("专项资金记在它的明细科目上"),
        translated("请先建立账簿"));
}

FundId FundService::create(const FundDetails &given)
{
    Work work(m_session, Operation::FinanceSetup);
    requireAcceptable(given);
    const FundRepository repository(work.database());
    FundDetails details = given;
    const auto isTaken = [&](const QString &code) { return repository.findByCode(code).has_value(); };
    details.code = parties::settledCode(work, {"funds", translated("资金")}, given.code, isTaken);
    if (isTaken(details.code)) {
        throw Error(Error::Kind::Conflict, translated("资金编号 %1 已经有了").arg(details.code), translated("编号不能重复"),
            translated("请换一个编号"))
            .withFields({{"code", "duplicate", translated("编号重复")}});
    }
    if (!details.account)
        details.account = makeAccount(details.name);
    const FundId id = repository.insert(work, details);
    work.setSubject(kObject, id.value());
    work.commit();
    return id;
}

bool FundService::update(FundId id, int revision, const FundDetails &details)
{
    Work work(m_session, Operation::FinanceSetup);
    requireAcceptable(details);
    const int now = FundRepository(work.database()).update(work, {id, revision, details});
    work.setSubject(kObject, id.value());
    work.commit();
    return now != revision;
}

void FundService::remove(FundId id, int revision)
{
    Work work(m_session, Operation::FinanceSetup);
    FundRepository(work.database()).remove(work, id, revision);
    work.setSubject(kObject, id.value());
    work.commit();
}

std::vector<Fund> FundService::funds() const
{
    m_session.require(Operation::FinanceTotalsRead);
    return FundRepository(m_session.database()).all();
}

std::optional<Fund> FundService::findByCode(const QString &code) const
{
    m_session.require(Operation::FinanceTotalsRead);
    return FundRepository(m_session.database()).findByCode(code);
}

std::optional<FundId> FundService::resolve(const QString &reference) const
{
    m_session.require(Operation::FinanceTotalsRead);
    const FundRepository repository(m_session.database());
    std::optional<Fund> fund = repository.findByCode(reference);
    if (!fund)
        fund = repository.findByName(reference);
    return fund ? std::optional(fund->id) : std::nullopt;
}

} // namespace mishutai::finance
