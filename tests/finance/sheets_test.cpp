#include "finance/accounts/account_sheet.h"
#include "finance/accounts/period_sheet.h"
#include "finance/entries/category_sheet.h"
#include "finance/entries/entry_sheet.h"
#include "finance/funds/fund_sheet.h"
#include "finance/vouchers/ledger_chain.h"
#include "finance/vouchers/voucher_sheet.h"
#include "finance_cases.h"
#include "parties/units/unit_sheet.h"
#include "tables/table_writer.h"

#include <QFile>

using namespace mishutai;
using namespace mishutai::finance;

namespace {

QByteArray exampleBytes(const QString &name)
{
    QFile file(QString(":/resources/examples/alliance-2021/%1.csv").arg(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray csvOf(session::Session &session, const office::RecordSheet &sheet)
{
    tables::Table table;
    table.name = sheet.key();
    for (const office::SheetColumn &column : sheet.columns())
        table.columns.push_back({column.title, tables::ColumnKind::Text, 2});
    table.rows = sheet.exportRows(session);
    return tables::TableWriter::csv(table, tables::CsvOptions::dataSet());
}

void take(session::Session &session, office::RecordSheet &kind, const QByteArray &csv)
{
    const office::ImportResult result = import(session, kind, QString::fromUtf8(csv));
    INFO(kind.key().toStdString() << ": " << problemsOf(result).join('\n').toStdString());
    REQUIRE(result.isWritten);
}

std::vector<std::unique_ptr<office::RecordSheet>> financeSheets()
{
    std::vector<std::unique_ptr<office::RecordSheet>> sheets;
    sheets.push_back(std::make_unique<AccountSheet>());
    sheets.push_back(std::make_unique<CategorySheet>());
    sheets.push_back(std::make_unique<FundSheet>());
    sheets.push_back(std::make_unique<VoucherSheet>());
    sheets.push_back(std::make_unique<PeriodSheet>());
    return sheets;
}

/// The example's ledger in an empty file.
class Example
{
public:
    Example()
    {
        m_session.clock().set(QDateTime(QDate(2022, 1, 26), QTime(12, 0)));
        parties::UnitSheet units;
        take(m_session, units, exampleBytes("units"));
        for (const auto &sheet : financeSheets())
            take(m_session, *sheet, exampleBytes(sheet->key()));
    }
    session::Session &session() { return m_session; }
    db::Database &database() { return m_session.database(); }

    qint64 fen(const QString &where)
    {
        db::Statement row(database(),
            "SELECT cast(coalesce(sum(natural_fen), 0) AS bigint) AS x FROM v_ledger_movements "
            "WHERE on_date BETWEEN '2021-01-01' AND '2021-12-31' AND kind <> 'CLOSING' AND "
                + where);
        return row.next() ? row.integer("x") : -1;
    }
    qint64 number(const QString &sql)
    {
        db::Statement row(database(), sql);
        return row.next() ? row.integer("x") : -1;
    }

private:
    test::TestSession m_session;
};

const QString kHead = "凭证号,日期,摘要,科目编码,借方（元）,贷方（元）\n";

} // namespace

TEST_CASE("the example's ledger yields the published figures", "[finance]")
{
    Example example;
    CHECK(example.fen("account_kind = 'INCOME'") == 19'703'169);
    CHECK(example.fen("role = 'INC_DUES'") == 11'600'000);
    CHECK(example.fen("role = 'INC_SERVICE'") == 8'103'169);
    CHECK(example.fen("role = 'INC_SUBSIDY'") == 0);
    CHECK(example.fen("role = 'EXP_PROGRAM'") == 9'420'626);
    CHECK(example.fen("role IN ('EXP_ADMIN', 'EXP_ADMIN_WAGE')") == 38'455'716);
    CHECK(example.fen("role = 'EXP_ADMIN_WAGE'") == 18'294'100);
    CHECK(example.fen("role = 'EXP_TAX'") == 73);
    CHECK(example.fen("account_kind = 'EXPENSE'") == 47'876'415);
    CHECK(example.fen("kind = 'OPENING' AND role = 'NA_R'") == 26'783'150);
    CHECK(example.fen("role = 'NA_R'") == 0);
    CHECK(example.fen("role = 'NA_U'") == 26'783'150);
    CHECK(example.fen("role = 'OTHER_PAY'") == 1'390'096);
    CHECK(example.fen("is_cash = 1") == 0);
    CHECK(example.number("SELECT count(DISTINCT unit_id) AS x FROM v_ledger_movements WHERE role = 'INC_DUES'") == 58);
    CHECK(example.number("SELECT count(DISTINCT u.code) AS x FROM v_ledger_movements m JOIN v_units u ON u.id = m.unit_id "
                         "WHERE m.role = 'OTHER_PAY' AND u.code = '单位-0234'")
        == 1);
}

TEST_CASE("the example's ledger is sound", "[finance]")
{
    Example example;
    CHECK(LedgerChain(example.database()).verify().empty());
    CHECK(example.number("SELECT count(*) AS x FROM vouchers WHERE status = 'DRAFT'") == 0);
    // Cash runs out on no day on no account.
    CHECK(example.number("SELECT count(*) AS x FROM (SELECT sum(sum(signed_fen)) OVER (PARTITION BY account_id ORDER BY on_date) "
                         "AS balance FROM v_ledger_movements WHERE is_cash = 1 GROUP BY account_id, on_date) WHERE balance < 0")
        == 0);
    CHECK(example.number("SELECT count(*) AS x FROM (SELECT period_id FROM vouchers GROUP BY period_id "
                         "HAVING max(number) <> count(*))")
        == 0);
    CHECK(example.number("SELECT count(*) AS x FROM vouchers WHERE paper_count = 0 AND no_document_reason IS NULL") == 0);
    CHECK(example.number("SELECT count(*) AS x FROM receipts") == 65);
}

TEST_CASE("the example comes out as it went in", "[finance]")
{
    Example example;
    for (const auto &sheet : financeSheets()) {
        INFO(sheet->key().toStdString());
        CHECK(csvOf(example.session(), *sheet) == exampleBytes(sheet->key()));
    }
    for (const auto &sheet : financeSheets()) {
        const office::ImportResult again = import(example.session(), *sheet, QString::fromUtf8(exampleBytes(sheet->key())));
        CHECK(again.isWritten);
        CHECK(again.added == 0);
        CHECK(again.changed == 0);
    }
    CHECK(example.number("SELECT count(*) AS x FROM vouchers") == 163);
}

TEST_CASE("reversals, drafts, corrections and closed months survive the way through sheets", "[finance]")
{
    Books books;
    VoucherService service(books.session());
    const VoucherId wrong = books.posted(books.voucher(100, QDate(2021, 1, 5)));
    books.test().clock().set(QDateTime(QDate(2021, 2, 3), QTime(12, 0)));
    service.reverse(wrong, "误");
    service.draftCorrection(wrong);
    service.draft(books.voucher(7));
    service.draft(books.voucher(7));
    service.markBooked(wrong, "A-1");
    PeriodService(books.session()).closeMonth(2021, 1);
    const std::vector<std::unique_ptr<office::RecordSheet>> sheets = financeSheets();

    test::TestSession other;
    for (const auto &sheet : sheets) {
        INFO(sheet->key().toStdString());
        const QByteArray exported = csvOf(books.session(), *sheet);
        take(other, *sheet, exported);
    }
    for (const auto &sheet : sheets)
        CHECK(csvOf(other, *sheet) == csvOf(books.session(), *sheet));
    // Twice adds nothing, the two equal drafts included.
    VoucherSheet vouchers;
    take(other, vouchers, csvOf(books.session(), vouchers));
    CHECK(csvOf(other, vouchers) == csvOf(books.session(), vouchers));
    CHECK(LedgerChain(other.database()).verify().empty());
}

TEST_CASE("a sheet of vouchers is refused with row and reason", "[finance]")
{
    struct Case {
        const char *what;
        QString rows;
        QString problem;
    };
    const Case cases[] = {
        {"no code", "12,2021-06-01,示例,1001,1,\n", "2 code 「12」不是凭证号，应如2021-05/记-12"},
        {"no day", "2021-06/记-1,2021-06-31,示例,1001,1,\n", "2 date 「2021-06-31」不是日期，请写成2021-05-14这样"},
        {"other month", "2021-06/记-1,2021-07-01,示例,1001,1,\n", "2 date 日期不在凭证号所属的月份内"},
        {"both sides", "2021-06/记-1,2021-06-01,示例,1001,1,1\n", "2 debit 借方和贷方须填且只填一个"},
        {"no side", "2021-06/记-1,2021-06-01,示例,1001,,\n", "2 debit 借方和贷方须填且只填一个"},
        {"three decimals", "2021-06/记-1,2021-06-01,示例,1001,1.005,\n", "2 debit 「1.005」不是以元为单位的金额，最多两位小数"},
        {"two days", "2021-06/记-1,2021-06-01,示例,1001,1,\n2021-06/记-1,2021-06-02,示例,420101,,1\n",
            "3 date 同一凭证各行的日期不一致"},
    };
    for (const Case &each : cases) {
        INFO(each.what);
        Books books;
        VoucherSheet sheet;
        const office::ImportResult result = import(books.session(), sheet, kHead + each.rows);
        CHECK_FALSE(result.isWritten);
        CHECK(problemsOf(result).join('\n').toStdString() == each.problem.toStdString());
        CHECK(books.number("SELECT count(*) AS x FROM vouchers") == 0);
    }
}

TEST_CASE("a whole voucher is refused at its first row", "[finance]")
{
    const QString good = "2021-06/记-1,2021-06-01,示例,1001,5,\n2021-06/记-1,2021-06-01,示例,420101,,5\n";
    struct Case {
        const char *what;
        QString rows;
        int row;
        QString text;
    };
    const Case cases[] = {
        {"unbalanced", good + "2021-06/记-2,2021-06-01,示例,1001,5,\n2021-06/记-2,2021-06-01,示例,420101,,4.5\n", 4,
            "借贷不平，差0.50元"},
        {"gap", good + "2021-06/记-3,2021-06-01,示例,1001,5,\n2021-06/记-3,2021-06-01,示例,420101,,5\n", 4, "凭证号不连续"},
        {"unknown account", good + "2021-06/记-2,2021-06-01,示例,9999,5,\n2021-06/记-2,2021-06-01,示例,420101,,5\n", 4,
            "没有科目「9999」"},
        {"group account", good + "2021-06/记-2,2021-06-01,示例,1001,5,\n2021-06/记-2,2021-06-01,示例,4201,,5\n", 4,
            "科目不是末级科目"},
        {"red", good + "2021-06/记-2,2021-06-01,示例,1001,-5,\n2021-06/记-2,2021-06-01,示例,420101,,-5\n", 4, "红字"},
    };
    for (const Case &each : cases) {
        INFO(each.what);
        Books books;
        VoucherSheet sheet;
        const std::optional<Error> error = errorOf([&] { import(books.session(), sheet, kHead + each.rows); });
        REQUIRE(error);
        REQUIRE(error->place());
        CHECK(error->place()->row == each.row);
        CHECK(error->text().contains(each.text));
        CHECK(books.number("SELECT count(*) AS x FROM vouchers") == 0);
    }
}

TEST_CASE("posted vouchers come into an empty ledger only", "[finance]")
{
    Books books;
    books.posted(books.voucher(500));
    VoucherSheet sheet;
    const QString rows = "2021-06/%1,2021-06-01,示例,1001,5,\n2021-06/%1,2021-06-01,示例,420101,,5\n";
    CHECK(errorOf([&] { import(books.session(), sheet, kHead + rows.arg("记-2")); })->text().contains("账簿里已有入账的凭证"));
    CHECK(errorOf([&] { import(books.session(), sheet, kHead + rows.arg("记-1")); })->text().contains("与账簿里的凭证不一致"));
    CHECK(import(books.session(), sheet, kHead + rows.arg("草稿-1")).isWritten);
    CHECK(books.number("SELECT count(*) AS x FROM vouchers WHERE status = 'DRAFT'") == 1);
    const QString named
        = "凭证号,日期,摘要,科目编码,科目名称,借方（元）,贷方（元）\n2021-06/草稿-1,2021-06-01,示例,1001,银行存款,5,\n";
    CHECK(errorOf([&] { import(books.session(), sheet, named); })->text().contains("科目编码与名称不符"));
}

TEST_CASE("rows of income and expense become drafts once", "[finance]")
{
    Books books;
    books.unit("示例新材料有限公司");
    EntrySheet sheet;
    const QString csv = "日期,收支,类别,金额,账户,转入账户,对方,所属年度,摘要\n"
                        "2021-06-01,收,会费,\"2,000.00\",基本户,,示例新材料有限公司,2021,\n"
                        "2021-06-01,支出,办公,35.5,现金,,,,买纸\n"
                        "2021-06-01,支出,办公,35.5,现金,,,,买纸\n"
                        "2021-06-02,转,,100,基本户,现金,,,\n";
    office::ImportResult result = import(books.session(), sheet, csv);
    INFO(problemsOf(result).join('\n').toStdString());
    CHECK(result.added == 4);
    result = import(books.session(), sheet, csv);
    CHECK(result.added == 0);
    CHECK(result.same == 4);
    result = import(books.session(), sheet, csv + "2021-06-01,支出,办公,35.5,现金,,,,买纸\n");
    CHECK(result.added == 1);
    CHECK(books.number("SELECT count(*) AS x FROM vouchers WHERE status = 'DRAFT'") == 5);
    CHECK(books.text("SELECT summary AS x FROM voucher_lines ORDER BY id LIMIT 1") == "收示例新材料有限公司2021年会费");

    Books copy;
    copy.unit("示例新材料有限公司");
    EntrySheet again;
    CHECK(import(copy.session(), again, QString::fromUtf8(csvOf(books.session(), sheet))).added == 5);
    CHECK(csvOf(copy.session(), again) == csvOf(books.session(), sheet));
}

TEST_CASE("rows of income and expense are refused field by field", "[finance]")
{
    struct Case {
        QString row;
        QString problem;
    };
    const Case cases[] = {
        {"2021-06-01,借,会费,1,基本户,,,\n", "2 direction 「借」不在可选范围内，请填：收/支/转"},
        {"2021-06-01,收,不存在,1,基本户,,,\n", "2 category 没有类别「不存在」，请先在设置里添加"},
        {"2021-06-01,收,会费,1,不存在,,,\n", "2 account 没有账户「不存在」"},
        {"2021-06-01,收,会费,一百,基本户,,,\n", "2 amount 「一百」不是以元为单位的金额，最多两位小数"},
        {"2021-06-01,收,会费,-1,基本户,,,\n", "2 amount 金额应为正数；要更正已入账的，请用「冲销」"},
        {"2021-06-01,收,工资,1,基本户,,,\n", "2 category 「工资」是支的类别"},
        {"2021-06-01,收,会费,1,基本户,不存在的单位,,\n", "2 unit 没有找到单位「不存在的单位」，请先登记"},
        {"2021-06-01,收,会费,1,基本户,,记-1,\n", "2 code 账簿里没有凭证「记-1」；新记录的凭证号由入账产生，请留空"},
        {"2022-06-01,收,会费,1,基本户,,,\n", "2 date 2022年度没有启用"},
    };
    for (const Case &each : cases) {
        INFO(each.row.toStdString());
        Books books;
        EntrySheet sheet;
        const office::ImportResult result
            = import(books.session(), sheet, "日期,收支,类别,金额,账户,对方,凭证号,摘要\n" + each.row);
        CHECK(problemsOf(result).join('\n').toStdString() == each.problem.toStdString());
        CHECK(books.number("SELECT count(*) AS x FROM vouchers") == 0);
    }
}

TEST_CASE("wrong rows of accounts, categories, funds and months are refused", "[finance]")
{
    Books books;
    AccountSheet accounts;
    CHECK(problemsOf(import(books.session(), accounts,
              "科目编码,科目名称,类别,方向,限定性,用途\n4209,示例,收入,贷,,会费收入\n1003,示例,资,借,,货币资金\n"))
        == QStringList{"2 restriction 收入和净资产的末级科目须注明限定性或非限定性，其他科目不注明",
            "3 kind 「资」不在可选范围内，请填：资产/负债/净资产/收入/费用"});
    CategorySheet categories;
    CHECK(problemsOf(import(books.session(), categories, "类别,收支,科目编码\n培训,支,5101\n培训,支,9999\n"))
        == QStringList{"2 account 请选择末级科目", "3 account 没有科目「9999」"});
    FundSheet funds;
    CHECK(problemsOf(import(books.session(), funds, "资金名称,科目编码,拨付单位\n补助,1001,\n补助,,无此单位\n"))
        == QStringList{"2 account 请选择末级的限定性净资产科目", "3 grantor 没有找到单位「无此单位」，请先登记"});
    PeriodSheet months;
    CHECK(problemsOf(import(books.session(), months, "年度,月份,状态\n1999,1,已结账\n2021,13,已结账\n"))
        == QStringList{"2 year 年度应在2000至2100之间", "3 month 月份应为1至12"});
    const std::optional<Error> error = errorOf([&] { import(books.session(), months, "年度,月份,状态\n2021,2,已结账\n"); });
    REQUIRE(error);
    CHECK(error->place()->row == 2);
    CHECK(error->cause() == "前面的1月还没有结账");
    CHECK(import(books.session(), months, "年度,月份,状态\n2021,2,已结账\n2021,1,已结账\n").changed == 2);
}
