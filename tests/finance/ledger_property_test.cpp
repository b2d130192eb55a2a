#include "finance/vouchers/ledger_chain.h"

#include "finance_cases.h"

#include <map>
#include <random>

using namespace mishutai;
using namespace mishutai::finance;

namespace {

constexpr int kBooks = 8;
constexpr int kVouchers = 30;

/// A secretariat that does everything in a random order, and remembers what it should find.
class RandomBooks
{
public:
    explicit RandomBooks(unsigned seed) : m_random(seed)
    {
        for (const char *code :
            {"100201", "1001", "2202", "220901", "410101", "420101", "430101", "440102", "510101", "520101", "520103", "540101"})
            m_codes << QString::fromLatin1(code);
    }

    Books &books() { return m_books; }

    void act()
    {
        switch (pick(8)) {
        case 0:
            return postSome();
        case 1:
            return reverseOne();
        case 2:
            return removeOne();
        case 3:
            return failOne();
        default:
            m_drafts.push_back(VoucherService(m_books.session()).draft(balanced()));
        }
    }
    void postSome()
    {
        std::shuffle(m_drafts.begin(), m_drafts.end(), m_random);
        VoucherService(m_books.session()).post(m_drafts);
        m_posted.insert(m_posted.end(), m_drafts.begin(), m_drafts.end());
        m_drafts.clear();
    }
    void reverseAll()
    {
        for (const VoucherId id : m_posted) {
            if (!m_books.read(id).reversedBy)
                VoucherService(m_books.session()).reverse(id, "误");
        }
    }

private:
    int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(m_random); }

    VoucherLine line(Side side, qint64 fen)
    {
        return m_books.line(m_codes.at(pick(static_cast<int>(m_codes.size()))), side, fen);
    }

    VoucherDetails balanced()
    {
        VoucherDetails details = m_books.voucher(1, QDate(2021, 1 + pick(6), 1 + pick(15)));
        details.lines.clear();
        const int parts = 1 + pick(3);
        qint64 total = 0;
        for (int i = 0; i < parts; ++i) {
            const qint64 fen = 1 + pick(1'000'000);
            total += fen;
            details.lines.push_back(line(Side::Debit, fen));
        }
        details.lines.push_back(line(Side::Credit, total));
        details.word = pick(4) == 0 ? "转" : "记";
        return details;
    }

    void reverseOne()
    {
        if (m_posted.empty())
            return;
        const VoucherId id = m_posted.at(static_cast<std::size_t>(pick(static_cast<int>(m_posted.size()))));
        const bool wasReversed = m_books.read(id).reversedBy.has_value();
        const bool isRefused = errorOf([&] { VoucherService(m_books.session()).reverse(id, "误"); }).has_value();
        CHECK(isRefused == wasReversed);
    }

    void removeOne()
    {
        if (m_drafts.empty())
            return;
        VoucherService(m_books.session()).remove(m_drafts.back(), m_books.read(m_drafts.back()).revision);
        m_drafts.pop_back();
    }

    /// An unbalanced voucher takes the good ones of its batch down with it and burns no number.
    void failOne()
    {
        VoucherService service(m_books.session());
        VoucherDetails bad = balanced();
        bad.lines.front().amount += Money::fromFen(1);
        std::vector<VoucherId> batch = m_drafts;
        batch.push_back(service.draft(bad));
        CHECK(errorOf([&] { service.post(batch); }).has_value());
        service.remove(batch.back(), m_books.read(batch.back()).revision);
    }

    std::mt19937 m_random;
    Books m_books;
    QStringList m_codes;
    std::vector<VoucherId> m_drafts;
    std::vector<VoucherId> m_posted;
};

/// (1) balanced, two lines, no zero; (2) nothing left over at any date or prefix of history.
void checkBalance(Books &books)
{
    CHECK(books.number("SELECT count(*) AS x FROM (SELECT voucher_id FROM v_ledger_movements GROUP BY voucher_id "
                       "HAVING sum(signed_fen) <> 0 OR count(*) < 2 OR min(abs(amount_fen)) = 0)")
        == 0);
    CHECK(books.number("SELECT count(*) AS x FROM (SELECT sum(sum(signed_fen)) OVER (ORDER BY on_date) AS s "
                       "FROM v_ledger_movements GROUP BY on_date) WHERE s <> 0")
        == 0);
    CHECK(
        books.number("SELECT count(*) AS x FROM (SELECT sum(sum(m.signed_fen)) OVER (ORDER BY c.seq) AS s "
                     "FROM v_ledger_movements m JOIN ledger_chain c ON c.voucher_id = m.voucher_id GROUP BY c.seq) WHERE s <> 0")
        == 0);
}

