#include "db/lists/list_query.h"
#include "finance/accounts/account_list.h"
#include "finance/entries/entry_list.h"
#include "finance/funds/fund_list.h"
#include "finance/funds/fund_service.h"
#include "finance/vouchers/voucher_list.h"
#include "finance_cases.h"
#include "session/permissions.h"

using namespace mishutai;
using namespace mishutai::finance;

namespace {

using enum EntryDirection;

QVariant cell(Books &books, const db::ListDefinition &list, qint64 id, const QString &column)
{
    const std::vector<db::ListRow> rows = db::ListQuery(books.database(), list).rows({id});
    REQUIRE(rows.size() == 1);
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
        if (list.columns[i].key == column)
            return rows[0].cells[i];
    }
    FAIL("no such column");
    return {};
}

} // namespace

TEST_CASE("the list of income and expense says what each voucher was", "[finance]")
{
    Books books;
    EntryService service(books.session());
    EntryDetails dues = books.entry(In, "会费", 200'000);
    dues.unit = books.unit("示例新材料有限公司");
    const VoucherId income = service.record(dues);
    service.post({income});
    EntryDetails transfer = books.entry(In, "会费", 5'000);
    transfer.direction = Transfer;
    transfer.category.reset();
    transfer.toAccount = books.account("1001");
    const VoucherId moved = service.record(transfer);
    EntryDetails advanced = books.entry(Out, "办公", 300);
    advanced.account = books.account("220901");
    const VoucherId expense = service.record(advanced);
    const VoucherId repaid = service.record(books.entry(Out, "归还垫付款", 300));

    struct Case {
        VoucherId id;
        const char *column;
        QVariant value;
    };
    const Case cases[] = {
        {income, "direction", "IN"},
        {income, "category", "会费"},
        {income, "amount", 200'000},
        {income, "account", "基本户"},
        {income, "counterparty", "示例新材料有限公司"},
        {income, "code", "2021-06/记-1"},
        {income, "state", "POSTED"},
        {income, "agentStatus", "TO_HAND"},
        {moved, "direction", "TRANSFER"},
        {moved, "amount", 5'000},
        {moved, "state", "DRAFT"},
        {expense, "direction", "OUT"},
        {expense, "account", "垫付款—秘书长单位"},
        {repaid, "direction", "OUT"},
        {repaid, "category", "归还垫付款"},
    };
    for (const Case &each : cases) {
        INFO(each.column);
        CHECK(cell(books, entryList(), each.id.value(), each.column).toString() == each.value.toString());
    }
    const VoucherId red = VoucherService(books.session()).reverse(income, "误");
    CHECK(cell(books, entryList(), red.value(), "amount").toLongLong() == -200'000);
    CHECK(cell(books, entryList(), red.value(), "direction") == "IN");
    CHECK(cell(books, entryList(), red.value(), "state") == "REVERSAL");
    CHECK(cell(books, entryList(), income.value(), "state") == "REVERSED");
    CHECK(db::ListQuery(books.database(), entryList()).ids().size() == 5);
}

TEST_CASE("opening and year-end vouchers are no business of the year", "[finance]")
{
    Books books;
    VoucherDetails opening = books.voucher(100);
    opening.kind = VoucherKind::Opening;
    const VoucherId id = books.posted(opening);
    CHECK(db::ListQuery(books.database(), entryList()).ids().empty());
    CHECK(cell(books, voucherList(), id.value(), "kind") == "OPENING");
    CHECK(cell(books, voucherList(), id.value(), "debit").toLongLong() == 100);
}

TEST_CASE("accounts and funds show their posted balance", "[finance]")
{
    Books books;
    FundDetails fund;
    fund.name = "补助";
    const FundId fundId = FundService(books.session()).create(fund);
    VoucherDetails opening = books.voucher(700);
    opening.kind = VoucherKind::Opening;
    opening.lines[1].account = books.account("310201");
    books.posted(opening);
    VoucherService(books.session()).draft(books.voucher(1));
    CHECK(cell(books, accountList(), books.bank().value(), "balance").toLongLong() == 700);
    CHECK(cell(books, fundList(), fundId.value(), "balance").toLongLong() == 700);
}

TEST_CASE("every column of every list can be read, filtered and sorted", "[finance]")
{
    Books books;
    books.posted(books.voucher(100));
    for (const db::ListDefinition *list : {&entryList(), &voucherList(), &accountList(), &fundList()}) {
        INFO(list->key.toStdString());
        CHECK(session::operationByKey(list->operation));
        for (const QString &table : list->tables)
            CHECK(books.number(QString("SELECT count(*) AS x FROM pragma_table_info('%1')").arg(table)) > 0);
        for (const db::ListColumn &column : list->columns) {
            INFO(column.key.toStdString());
            db::ListQuery query(books.database(), *list);
            const std::size_t all = query.ids().size();
            query.setSorts({{column.key, true}});
            CHECK(query.ids().size() == all);
            query.setFilters({{column.key, db::Condition::IsEmpty, {}}});
            const std::size_t empty = query.ids().size();
            query.setFilters({{column.key, db::Condition::IsNotEmpty, {}}});
            CHECK(query.ids().size() + empty == all);
        }
    }
}
