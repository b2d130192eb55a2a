#include "finance/ledger_errors.h"
#include "finance/vouchers/ledger_chain.h"
#include "finance_cases.h"

#include <QFile>
#include <QRegularExpression>

using namespace mishutai;
using namespace mishutai::finance;

namespace {

/// All that posted vouchers are made of, as one text.
QString ledgerImage(Books &books)
{
    QString image;
    db::Statement voucher(books.database(), "SELECT * FROM vouchers WHERE status = 'POSTED' ORDER BY id");
    while (voucher.next()) {
        for (const QString &column : LedgerChain::coveredVoucherColumns())
            image += voucher.text(column.toLatin1().constData()) + '|';
    }
    db::Statement line(books.database(),
        "SELECT l.* FROM voucher_lines l JOIN vouchers v ON v.id = l.voucher_id WHERE v.status = 'POSTED' ORDER BY l.id");
    while (line.next()) {
        for (const QString &column : LedgerChain::coveredLineColumns())
            image += line.text(column.toLatin1().constData()) + '|';
    }
    db::Statement chain(books.database(), "SELECT seq, voucher_id, hash FROM ledger_chain ORDER BY seq");
    while (chain.next())
        image += chain.text("seq") + chain.text("voucher_id") + chain.text("hash");
    return image;
}

struct Attack {
    const char *sql;
    const char *rule;
};

/// Books with voucher 1 posted, voucher 2 its reversal, voucher 3 a draft, January closed.
void prepare(Books &books)
{
    VoucherService service(books.session());
    const VoucherId first = books.posted(books.voucher(10'000));
    service.reverse(first, "误");
    service.draft(books.voucher(5'000, QDate(2021, 6, 20)));
    PeriodService(books.session()).closeMonth(2021, 1);
    REQUIRE(first == VoucherId(1));
}

const Attack kAttacks[] = {
    // attack: posted vouchers and their lines
    {"UPDATE vouchers SET dated_on = '2021-06-02' WHERE id = 1", "voucher.posted"},
    {"UPDATE vouchers SET number = 9 WHERE id = 1", "voucher.posted"},
    {"UPDATE vouchers SET status = 'DRAFT', number = NULL, posted_by = NULL, posted_at = NULL WHERE id = 1", "voucher.posted"},
    {"UPDATE vouchers SET id = 77 WHERE id = 1", "voucher.posted"},
    {"DELETE FROM vouchers WHERE id = 1", "voucher.posted"},
    {"DELETE FROM vouchers", "voucher.posted"},
    {"UPDATE voucher_lines SET amount_fen = amount_fen + 1", "voucher.posted"},
    {"DELETE FROM voucher_lines WHERE voucher_id = 1 AND line_no = 1", "voucher.posted"},
    {"INSERT INTO voucher_lines (voucher_id, line_no, account_id, side, amount_fen, summary) "
     "SELECT 1, 3, account_id, side, 1, 'x' FROM voucher_lines WHERE id = 1",
        "voucher.posted"},
    {"UPDATE voucher_lines SET voucher_id = 1, line_no = 3 WHERE voucher_id = 3 AND line_no = 1", "voucher.posted"},
    // attack: REPLACE over a posted voucher by each of its keys
    {"INSERT OR REPLACE INTO vouchers (id, period_id, dated_on, prepared_by, prepared_by_name) " // attack
     "SELECT 1, period_id, dated_on, 1, 'x' FROM vouchers WHERE id = 1",
        "voucher.replace"},
    {"REPLACE INTO vouchers (period_id, dated_on, word, number, prepared_by, prepared_by_name) " // attack
     "SELECT period_id, dated_on, word, number, 1, 'x' FROM vouchers WHERE id = 1",
        "voucher.replace"},
    {"INSERT OR REPLACE INTO vouchers (period_id, dated_on, kind, reverses_id, prepared_by, prepared_by_name) " // attack
     "SELECT period_id, dated_on, 'REVERSAL', 1, 1, 'x' FROM vouchers WHERE id = 2",
        "voucher.replace"},
    {"UPDATE OR REPLACE vouchers SET id = 1 WHERE id = 3", "voucher.replace"}, // attack
    {"UPDATE OR REPLACE vouchers SET kind = 'REVERSAL', reverses_id = 1 WHERE id = 3", "voucher.replace"}, // attack
    {"INSERT OR REPLACE INTO voucher_lines (id, voucher_id, line_no, account_id, side, amount_fen, summary) " // attack
     "SELECT 1, 3, 9, account_id, side, 1, 'x' FROM voucher_lines WHERE id = 1",
        "voucher.replace"},
    {"UPDATE OR REPLACE voucher_lines SET id = 1 WHERE voucher_id = 3 AND line_no = 1", "voucher.replace"}, // attack
    {"INSERT INTO vouchers (id, period_id, dated_on, prepared_by, prepared_by_name) "
     "SELECT 1, period_id, dated_on, 1, 'x' FROM vouchers WHERE id = 1 ON CONFLICT (id) DO UPDATE SET dated_on = '2021-06-30'",
        "voucher.replace"},
    // attack: posting beside the service
    {"INSERT INTO vouchers (period_id, dated_on, number, status, prepared_by, prepared_by_name, posted_by, posted_at) "
     "SELECT period_id, dated_on, 9, 'POSTED', 1, 'x', 1, 'x' FROM vouchers WHERE id = 1",
        "voucher.insert_posted"},
    {"UPDATE vouchers SET status = 'POSTED', number = 3, posted_by = 1, posted_at = 'x' WHERE id = 3", "voucher.snapshot"},
    // attack: months and years
    {"INSERT INTO vouchers (period_id, dated_on, prepared_by, prepared_by_name) "
     "SELECT id, '2021-01-05', 1, 'x' FROM periods WHERE month = 1",
        "voucher.period_closed"},
    {"UPDATE vouchers SET period_id = (SELECT id FROM periods WHERE month = 1) WHERE id = 3", "voucher.period_closed"},
    {"UPDATE periods SET status = 'CLOSED' WHERE month = 6", "period.drafts"},
    {"UPDATE periods SET month = 12, year = 2021 WHERE month = 6", "period.used"},
    {"INSERT OR REPLACE INTO periods (id, year, month, status) " // attack
     "SELECT id, year, month, 'OPEN' FROM periods WHERE month = 1",
        "period.exists"},
    {"UPDATE OR REPLACE periods SET id = (SELECT id FROM periods WHERE month = 1) WHERE month = 12", "period.exists"}, // attack
    {"INSERT OR REPLACE INTO fiscal_years (year, chart_code) VALUES (2021, 'other')", "year.exists"}, // attack
    {"UPDATE fiscal_years SET chart_code = 'other'", "year.used"},
    {"UPDATE fiscal_years SET status = 'CLOSED'", "year.open_periods"},
    // attack: accounts
    {"UPDATE accounts SET kind = 'ASSET', restriction = 'NA' WHERE code = '420101'", "account.used"},
    {"UPDATE accounts SET role = 'INC_SERVICE' WHERE code = '420101'", "account.used"},
    {"UPDATE accounts SET id = 9999 WHERE code = '420101'", "account.used"},
    {"DELETE FROM accounts WHERE code = '420101'", "account.used"},
    {"INSERT OR REPLACE INTO accounts (chart_code, code, name, kind, normal_side, restriction, role, postable) " // attack
     "VALUES ('npo-2004', '420101', 'x', 'INCOME', 'C', 'U', 'INC_DUES', 1)",
        "account.exists"},
    {"UPDATE OR REPLACE accounts SET code = '420101' WHERE code = '420102'", "account.exists"}, // attack
    {"UPDATE accounts SET postable = 1, restriction = 'U' WHERE code = '4201'", "account.has_children"},
    {"INSERT INTO accounts (chart_code, code, name, parent_id, kind, normal_side, role, postable) "
     "SELECT 'npo-2004', '100101', 'x', id, 'ASSET', 'D', 'CASH', 1 FROM accounts WHERE code = '1001'",
        "account.parent_is_leaf"},
    {"INSERT INTO accounts (chart_code, code, name, parent_id, kind, normal_side, role, postable) "
     "SELECT 'other', '100203', 'x', id, 'ASSET', 'D', 'CASH', 1 FROM accounts WHERE code = '1002'",
        "account.parent_chart"},
    // attack: the chain
    {"UPDATE ledger_chain SET hash = prev_hash WHERE seq = 1", "chain.append_only"},
    {"DELETE FROM ledger_chain WHERE seq = 2", "chain.append_only"},
    {"INSERT OR REPLACE INTO ledger_chain (seq, voucher_id, algo, prev_hash, hash) " // attack
     "SELECT seq, voucher_id, algo, prev_hash, prev_hash FROM ledger_chain WHERE seq = 1",
        "chain.append_only"},
    {"INSERT INTO ledger_chain (seq, voucher_id, algo, prev_hash, hash) "
     "SELECT 4, 3, 1, hash, hash FROM ledger_chain WHERE seq = 2",
        "chain.append_only"},
    {"INSERT INTO ledger_chain (seq, voucher_id, algo, prev_hash, hash) "
     "SELECT 3, 3, 1, hash, hash FROM ledger_chain WHERE seq = 2",
        "chain.not_posted"},
};

} // namespace

TEST_CASE("the data file refuses each attack by its own rule and stays as it was", "[finance]")
{
    for (const bool hasRecursiveTriggers : {true, false}) {
        Books books;
        prepare(books);
        books.database().runScript(hasRecursiveTriggers ? "PRAGMA recursive_triggers = ON;" : "PRAGMA recursive_triggers = OFF;");
        const QString before = ledgerImage(books);
        for (const Attack &each : kAttacks) {
            INFO(each.sql << " with recursive triggers " << hasRecursiveTriggers);
            CHECK(books.attack(each.sql) == each.rule);
            CHECK(ledgerImage(books) == before);
        }
        CHECK(LedgerChain(books.database()).verify().empty());
    }
}

TEST_CASE("posting refuses each single fault by its own rule", "[finance]")
{
    struct Case {
        const char *spoil; ///< run on the draft, voucher 1, before posting beside the service
        const char *rule;
    };
    const Case cases[] = {
        {"UPDATE vouchers SET word = '记' WHERE id = 1", "done"},
        {"UPDATE voucher_lines SET amount_fen = 9999 WHERE line_no = 1", "voucher.unbalanced"},
        {"UPDATE voucher_lines SET amount_fen = -amount_fen", "voucher.red_amount"},
        {"DELETE FROM voucher_lines WHERE line_no = 2", "voucher.too_few_lines"},
        {"UPDATE vouchers SET dated_on = '2021-07-01'", "voucher.date_outside"},
        {"UPDATE vouchers SET dated_on = '2021-06-31'", "voucher.date_outside"},
        {"UPDATE voucher_lines SET account_id = (SELECT id FROM accounts WHERE code = '4201') WHERE line_no = 2",
            "voucher.group_account"},
        {"UPDATE accounts SET active = 0 WHERE code = '420101'", "voucher.inactive_account"},
        {"UPDATE accounts SET name = 'renamed' WHERE code = '420101'", "voucher.snapshot"},
        {"UPDATE accounts SET chart_code = 'other' WHERE code = '420101'", "voucher.other_chart"},
        {"UPDATE vouchers SET word = '转'", "done"},
        {"UPDATE vouchers SET kind = 'REVERSAL', reverses_id = 1", "voucher.reverses_draft"},
    };
    for (const Case &each : cases) {
        INFO(each.spoil);
        Books books;
        VoucherService(books.session()).draft(books.voucher(10'000));
        db::Statement(books.database(),
            "UPDATE voucher_lines SET (account_code, account_name, account_role) = "
            "(SELECT code, name, role FROM accounts WHERE id = account_id)")
            .execute();
        REQUIRE(books.attack(each.spoil) == "done");
        CHECK(books.attack("UPDATE vouchers SET status = 'POSTED', number = 1, posted_by = 1, posted_at = 'x' WHERE id = 1")
            == each.rule);
        CHECK(books.number("SELECT count(*) AS x FROM vouchers WHERE status = 'POSTED'")
            == (std::string(each.rule) == "done" ? 1 : 0));
    }
}

TEST_CASE("a number leaves no gap and a reversal mirrors its voucher", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    const VoucherId first = books.posted(books.voucher(10'000));
    VoucherDetails red = books.voucher(10'000);
    red.kind = VoucherKind::Reversal;
    red.reverses = first;
    for (VoucherLine &line : red.lines)
        line.amount = -line.amount;
    const VoucherDetails whole = red;
    red.lines[1].account = books.account("430101");
    const VoucherId wrong = service.draft(red);
    CHECK(errorOf([&] { service.post({wrong}); })->problem() == "冲销凭证与原凭证不一致");
    service.update(wrong, books.read(wrong).revision, whole);
    const QString post = "UPDATE vouchers SET status = 'POSTED', number = %1, posted_by = 1, posted_at = 'x' WHERE id = 2";
    db::Statement(books.database(),
        "UPDATE voucher_lines SET (account_code, account_name, account_role) = "
        "(SELECT code, name, role FROM accounts WHERE id = account_id) WHERE voucher_id = 2")
        .execute();
    CHECK(books.attack(post.arg(3)) == "voucher.number_gap");
    CHECK(books.attack(post.arg(1)) != "done");
    CHECK(books.attack(post.arg(2)) == "done");
}

TEST_CASE("a closed year stays closed", "[finance]")
{
    Books books;
    books.posted(books.voucher(100));
    for (int month = 1; month <= 12; ++month)
        PeriodService(books.session()).closeMonth(2021, month);
    CHECK(books.attack("UPDATE fiscal_years SET status = 'CLOSED' WHERE year = 2021") == "done");
    CHECK(books.attack("UPDATE fiscal_years SET status = 'OPEN' WHERE year = 2021") == "year.closed");
    CHECK(books.attack("UPDATE periods SET status = 'OPEN' WHERE month = 12") == "year.closed");
    CHECK(errorOf([&] { PeriodService(books.session()).reopenMonth(2021, 12, "补记"); })->problem() == "这个年度已经结账");
}

TEST_CASE("every column of a posted voucher is frozen but what the agent reports", "[finance]")
{
    Books books;
    books.posted(books.voucher(10'000));
    const QStringList exempt = LedgerChain::exemptVoucherColumns();
    for (const QString &table : {QStringLiteral("vouchers"), QStringLiteral("voucher_lines")}) {
        QStringList columns;
        db::Statement info(books.database(), QString("SELECT name FROM pragma_table_info('%1')").arg(table));
        while (info.next())
            columns << info.text("name");
        REQUIRE(columns.size() > 15);
        for (const QString &column : columns) {
            INFO(table.toStdString() << '.' << column.toStdString());
            // Another value of the right type; texts with a list of values are refused by their CHECK only after the trigger.
            const QString sql = QString("UPDATE %1 SET %2 = CASE WHEN typeof(%2) = 'integer' THEN %2 + 1 WHEN %2 IS NULL THEN "
                                        "'1' ELSE %2 || 'x' END WHERE id = 1");
            const bool isFree = table == "vouchers" && exempt.contains(column);
            const std::string answer = books.attack(sql.arg(table, column));
            if (isFree)
                CHECK(answer != "voucher.posted");
            else
                CHECK(answer == "voucher.posted");
        }
    }
}

TEST_CASE("every rule of the ledger has words for people", "[finance]")
{
    QFile file(":/db/migrations/0006_finance.sql");
    REQUIRE(file.open(QIODevice::ReadOnly));
    static const QRegularExpression kRaise("RAISE\\(ABORT, '([a-z_.]+)'\\)");
    QStringList raised;
    QRegularExpressionMatchIterator matches = kRaise.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        raised << matches.next().captured(1);
    raised.removeDuplicates();
    raised.sort();
    CHECK(raised.size() > 25);
    CHECK(raised == ledgerErrorCodes());
    Books books;
    for (const QString &code : raised) {
        INFO(code.toStdString());
        const std::optional<Error> error = errorOf([&] {
            db::Statement(books.database(), QString("SELECT 1 AS x")).next();
            throw db::sqlError(1811, code, {});
        });
        const std::optional<Error> worded = ledgerError(*error);
        REQUIRE(worded);
        static const QRegularExpression kChinese("^[\\x{4e00}-\\x{9fff}「」，。；、0-9—]+$");
        CHECK(kChinese.match(worded->problem()).hasMatch());
        CHECK(kChinese.match(worded->cause()).hasMatch());
        CHECK(kChinese.match(worded->remedy()).hasMatch());
    }
    CHECK_FALSE(ledgerError(Error(Error::Kind::Io, "别的")));
    CHECK_FALSE(ledgerError(db::sqlError(1811, "other.rule", {})));
}
