#include "finance/accounts/account_sheet.h"
#include "finance/accounts/chart_service.h"
#include "finance/funds/fund_service.h"
#include "finance_cases.h"

#include <set>

using namespace mishutai;
using namespace mishutai::finance;

namespace {

AccountDetails account(const QString &code, AccountKind kind, Restriction restriction = Restriction::None)
{
    AccountDetails details;
    details.chart = "npo-2004";
    details.code = code;
    details.name = "示例科目";
    details.kind = kind;
    details.restriction = restriction;
    return details;
}

} // namespace

TEST_CASE("an account is acceptable or says which field is not", "[finance]")
{
    struct Case {
        const char *what;
        AccountDetails details;
        QStringList faults;
    };
    AccountDetails nameless = account("1001", AccountKind::Asset);
    nameless.name.clear();
    AccountDetails stray = account("100201", AccountKind::Asset);
    stray.parentCode = "1001";
    AccountDetails group = account("4201", AccountKind::Income);
    group.isPostable = false;
    AccountDetails cash = account("2209", AccountKind::Liability);
    cash.isCash = true;
    const std::vector<Case> cases{
        {"plain asset", account("1001", AccountKind::Asset), {}},
        {"income without class", account("4201", AccountKind::Income), {"restriction restriction"}},
        {"income with class", account("420101", AccountKind::Income, Restriction::Unrestricted), {}},
        {"expense with class", account("520101", AccountKind::Expense, Restriction::Restricted), {"restriction restriction"}},
        {"group needs no class", group, {}},
        {"no name", nameless, {"name required"}},
        {"letters in the code", account("10a1", AccountKind::Asset), {"code format"}},
        {"short code", account("101", AccountKind::Asset), {"code format"}},
        {"parent with another code", stray, {"parentCode format"}},
        {"cash that is no asset", cash, {"isCash kind"}},
    };
    for (const Case &each : cases) {
        INFO(each.what);
        CHECK(codesOf(validate(each.details)) == each.faults);
    }
}

TEST_CASE("the carried chart is whole", "[finance]")
{
    const std::vector<AccountDetails> chart = readChart("npo-2004");
    std::set<QString> codes;
    std::set<AccountRole> roles;
    for (const AccountDetails &each : chart) {
        INFO(each.code.toStdString());
        CHECK(validate(each).empty());
        CHECK((each.parentCode.isEmpty() || codes.contains(each.parentCode)));
        CHECK(codes.insert(each.code).second);
        roles.insert(each.role);
    }
    CHECK(roles.size() == terms<AccountRole>().choices().size());
    CHECK(errorOf([] { readChart("../secret"); })->kind() == Error::Kind::NotFound);
    CHECK(errorOf([] { readChart("npo-1999"); })->kind() == Error::Kind::NotFound);
}

TEST_CASE("sub-accounts get the next free code", "[finance]")
{
    Books books;
    ChartService service(books.session());
    CHECK(service.account(books.bank())->details.code == "100201");
    const AccountId second = service.addBankAccount("npo-2004", "一般户", "示例银行", "0001");
    const Account account = service.account(second).value();
    CHECK(account.details.code == "100202");
    CHECK(account.details.isCash);
    CHECK(account.details.bankNumber == "0001");
}