/// (3) assets = liabilities + net assets + income − expenses, (4) 总账 = Σ 明细账, (6) whatever the order of posting.
void checkEquation(Books &books)
{
    const auto natural = [&](const char *kind) {
        return books.number(QString("SELECT cast(coalesce(sum(natural_fen), 0) AS bigint) AS x FROM v_ledger_movements "
                                    "WHERE account_kind = '%1'")
                                .arg(QLatin1String(kind)));
    };
    CHECK(natural("ASSET") == natural("LIABILITY") + natural("NET_ASSET") + natural("INCOME") - natural("EXPENSE"));
    std::map<QString, qint64> groups;
    qint64 leaves = 0;
    db::Statement row(books.database(),
        "SELECT substr(account_code, 1, 4) AS parent, cast(sum(signed_fen) AS bigint) AS fen FROM v_ledger_movements "
        "GROUP BY account_id, substr(account_code, 1, 4)");
    while (row.next()) {
        groups[row.text("parent")] += row.integer("fen");
        leaves += row.integer("fen");
    }
    qint64 total = 0;
    for (const auto &[code, fen] : groups)
        total += fen;
    CHECK(total == leaves);
    CHECK(total == 0);
}

/// (10) numbers of each month and 字 are 1..n, (11) drafts hold none.
void checkNumbers(Books &books)
{
    CHECK(books.number("SELECT count(*) AS x FROM (SELECT period_id, word FROM vouchers WHERE status = 'POSTED' "
                       "GROUP BY period_id, word HAVING min(number) <> 1 OR max(number) <> count(*) "
                       "OR count(DISTINCT number) <> count(*))")
        == 0);
    CHECK(books.number("SELECT count(*) AS x FROM vouchers WHERE status = 'DRAFT' AND number IS NOT NULL") == 0);
}

} // namespace

TEST_CASE("random books keep the invariants of a ledger", "[finance]")
{
    for (unsigned seed = 1; seed <= kBooks; ++seed) {
        INFO("seed " << seed);
        RandomBooks random(seed);
        Books &books = random.books();
        for (int i = 0; i < kVouchers; ++i)
            random.act();
        random.postSome();
        checkBalance(books);
        checkEquation(books);
        checkNumbers(books);
        CHECK(LedgerChain(books.database()).verify().empty());
        // (13) everything reversed: nothing remains, also not gross on either side (12).
        random.reverseAll();
        CHECK(books.number("SELECT count(*) AS x FROM (SELECT account_id FROM v_ledger_movements GROUP BY account_id, side "
                           "HAVING sum(amount_fen) <> 0)")
            == 0);
        checkNumbers(books);
        CHECK(LedgerChain(books.database()).verify().empty());
    }
}

TEST_CASE("sums do not depend on the order of posting", "[finance]")
{
    const auto balances = [](bool isReversed) {
        Books books;
        std::vector<VoucherId> ids;
        for (int i = 1; i <= 12; ++i)
            ids.push_back(VoucherService(books.session()).draft(books.voucher(i * 100, QDate(2021, i % 6 + 1, i))));
        if (isReversed)
            std::reverse(ids.begin(), ids.end());
        for (const VoucherId id : ids)
            VoucherService(books.session()).post({id});
        QStringList lines;
        db::Statement row(books.database(),
            "SELECT fiscal_month, account_code, cast(sum(signed_fen) AS bigint) AS fen FROM v_ledger_movements "
            "GROUP BY fiscal_month, account_code ORDER BY 1, 2");
        while (row.next())
            lines << row.text("fiscal_month") + row.text("account_code") + row.text("fen");
        return lines;
    };
    CHECK(balances(false) == balances(true));
    CHECK(balances(false).size() == 12);
}
