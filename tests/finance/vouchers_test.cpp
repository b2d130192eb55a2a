#include "finance/frozen_rules.h"
#include "finance_cases.h"
#include "office/profile/office_profile_service.h"
#include "session/history/change_history.h"

using namespace mishutai;
using namespace mishutai::finance;

TEST_CASE("a voucher's code is written and read", "[finance]")
{
    CHECK(voucherCode(2021, 5, "记", 12) == "2021-05/记-12");
    CHECK(parseVoucherCode("2021-05/记-12") == VoucherNumber{2021, 5, "记", 12});
    CHECK(parseVoucherCode("2021-05/草稿-1")->word == draftWord());
    for (const char *text : {"", "记-12", "2021-5/记-12", "2021-05/记-0", "2021-05/-3", "2021-05/记-12 ", "2021/05/记-12"}) {
        INFO(text);
        CHECK_FALSE(parseVoucherCode(QString::fromUtf8(text)));
    }
}

TEST_CASE("a draft may be unbalanced, a posted voucher may not", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    VoucherDetails details = books.voucher(10'000);
    details.lines[1].amount = Money::fromFen(9'900);
    const VoucherId id = service.draft(details);
    const std::optional<Error> error = errorOf([&] { service.post({id}); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Validation);
    CHECK(error->cause() == "借贷不平，差1.00元");
    CHECK_FALSE(books.read(id).isPosted());

    details.lines[1].amount = Money::fromFen(10'000);
    service.update(id, books.read(id).revision, details);
    service.post({id});
    CHECK(books.read(id).code() == "2021-06/记-1");
    CHECK(books.text("SELECT account_name AS x FROM voucher_lines WHERE line_no = 2") == "会费收入—非限定性");
}

TEST_CASE("what a draft must hold", "[finance]")
{
    Books books;
    struct Case {
        const char *what;
        std::function<void(VoucherDetails &)> change;
        QStringList faults;
    };
    const std::vector<Case> cases{
        {"complete", [](VoucherDetails &) {}, {}},
        {"no date", [](VoucherDetails &d) { d.date = QDate(); }, {"date required"}},
        {"word of drafts", [](VoucherDetails &d) { d.word = "草稿"; }, {"word format"}},
        {"word with a dash", [](VoucherDetails &d) { d.word = "记-"; }, {"word format"}},
        {"no lines", [](VoucherDetails &d) { d.lines.clear(); }, {"lines required"}},
        {"no summary", [](VoucherDetails &d) { d.lines[0].summary.clear(); }, {"summary required"}},
        {"zero", [](VoucherDetails &d) { d.lines[0].amount = Money(); }, {"amount required"}},
        {"red", [](VoucherDetails &d) { d.lines[0].amount = Money::fromFen(-1); }, {"amount red"}},
        {"reversal of nothing", [](VoucherDetails &d) { d.kind = VoucherKind::Reversal; }, {"reverses reversal"}},
        {"papers", [](VoucherDetails &d) { d.paperCount = -1; }, {"paperCount range"}},
    };
    for (const Case &each : cases) {
        INFO(each.what);
        VoucherDetails details = books.voucher(100);
        each.change(details);
        CHECK(codesOf(validate(details)) == each.faults);
    }
    VoucherDetails single = books.voucher(100);
    single.lines.pop_back();
    CHECK(codesOf(validateForPosting(single)) == QStringList{"lines too_few", "lines unbalanced"});
}

TEST_CASE("numbers follow the dates and are never burnt", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    const VoucherId late = service.draft(books.voucher(100, QDate(2021, 6, 20)));
    const VoucherId early = service.draft(books.voucher(100, QDate(2021, 6, 2)));
    const VoucherId dropped = service.draft(books.voucher(100, QDate(2021, 6, 1)));
    const VoucherId july = service.draft(books.voucher(100, QDate(2021, 7, 1)));
    service.remove(dropped, 1);
    service.post({july, late, early, late});
    CHECK(books.read(early).number == 1);
    CHECK(books.read(late).number == 2);
    CHECK(books.read(july).code() == "2021-07/记-1");

    VoucherDetails bad = books.voucher(100, QDate(2021, 6, 3));
    bad.lines[0].amount = Money::fromFen(99);
    const VoucherId good = service.draft(books.voucher(100, QDate(2021, 6, 3)));
    const VoucherId unbalanced = service.draft(bad);
    CHECK(errorOf([&] { service.post({good, unbalanced}); }));
    CHECK_FALSE(books.read(good).isPosted());
    service.post({good});
    CHECK(books.read(good).number == 3);
    CHECK(errorOf([&] { service.postAs(service.draft(books.voucher(1)), 7); })->problem() == "凭证号不连续");
}

TEST_CASE("a reversal is the voucher in red, today", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    const VoucherId id = books.posted(books.voucher(20'000, QDate(2021, 5, 3)));
    const VoucherId reversal = service.reverse(id, "金额有误");
    const Voucher red = books.read(reversal);
    CHECK(red.code() == "2021-06/记-1");
    CHECK(red.details.date == QDate(2021, 6, 15));
    CHECK(red.details.lines[0].amount == Money::fromFen(-20'000));
    CHECK(red.details.lines[0].side == Side::Debit);
    CHECK(red.details.lines[0].summary == "注销5月3日记-001号凭证");
    CHECK(books.read(id).reversedBy == reversal);
    CHECK(books.number("SELECT cast(sum(natural_fen) AS bigint) AS x FROM v_ledger_movements WHERE is_cash = 1") == 0);
    CHECK(books.text("SELECT reason AS x FROM audit_log ORDER BY id DESC LIMIT 1") == "金额有误");
    CHECK(books.text("SELECT state AS x FROM v_entry_list ORDER BY id LIMIT 1") == "REVERSED");

    CHECK(errorOf([&] { service.reverse(id, "再来"); })->problem() == "这张凭证已经冲销过");
    CHECK(errorOf([&] { service.reverse(reversal, "反悔"); })->problem() == "这张凭证不能冲销");
    CHECK(errorOf([&] { service.reverse(service.draft(books.voucher(1)), ""); })->kind() == Error::Kind::Conflict);

    const Voucher blue = books.read(service.draftCorrection(id));
    CHECK(blue.details.replaces == id);
    CHECK(blue.details.lines[1].summary == "订正5月3日记-001号凭证");
    CHECK_FALSE(blue.isPosted());
    CHECK(errorOf([&] { service.draftCorrection(reversal); })->problem() == "请先冲销原凭证");
}

TEST_CASE("a reversal needs an open month", "[finance]")
{
    Books books;
    const VoucherId id = books.posted(books.voucher(100, QDate(2021, 5, 3)));
    for (int month = 1; month <= 6; ++month)
        PeriodService(books.session()).closeMonth(2021, month);
    CHECK(errorOf([&] { VoucherService(books.session()).reverse(id, "误"); })->problem() == "2021年6月已经结账");
    CHECK_FALSE(books.read(id).reversedBy);
    // A voucher dated ahead of today is reversed on its own day.
    const VoucherId ahead = books.posted(books.voucher(100, QDate(2021, 8, 3)));
    CHECK(books.read(VoucherService(books.session()).reverse(ahead, "误")).details.date == QDate(2021, 8, 3));
}

TEST_CASE("papers go to the agent and come back with a number", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    const VoucherId id = service.draft(books.voucher(100));
    CHECK(books.read(id).agentStatus == AgentStatus::ToHand);
    CHECK(errorOf([&] { service.markBooked(id, "1"); })->problem() == "这笔收支还没有入账");
    service.handOver({id});
    CHECK(books.read(id).agentStatus == AgentStatus::Handed);
    service.post({id});
    service.handOver({id});
    service.markBooked(id, "202106-001");
    CHECK(books.read(id).agentStatus == AgentStatus::Booked);
    CHECK(books.read(id).agentNumber == "202106-001");

    office::OfficeDetails office;
    office.name = "示例联盟";
    office.bookkeeping = office::Bookkeeping::Own;
    office::OfficeProfileService(books.session()).create(office);
    CHECK(books.read(service.draft(books.voucher(100))).agentStatus == AgentStatus::None);
}

TEST_CASE("a receipt may be recorded after posting", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    const VoucherId id = books.posted(books.voucher(100));
    const ReceiptDetails receipt{ReceiptKind::Tax, "5100", "00012345", QDate(2021, 6, 3), ReceiptStatus::Issued};
    service.setReceipt(id, receipt);
    CHECK(books.read(id).details.receipt == receipt);
    ReceiptDetails nameless = receipt;
    nameless.number.clear();
    CHECK(errorOf([&] { service.setReceipt(id, nameless); })->kind() == Error::Kind::Validation);
    service.setReceipt(id, std::nullopt);
    CHECK_FALSE(books.read(id).details.receipt);
}

TEST_CASE("undo takes back a draft, never a posted voucher", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    session::ChangeHistory history(books.session());
    addFrozenRules(history);
    const VoucherId id = service.draft(books.voucher(100));
    history.undo(history.lastUndoable()->batch);
    CHECK_FALSE(service.voucher(id));
    history.redo(history.lastRedoable()->batch);
    CHECK(service.voucher(id));

    service.remove(id, books.read(id).revision);
    history.undo(history.lastUndoable()->batch);
    CHECK(books.read(id).details == books.voucher(100));

    service.post({id});
    const BatchId posting = history.lastBatch()->batch;
    CHECK_FALSE(history.lastUndoable()->batch == posting); // it is passed over
    const std::optional<Error> error = errorOf([&] { history.undo(posting); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Conflict);
    CHECK(error->remedy().contains("冲销"));
    CHECK(books.read(id).isPosted());

    service.handOver({id});
    history.undo(history.lastUndoable()->batch);
    CHECK(books.read(id).agentStatus == AgentStatus::ToHand);
    // Without the rules the data file itself refuses.
    session::ChangeHistory plain(books.session());
    CHECK(errorOf([&] { plain.undo(posting); })->kind() == Error::Kind::Conflict);
    CHECK(books.read(id).isPosted());
}

TEST_CASE("the year's chart decides which accounts may be booked", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    VoucherDetails group = books.voucher(100);
    group.lines[1].account = books.account("4201");
    CHECK(errorOf([&] { service.post({service.draft(group)}); })->problem() == "科目不是末级科目");

    const Account cash = AccountRepository(books.database()).findByCode("npo-2004", "1009").value();
    VoucherDetails inactive = books.voucher(100);
    inactive.lines[0].account = cash.id;
    const VoucherId waiting = service.draft(inactive);
    db::Statement(books.database(), "UPDATE accounts SET active = 0 WHERE code = '1009'").execute();
    CHECK(errorOf([&] { service.post({waiting}); })->problem() == "科目已停用");

    db::Statement(books.database(),
        "INSERT INTO accounts (chart_code, code, name, kind, normal_side, role, postable) "
        "VALUES ('other', '1001', '现金', 'ASSET', 'D', 'CASH', 1)")
        .execute();
    VoucherDetails foreign = books.voucher(100);
    foreign.lines[0].account = AccountRepository(books.database()).findByCode("other", "1001").value().id;
    CHECK(errorOf([&] { service.post({service.draft(foreign)}); })->problem() == "科目不属于本年度的科目表");
    CHECK(books.number("SELECT count(*) AS x FROM vouchers WHERE status = 'POSTED'") == 0);
}

TEST_CASE("year end: restriction released, income and expense closed", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    const auto post = [&](VoucherKind kind, const QString &debit, const QString &credit, qint64 fen) {
        VoucherDetails details = books.voucher(fen, QDate(2021, 12, 31));
        details.kind = kind;
        details.lines = {books.line(debit, Side::Debit, fen), books.line(credit, Side::Credit, fen)};
        books.posted(details);
    };
    post(VoucherKind::Normal, "100201", "440102", 700);
    post(VoucherKind::Normal, "520101", "100201", 300);
    post(VoucherKind::Reclass, "440102", "440101", 300);
    const QString movements = "SELECT cast(sum(natural_fen) AS bigint) AS x FROM v_ledger_movements WHERE kind <> 'CLOSING' AND ";
    const qint64 income = books.number(movements + "account_kind = 'INCOME'");
    post(VoucherKind::Closing, "440101", "3101", 300);
    post(VoucherKind::Closing, "3101", "520101", 300);
    CHECK(books.number(movements + "account_kind = 'INCOME'") == income);
    CHECK(books.number("SELECT cast(sum(signed_fen) AS bigint) AS x FROM v_ledger_movements WHERE role = 'EXP_ADMIN_WAGE'") == 0);
}