TEST_CASE("a used account keeps what statements are made of", "[finance]")
{
    Books books;
    books.posted(books.voucher(10'000));
    ChartService service(books.session());
    const Account before = service.account(books.account("420101")).value();
    struct Case {
        const char *what;
        std::function<void(AccountDetails &)> change;
        bool isRefused;
    };
    const std::vector<Case> cases{
        {"name", [](AccountDetails &d) { d.name = "会费收入"; }, false},
        {"active", [](AccountDetails &d) { d.isActive = false; }, false},
        {"role", [](AccountDetails &d) { d.role = AccountRole::Service; }, true},
        {"side", [](AccountDetails &d) { d.normalSide = Side::Debit; }, true},
        {"restriction", [](AccountDetails &d) { d.restriction = Restriction::Restricted; }, true},
        {"code", [](AccountDetails &d) { d.code = "420109"; }, true},
        {"chart", [](AccountDetails &d) { d.chart = "other", d.parentCode.clear(); }, true},
        {"kind",
            [](AccountDetails &d) {
                d.kind = AccountKind::Expense;
                d.restriction = Restriction::None;
            },
            true},
    };
    for (const Case &each : cases) {
        INFO(each.what);
        const Account now = service.account(before.id).value();
        AccountDetails changed = now.details;
        each.change(changed);
        const std::optional<Error> error = errorOf([&] { service.update(now.id, now.revision, changed); });
        REQUIRE(error.has_value() == each.isRefused);
        if (error) {
            CHECK(error->kind() == Error::Kind::Conflict);
            CHECK(error->problem().startsWith("科目已有入账记录"));
            CHECK(service.account(now.id)->details == now.details);
        }
    }
    const std::optional<Error> removal = errorOf([&] { service.remove(before.id, service.account(before.id)->revision); });
    REQUIRE(removal);
    CHECK(removal->remedy().contains("停用"));
}

TEST_CASE("a leaf takes no children, and codes are unique in a chart", "[finance]")
{
    Books books;
    ChartService service(books.session());
    AccountDetails child = account("100101", AccountKind::Asset);
    child.parentCode = "1001";
    CHECK(errorOf([&] { service.add(child); })->problem() == "这里不能增设明细科目");
    CHECK(errorOf([&] { service.add(account("1001", AccountKind::Asset)); })->problem() == "科目编码已经有了");
    child.parentCode = "10";
    CHECK(errorOf([&] { service.add(child); })->kind() == Error::Kind::Validation);
    Account group = AccountRepository(books.database()).findByCode("npo-2004", "1002").value();
    group.details.isPostable = true;
    CHECK(errorOf([&] { service.update(group.id, group.revision, group.details); })->problem() == "这个科目不能改为末级");
}

TEST_CASE("a fund gets a code and a restricted account of its own", "[finance]")
{
    Books books;
    FundService service(books.session());
    FundDetails details;
    details.name = "运行经费补助";
    service.create(details);
    const Fund fund = service.funds().at(0);
    CHECK(fund.details.code == "资金-0001");
    const Account account = AccountRepository(books.database()).find(fund.details.account.value()).value();
    CHECK(account.details.code == "310201");
    CHECK(account.details.name == "限定性净资产—运行经费补助");
    CHECK(account.details.restriction == Restriction::Restricted);
    CHECK(service.resolve("运行经费补助") == fund.id);
    CHECK(service.resolve("资金-0001") == fund.id);
    CHECK_FALSE(service.resolve("资金-0002"));

    details.code = "资金-0001";
    CHECK(errorOf([&] { service.create(details); })->kind() == Error::Kind::Conflict);
    details.code.clear();
    details.account = books.account("420101");
    CHECK(codesOf(errorOf([&] { service.create(details); })->fields()) == QStringList{"account restriction"});
    details.account.reset();
    details.from = QDate(2021, 2, 1);
    details.to = QDate(2021, 2, 1);
    CHECK(codesOf(errorOf([&] { service.create(details); })->fields()) == QStringList{"to range"});
    details.name.clear();
    CHECK(errorOf([&] { service.create(details); })->fields().size() == 2);

    FundDetails changed = fund.details;
    changed.purpose = "运行";
    CHECK(service.update(fund.id, fund.revision, changed));
    CHECK(errorOf([&] { service.update(fund.id, fund.revision, fund.details); })->kind() == Error::Kind::Conflict);
    service.remove(fund.id, service.findByCode("资金-0001")->revision);
    CHECK(service.funds().empty());
}

TEST_CASE("categories are unique and stand on leaf accounts", "[finance]")
{
    Books books;
    CategoryService service(books.session());
    CHECK(service.categories().size() == 21);
    CHECK(errorOf([&] {
        service.create({"会费", EntryDirection::In, books.account("420101"), {}, 0, true});
    })->kind()
        == Error::Kind::Conflict);
    CHECK(codesOf(errorOf([&] {
        service.create({"新", EntryDirection::In, books.account("4201"), {}, 0, true});
    })->fields())
        == QStringList{"account postable"});
    CHECK(codesOf(errorOf([&] {
        service.create({"", EntryDirection::Transfer, AccountId(0), {}, 0, true});
    })->fields())
        == QStringList{"name required", "direction range", "account required"});
    const CategoryId id = service.create({"培训", EntryDirection::Out, books.account("510199"), {}, 5, true});
    CategoryDetails details = service.findByName("培训")->details;
    CHECK_FALSE(service.update(id, 1, details));
    details.name = "培训支出";
    CHECK(service.update(id, 1, details));
    service.remove(id, 2);
    CHECK_FALSE(service.findByName("培训支出"));

    books.posted(EntryService(books.session()).voucherOf(books.entry(EntryDirection::In, "会费", 100)));
    const Category used = service.findByName("会费").value();
    CHECK(errorOf([&] { service.remove(used.id, used.revision); })->kind() == Error::Kind::Conflict);
}

TEST_CASE("first use opens the books once", "[finance]")
{
    Books books;
    CHECK(PeriodService(books.session()).months(2021).size() == 12);
    const std::optional<Error> again = errorOf([&] { FinanceSetup(books.session()).start({2021, {}, {}, {}}); });
    REQUIRE(again);
    CHECK(again->problem() == "这个年度已经启用");
    CHECK(again->kind() == Error::Kind::Conflict);
    FinanceSetup(books.session()).start({2022, {}, {}, {}});
    CHECK(PeriodService(books.session()).years().size() == 2);
    CHECK(books.number("SELECT count(*) AS x FROM accounts WHERE name = '基本户'") == 1);
    CHECK(books.number("SELECT count(*) AS x FROM entry_categories") == 21);
    session::Session reader = books.test().sessionAs(session::Role::Secretariat);
    CHECK(errorOf([&] { FinanceSetup(reader).start({2023, {}, {}, {}}); })->kind() == Error::Kind::Forbidden);
}
