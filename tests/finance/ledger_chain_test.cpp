#include "finance/vouchers/ledger_chain.h"

#include "finance_cases.h"

using namespace mishutai;
using namespace mishutai::finance;

namespace {

/// What somebody with another tool could do first.
void dropGuards(Books &books)
{
    QStringList triggers;
    {
        db::Statement row(books.database(), "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        while (row.next())
            triggers << row.text("name");
    }
    REQUIRE(triggers.size() > 15);
    books.database().runScript("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
    for (const QString &trigger : triggers)
        books.database().runScript(QString("DROP TRIGGER %1;").arg(trigger));
}

QStringList columnsOf(Books &books, const QString &table)
{
    db::Statement info(books.database(), QString("SELECT name FROM pragma_table_info('%1')").arg(table));
    QStringList columns;
    while (info.next())
        columns << info.text("name");
    return columns;
}

std::vector<ChainFault::Kind> kinds(Books &books)
{
    std::vector<ChainFault::Kind> kinds;
    for (const ChainFault &fault : LedgerChain(books.database()).verify())
        kinds.push_back(fault.kind);
    return kinds;
}

using Kind = ChainFault::Kind;

} // namespace

TEST_CASE("the chain covers every column or names why not", "[finance]")
{
    Books books;
    QStringList voucher = LedgerChain::coveredVoucherColumns() + LedgerChain::exemptVoucherColumns();
    QStringList known = columnsOf(books, "vouchers");
    voucher.sort();
    known.sort();
    CHECK(voucher == known);
    QStringList line = LedgerChain::coveredLineColumns();
    known = columnsOf(books, "voucher_lines");
    line.sort();
    known.sort();
    CHECK(line == known);
}

TEST_CASE("bytes of a voucher tell every value apart", "[finance]")
{
    const db::Row plain{{"a", "12"}, {"b", QVariant()}};
    const std::vector<db::Row> others{{{"a", 12}, {"b", QVariant()}}, {{"a", "12"}, {"b", ""}}, {{"a", "1"}, {"b", "2"}},
        {{"ab", "12"}, {"", QVariant()}}, {{"a", "12"}}};
    for (const db::Row &other : others)
        CHECK(canonicalBytes(plain, {}) != canonicalBytes(other, {}));
    CHECK(canonicalBytes({}, {plain}) != canonicalBytes(plain, {}));
    CHECK(chainHash(1, QString(64, '0'), "x").size() == 64);
    CHECK(chainHash(1, QString(64, '0'), "x") != chainHash(2, QString(64, '0'), "x"));
}

TEST_CASE("tampering with any column of a posted voucher is found", "[finance]")
{
    Books books;
    for (const qint64 fen : {100, 200, 300})
        books.posted(books.voucher(fen));
    dropGuards(books);
    REQUIRE(kinds(books).empty());
    const auto tamper = [&](const QString &table, const QStringList &columns) {
        for (const QString &column : columns) {
            INFO(table.toStdString() << '.' << column.toStdString());
            books.database().runScript("BEGIN;");
            const QString sql = QString("UPDATE %1 SET %2 = CASE WHEN typeof(%2) = 'integer' THEN %2 + 1000 WHEN %2 IS NULL THEN "
                                        "'1' ELSE %2 || 'x' END WHERE id = (SELECT min(id) + 1 FROM %1)");
            REQUIRE(books.attack(sql.arg(table, column)) == "done");
            CHECK_FALSE(kinds(books).empty());
            books.database().runScript("ROLLBACK;");
        }
    };
    tamper("vouchers", LedgerChain::coveredVoucherColumns());
    tamper("voucher_lines", LedgerChain::coveredLineColumns());
    tamper("ledger_chain", {"seq", "voucher_id", "algo", "prev_hash", "hash"});
    CHECK(kinds(books).empty());
}

TEST_CASE("lost, added and hidden vouchers are found", "[finance]")
{
    struct Case {
        const char *sql;
        std::vector<Kind> kinds;
    };
    const Case cases[] = {
        {"DELETE FROM ledger_chain WHERE seq = 2", {Kind::Gap, Kind::Link, Kind::Unchained}},
        {"DELETE FROM ledger_chain WHERE seq = 3", {Kind::Unchained}},
        {"DELETE FROM vouchers WHERE id = 2", {Kind::Content}},
        {"DELETE FROM voucher_lines WHERE voucher_id = 3 AND line_no = 2", {Kind::Content}},
        {"INSERT INTO voucher_lines (voucher_id, line_no, account_id, side, amount_fen, summary) VALUES (1, 3, 1, 'D', 1, 'x')",
            {Kind::Content}},
        {"UPDATE voucher_lines SET voucher_id = 2, line_no = 3 WHERE voucher_id = 1 AND line_no = 1",
            {Kind::Content, Kind::Content}},
        {"UPDATE vouchers SET agent_status = 'BOOKED', agent_number = '9'", {}},
    };
    for (const Case &each : cases) {
        INFO(each.sql);
        Books books;
        for (const qint64 fen : {100, 200, 300})
            books.posted(books.voucher(fen));
        dropGuards(books);
        REQUIRE(books.attack(each.sql) == "done");
        CHECK(kinds(books) == each.kinds);
        for (const ChainFault &fault : LedgerChain(books.database()).verify())
            CHECK_FALSE(fault.text().isEmpty());
    }
}

TEST_CASE("the head moves with each posting only", "[finance]")
{
    Books books;
    const LedgerChain chain(books.database());
    CHECK(chain.head() == QString(64, '0'));
    const VoucherId draft = VoucherService(books.session()).draft(books.voucher(100));
    CHECK(chain.head() == QString(64, '0'));
    VoucherService(books.session()).post({draft});
    const QString first = chain.head();
    CHECK(first != QString(64, '0'));
    books.posted(books.voucher(100));
    CHECK(chain.head() != first);
}
