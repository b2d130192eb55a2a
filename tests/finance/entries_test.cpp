#include "finance/funds/fund_service.h"
#include "finance_cases.h"

using namespace mishutai;
using namespace mishutai::finance;

namespace {

using enum EntryDirection;

EntryDetails acceptable()
{
    EntryDetails details;
    details.date = QDate(2021, 6, 1);
    details.amount = Money::fromFen(100);
    details.category = CategoryId(1);
    details.account = AccountId(1);
    return details;
}

QString lineText(Books &books, const VoucherLine &line)
{
    const Account account = AccountRepository(books.database()).find(line.account).value();
    return label(line.side) + account.details.code + QLatin1Char(' ') + line.amount.yuan();
}

QStringList linesOf(Books &books, VoucherId id)
{
    QStringList lines;
    for (const VoucherLine &line : books.read(id).details.lines)
        lines << lineText(books, line);
    return lines;
}

} // namespace

TEST_CASE("an entry says what is missing", "[finance]")
{
    struct Case {
        const char *what;
        std::function<void(EntryDetails &)> change;
        QStringList faults;
    };
    const std::vector<Case> cases{
        {"complete", [](EntryDetails &) {}, {}},
        {"no date", [](EntryDetails &d) { d.date = QDate(); }, {"date required"}},
        {"no amount", [](EntryDetails &d) { d.amount = Money(); }, {"amount required"}},
        {"red amount", [](EntryDetails &d) { d.amount = Money::fromFen(-1); }, {"amount negative"}},
        {"no category", [](EntryDetails &d) { d.category.reset(); }, {"category required"}},
        {"no account", [](EntryDetails &d) { d.account.reset(); }, {"account required"}},
        {"target without transfer", [](EntryDetails &d) { d.toAccount = AccountId(2); }, {"toAccount unexpected"}},
        {"transfer without target", [](EntryDetails &d) { d.direction = Transfer, d.category.reset(); }, {"toAccount required"}},
        {"transfer with category", [](EntryDetails &d) { d.direction = Transfer, d.toAccount = AccountId(2); },
            {"category unexpected"}},
        {"transfer to itself", [](EntryDetails &d) { d.direction = Transfer, d.category.reset(), d.toAccount = d.account; },
            {"toAccount same"}},
        {"dues of no year", [](EntryDetails &d) { d.duesYear = 21; }, {"duesYear range"}},
        {"negative papers", [](EntryDetails &d) { d.documentCount = -1; }, {"documentCount range"}},
        {"issued without number",
            [](EntryDetails &d) {
                d.receipt = ReceiptDetails{ReceiptKind::Dues, {}, {}, {}, ReceiptStatus::Issued};
            },
            {"receiptNumber required"}},
    };
    for (const Case &each : cases) {
        INFO(each.what);
        EntryDetails details = acceptable();
        each.change(details);
        CHECK(codesOf(validate(details)) == each.faults);
    }
}

