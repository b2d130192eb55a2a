#include "finance/frozen_rules.h"
#include "finance_cases.h"
#include "session/history/change_history.h"

using namespace mishutai;
using namespace mishutai::finance;

TEST_CASE("a month closes when nothing is left to post", "[finance]")
{
    Books books;
    PeriodService periods(books.session());
    VoucherService vouchers(books.session());
    const VoucherId draft = vouchers.draft(books.voucher(100, QDate(2021, 1, 5)));
    const std::optional<Error> error = errorOf([&] { periods.closeMonth(2021, 1); });
    REQUIRE(error);
    CHECK(error->cause() == "还有1笔未入账");
    CHECK(periods.monthFor(QDate(2021, 1, 5)).isOpen);
    vouchers.post({draft});
    periods.closeMonth(2021, 1);
    CHECK_FALSE(periods.months(2021).at(0).isOpen);

    const std::optional<Error> late = errorOf([&] { vouchers.draft(books.voucher(100, QDate(2021, 1, 6))); });
    REQUIRE(late);
    CHECK(late->kind() == Error::Kind::Conflict);
    CHECK(late->problem() == "2021年1月已经结账");
    CHECK(codesOf(late->fields()) == QStringList{"date closed"});
    CHECK(errorOf([&] { vouchers.draft(books.voucher(100, QDate(2022, 1, 6))); })->problem() == "2022年还没有账簿");
}

TEST_CASE("months close in order and reopen from the newest", "[finance]")
{
    Books books;
    PeriodService periods(books.session());
    CHECK(errorOf([&] { periods.closeMonth(2021, 2); })->cause() == "前面的1月还没有结账");
    periods.closeMonth(2021, 1);
    periods.closeMonth(2021, 2);
    CHECK(errorOf([&] { periods.reopenMonth(2021, 1, "补记"); })->problem() == "这个月不能反结账");
    CHECK(errorOf([&] { periods.reopenMonth(2021, 2, " "); })->problem() == "请写明反结账的原因");
    periods.reopenMonth(2021, 2, "补记一笔");
    CHECK(periods.months(2021).at(1).isOpen);
    CHECK(books.text("SELECT reason AS x FROM audit_log ORDER BY id DESC LIMIT 1") == "补记一笔");
    session::Session cashier = books.test().sessionAs(session::Role::Cashier);
    CHECK(errorOf([&] { PeriodService(cashier).closeMonth(2021, 2); })->kind() == Error::Kind::Forbidden);
}

TEST_CASE("undo does not reach into a closed month", "[finance]")
{
    Books books;
    PeriodService(books.session()).closeMonth(2021, 1);
    session::ChangeHistory history(books.session());
    addFrozenRules(history);
    const std::optional<Error> error = errorOf([&] { history.undo(history.lastBatch()->batch); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Conflict);
    CHECK_FALSE(PeriodService(books.session()).months(2021).at(0).isOpen);
}

TEST_CASE("a year needs a chart and a sensible number", "[finance]")
{
    Books books;
    PeriodService periods(books.session());
    CHECK(errorOf([&] { periods.openYear(1999, "npo-2004"); })->kind() == Error::Kind::Validation);
    CHECK(errorOf([&] { periods.openYear(2022, "npo-2026"); })->kind() == Error::Kind::NotFound);
    CHECK(errorOf([&] { periods.closeMonth(2030, 1); })->kind() == Error::Kind::Validation);
}
