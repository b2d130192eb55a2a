#include "finance/finance_setup.h"

#include "finance/accounts/account_repository.h"
#include "finance/accounts/chart_resource.h"
#include "finance/accounts/chart_service.h"
#include "finance/accounts/period_service.h"
#include "finance/entries/category_service.h"
#include "session/session.h"
#include "session/work.h"

namespace mishutai::finance {

namespace {

struct DefaultCategory {
    const char *name;
    EntryDirection direction;
    const char *accountCode; ///< in kDefaultChart
    const char *cashFlowItem;
};

using enum EntryDirection;

constexpr char kStaff[] = "支付给员工以及为员工支付的现金";
constexpr char kGoods[] = "购买商品、接受服务支付的现金";
constexpr char kOtherIn[] = "收到的其他与业务活动有关的现金";
constexpr char kOtherOut[] = "支付的其他与业务活动有关的现金";

constexpr DefaultCategory kCategories[] = {
    {"会费", In, "420101", "收取会费收到的现金"},
    {"服务收入", In, "430101", "提供服务收到的现金"},
    {"政府补助", In, "440101", "政府补助收到的现金"},
    {"捐赠", In, "410101", "接受捐赠收到的现金"},
    {"利息", In, "490101", kOtherIn},
    {"其他收入", In, "490101", kOtherIn},
    {"收到垫付款", In, "220901", kOtherIn},
    {"活动支出", Out, "510101", kGoods},
    {"服务成本", Out, "510102", kGoods},
    {"工资", Out, "520101", kStaff},
    {"社保", Out, "520102", kStaff},
    {"办公", Out, "520103", kGoods},
    {"差旅", Out, "520104", kOtherOut},
    {"租赁", Out, "520105", kGoods},
    {"中介审计", Out, "520106", kGoods},
    {"信息系统", Out, "520199", kGoods},
    {"宣传", Out, "520199", kGoods},
    {"手续费", Out, "520199", kOtherOut},
    {"其他管理支出", Out, "520199", kOtherOut},
    {"税费", Out, "540101", kOtherOut},
    {"归还垫付款", Out, "220901", kOtherOut},
};

} // namespace

AccountId FinanceSetup::start(const BooksStart &start)
{
    session::Work work(m_session, session::Operation::FinanceSetup);
    const QString chart = QString::fromLatin1(kDefaultChart);
    ChartService charts(m_session);
    charts.load(chart);
    PeriodService(m_session).openYear(start.year, chart);
    const QString name = start.bankAccountName.isEmpty() ? translated("基本户") : start.bankAccountName;
    const std::optional<Account> existing = AccountRepository(work.database()).findByName(chart, name);
    const AccountId bank = existing ? existing->id : charts.addBankAccount(chart, name, start.bankName, start.bankNumber);
    addCategories(chart);
    work.setSubject("fiscal_years", start.year);
    work.commit();
    return bank;
}

void FinanceSetup::addCategories(const QString &chart)
{
    CategoryService service(m_session);
    const AccountRepository accounts(m_session.database());
    int sort = 0;
    for (const DefaultCategory &each : kCategories) {
        sort += 10;
        const QString name = translated(each.name);
        const std::optional<Account> account = accounts.findByCode(chart, QString::fromLatin1(each.accountCode));
        if (account && !service.findByName(name))
            service.create({name, each.direction, account->id, translated(each.cashFlowItem), sort, true});
    }
}

} // namespace mishutai::finance