TEST_CASE("an entry becomes two lines", "[finance]")
{
    Books books;
    EntryService service(books.session());
    CHECK(
        linesOf(books, service.record(books.entry(In, "会费", 200'000))) == QStringList{"借100201 2000.00", "贷420101 2000.00"});
    CHECK(linesOf(books, service.record(books.entry(Out, "工资", 1'524'500)))
        == QStringList{"借520101 15245.00", "贷100201 15245.00"});
    EntryDetails transfer = books.entry(In, "会费", 5'000);
    transfer.direction = Transfer;
    transfer.category.reset();
    transfer.toAccount = books.account("1001");
    CHECK(linesOf(books, service.record(transfer)) == QStringList{"借1001 50.00", "贷100201 50.00"});
    EntryDetails advanced = books.entry(Out, "办公", 1'390'096);
    advanced.account = books.account("220901");
    advanced.unit = books.unit("示例办公用品店");
    advanced.advancedBy = books.unit("示例秘书长单位");
    const VoucherId id = service.record(advanced);
    CHECK(linesOf(books, id) == QStringList{"借520103 13900.96", "贷220901 13900.96"});
    CHECK(books.read(id).details.lines[0].unit == advanced.unit);
    CHECK(books.read(id).details.lines[1].unit == advanced.advancedBy);
}

TEST_CASE("income for a fund is restricted", "[finance]")
{
    Books books;
    FundDetails fund;
    fund.name = "补助";
    EntryDetails entry = books.entry(In, "政府补助", 100'000);
    entry.fund = FundService(books.session()).create(fund);
    EntryService service(books.session());
    const VoucherId id = service.record(entry);
    CHECK(linesOf(books, id) == QStringList{"借100201 1000.00", "贷440102 1000.00"});
    entry.summary = books.read(id).details.lines[0].summary;
    CHECK(service.entry(id)->details == entry);
}

TEST_CASE("an entry reads back as it was recorded", "[finance]")
{
    Books books;
    EntryService service(books.session());
    EntryDetails entry = books.entry(In, "会费", 200'000);
    entry.unit = books.unit("示例新材料有限公司");
    entry.duesYear = 2021;
    entry.documentCount = 2;
    entry.receipt = ReceiptDetails{ReceiptKind::Dues, {}, "00001234", QDate(2021, 6, 1), ReceiptStatus::Issued};
    const VoucherId id = service.record(entry);
    const Entry stored = service.entry(id).value();
    CHECK(stored.details.summary == "收示例新材料有限公司2021年会费");
    entry.summary = stored.details.summary;
    CHECK(stored.details == entry);
    CHECK(stored.status == VoucherStatus::Draft);
    CHECK(stored.agentStatus == AgentStatus::ToHand);
    CHECK(stored.code.isEmpty());

    entry.amount = Money::fromFen(300'000);
    entry.receipt.reset();
    service.update(id, stored.revision, entry);
    CHECK(service.entry(id)->details == entry);
    // Only a line differs, and yet the first form is stale now.
    CHECK(errorOf([&] { service.update(id, stored.revision, entry); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { service.remove(id, stored.revision); })->kind() == Error::Kind::Conflict);
    service.remove(id, service.entry(id)->revision);
    CHECK_FALSE(service.entry(id));
    CHECK(books.number("SELECT count(*) AS x FROM voucher_lines") == 0);
}

TEST_CASE("an entry counts once it is posted", "[finance]")
{
    Books books;
    EntryService service(books.session());
    const VoucherId id = service.record(books.entry(In, "会费", 200'000));
    CHECK(books.number("SELECT count(*) AS x FROM v_ledger_movements") == 0);
    service.post({id});
    CHECK(
        books.number("SELECT cast(sum(natural_fen) AS bigint) AS x FROM v_ledger_movements WHERE role = 'INC_DUES'") == 200'000);
    CHECK(service.entry(id)->code == "2021-06/记-1");
    CHECK(errorOf([&] { service.remove(id, service.entry(id)->revision); })->remedy().contains("冲销"));
    CHECK(errorOf([&] { service.update(id, service.entry(id)->revision, service.entry(id)->details); })->kind()
        == Error::Kind::Conflict);
    CHECK(errorOf([&] { service.post({id}); })->problem() == "这笔收支已经入账");
}

TEST_CASE("a wrong category or account is refused by its field", "[finance]")
{
    Books books;
    EntryService service(books.session());
    const auto faults = [&](const EntryDetails &details) { return codesOf(errorOf([&] { service.record(details); })->fields()); };
    EntryDetails entry = books.entry(In, "工资", 100);
    CHECK(faults(entry) == QStringList{"category direction"});
    entry = books.entry(In, "会费", 100);
    entry.account = books.account("520101");
    CHECK(faults(entry) == QStringList{"account kind"});
    entry.account = AccountId(99'999);
    CHECK(faults(entry) == QStringList{"account unknown"});
    entry = books.entry(In, "会费", 100);
    entry.category = CategoryId(99'999);
    CHECK(faults(entry) == QStringList{"category unknown"});
    CHECK(books.number("SELECT count(*) AS x FROM vouchers") == 0);
}

TEST_CASE("a voucher that the one line cannot show stays a voucher", "[finance]")
{
    Books books;
    VoucherDetails split = books.voucher(500);
    split.lines = {
        books.line("520103", Side::Debit, 500), books.line("100201", Side::Credit, 300), books.line("220901", Side::Credit, 200)};
    const VoucherId id = VoucherService(books.session()).draft(split);
    CHECK_FALSE(EntryService(books.session()).entry(id));
    CHECK_FALSE(EntryService(books.session()).entry(VoucherService(books.session()).draft(books.voucher(500))));
}

TEST_CASE("who may record and who may post", "[finance]")
{
    Books books;
    session::Session cashier = books.test().sessionAs(session::Role::Cashier);
    session::Session secretary = books.test().sessionAs(session::Role::Secretariat);
    const VoucherId id = EntryService(cashier).record(books.entry(In, "会费", 100));
    CHECK(errorOf([&] { EntryService(cashier).post({id}); })->kind() == Error::Kind::Forbidden);
    CHECK(errorOf([&] { EntryService(secretary).record(books.entry(In, "会费", 100)); })->kind() == Error::Kind::Forbidden);
    CHECK(errorOf([&] { EntryService(secretary).entry(id); })->kind() == Error::Kind::Forbidden);
}
