#include "finance/vouchers/voucher_sheet.h"

#include "finance/accounts/account_lookup.h"
#include "finance/accounts/account_repository.h"
#include "finance/accounts/period_repository.h"
#include "finance/accounts/period_service.h"
#include "finance/entries/category_repository.h"
#include "finance/vouchers/known_vouchers.h"
#include "finance/vouchers/sheet_cells.h"
#include "finance/vouchers/voucher_repository.h"
#include "finance/vouchers/voucher_service.h"
#include "session/session.h"
#include "session/work.h"

#include <utility>

namespace mishutai::finance {
namespace {

Error inRow(const Error &error, const QString &code, int row)
{
    Error placed(error.kind(), translated("凭证%1：%2").arg(code, error.problem()), error.cause(), error.remedy(), error.where());
    placed.withFields(error.fields());
    placed.withPlace({{}, row, 0, translated("凭证号")});
    return placed;
}

QString codeText(const db::Database &database, const std::optional<VoucherId> &id)
{
    return id ? VoucherRepository(database).find(*id)->code() : QString();
}

QString textOf(const VoucherNumber &code)
{
    return voucherCode(code.year, code.month, code.word, code.number);
}

} // namespace

QString VoucherSheet::title() const
{
    return translated("凭证");
}

std::vector<office::SheetColumn> VoucherSheet::columns() const
{
    const QString text = translated("文字");
    const QString yuan = translated("金额（元）");
    std::vector<office::SheetColumn> columns{
        {"code", translated("凭证号"), {"凭证编号"}, true, translated("年-月/字-号，草稿为 年-月/草稿-序号"), "2021-05/记-12"},
        {"date", translated("日期"), {"凭证日期"}, true, translated("日期"), "2021-05-14"},
        {"kind", translated("类型"), {"凭证类型"}, false, terms<VoucherKind>().labels(), translated("普通")},
        {"summary", translated("摘要"), {}, true, text, translated("收会费")},
        {"accountCode", translated("科目编码"), {"科目代码"}, true, translated("末级科目的编码"), "420101"},
        {"accountName", translated("科目名称"), {"科目"}, false, translated("文字，与编码核对"), {}},
        {"debit", translated("借方（元）"), {"借方", "借方金额"}, true, yuan, "2000.00"},
        {"credit", translated("贷方（元）"), {"贷方", "贷方金额"}, true, yuan, {}},
    };
    for (office::SheetColumn &column : linkColumns())
        columns.push_back(std::move(column));
    const std::vector<office::SheetColumn> more{
        {"category", translated("类别"), {}, false, translated("收支类别的名称"), translated("会费")},
        {"duesYear", translated("所属年度"), {}, false, translated("年份"), "2021"},
        {"cashFlowItem", translated("现金流量项目"), {}, false, text, {}},
        {"paperCount", translated("附件张数"), {"附件"}, false, translated("整数，记在首行"), "2"},
        {"noDocumentReason", translated("无附件原因"), {}, false, translated("文字，记在首行"), {}},
        {"reverses", translated("冲销凭证号"), {}, false, translated("凭证号，记在首行"), {}},
        {"replaces", translated("订正凭证号"), {}, false, translated("凭证号，记在首行"), {}},
        {"agentStatus", translated("交接状态"), {"交接"}, false, terms<AgentStatus>().labels(), translated("待交")},
        {"agentNumber", translated("会计凭证号"), {}, false, translated("代理记账的凭证号，记在首行"), {}},
    };
    columns.insert(columns.end(), more.begin(), more.end());
    for (office::SheetColumn &column : receiptColumns())
        columns.push_back(std::move(column));
    return columns;
}

namespace {

/// Makes the rows of one voucher after the other.
class RowWriter
{
public:
    explicit RowWriter(session::Session &session)
        : m_database(session.database()), m_accounts(m_database), m_categories(m_database), m_links(m_database)
    {
    }

    void add(const Voucher &voucher, std::vector<QStringList> &rows)
    {
        const VoucherDetails &d = voucher.details;
        const QString code = voucher.isPosted() ? voucher.code() : draftCode(voucher);
        bool isFirst = true;
        for (const VoucherLine &line : d.lines) {
            const Account account = m_accounts.find(line.account).value();
            const bool isDebit = line.side == Side::Debit;
            QStringList row{code, office::isoText(d.date), label(d.kind), line.summary, account.details.code,
                account.details.name, isDebit ? line.amount.yuan() : QString(), isDebit ? QString() : line.amount.yuan()};
            row << m_links.cells(line) << (line.category ? m_categories.find(*line.category)->details.name : QString())
                << office::integerText(line.duesYear) << line.cashFlowItem;
            row << (isFirst ? headCells(voucher) : QStringList(11, QString()));
            rows.push_back(row);
            isFirst = false;
        }
    }

private:
    QStringList headCells(const Voucher &voucher) const
    {
        const VoucherDetails &d = voucher.details;
        QStringList cells{QString::number(d.paperCount), d.noDocumentReason, codeText(m_database, d.reverses),
            codeText(m_database, d.replaces), label(voucher.agentStatus), voucher.agentNumber};
        return cells << receiptCells(d.receipt);
    }

    QString draftCode(const Voucher &voucher)
    {
        const int count = ++m_drafts[voucher.year * 100 + voucher.month];
        return voucherCode(voucher.year, voucher.month, draftWord(), count);
    }

    const db::Database &m_database;
    AccountRepository m_accounts;
    CategoryRepository m_categories;
    LinkTexts m_links;
    QHash<int, int> m_drafts;
};

} // namespace

std::vector<QStringList> VoucherSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const VoucherRepository repository(session.database());
    RowWriter writer(session);
    std::vector<QStringList> rows;
    for (const VoucherId id : repository.all())
        writer.add(repository.find(id).value(), rows);
    return rows;
}

void VoucherSheet::readHead(office::RowReader &cells, Gathered &voucher) const
{
    std::optional<int> papers = 0;
    cells.choice("kind", terms<VoucherKind>(), voucher.details.kind);
    cells.integer("paperCount", papers);
    cells.text("noDocumentReason", voucher.details.noDocumentReason);
    cells.text("reverses", voucher.reverses);
    cells.text("replaces", voucher.replaces);
    cells.choice("agentStatus", terms<AgentStatus>(), voucher.agentStatus);
    cells.text("agentNumber", voucher.agentNumber);
    voucher.details.paperCount = papers.value_or(0);
    voucher.details.receipt = readReceipt(cells);
}

VoucherLine VoucherSheet::readLine(session::Session &session, office::RowReader &cells) const
{
    VoucherLine line;
    cells.text("summary", line.summary);
    cells.integer("duesYear", line.duesYear);
    cells.text("cashFlowItem", line.cashFlowItem);
    const std::optional<Money> debit = readAmount(cells, "debit");
    const std::optional<Money> credit = readAmount(cells, "credit");
    const bool hasDebit = debit && !debit->isZero();
    const bool hasCredit = credit && !credit->isZero();
    if (cells.errors().empty() && hasDebit == hasCredit)
        cells.fail("debit", "one_side", translated("借方和贷方须填且只填一个"));
    line.side = hasDebit ? Side::Debit : Side::Credit;
    line.amount = hasDebit ? *debit : credit.value_or(Money());
    const LineLinks links = readLinks(session, cells);
    line.unit = links.unit;
    line.person = links.person;
    line.fund = links.fund;
    line.project = links.project;
    line.activity = links.activity;
    if (const QString name = cells.row().text("category"); !name.isEmpty()) {
        if (const std::optional<Category> category = CategoryRepository(session.database()).findByName(name))
            line.category = category->id;
        else
            cells.fail("category", "unknown", translated("没有类别「%1」").arg(name.left(40)));
    }
    return line;
}

office::RowOutcome VoucherSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    if (row.number <= m_lastRow)
        m_vouchers.clear();
    m_lastRow = row.number;
    office::RowReader cells(row, session.clock().today());
    const std::optional<VoucherNumber> code = parseVoucherCode(row.text("code"));
    if (!code)
        cells.fail("code", "format", translated("「%1」不是凭证号，应如2021-05/记-12").arg(row.text("code").left(40)));
    QDate date;
    cells.date("date", date);
    if (cells.errors().empty() && !date.isValid())
        cells.fail("date", "required", translated("请填写日期"));
    if (cells.errors().empty() && (date.year() != code->year || date.month() != code->month))
        cells.fail("date", "period", translated("日期不在凭证号所属的月份内"));
    const bool isNew = code && !m_vouchers.contains(*code);
    Gathered head;
    if (isNew)
        readHead(cells, head);
    else if (cells.errors().empty() && m_vouchers[*code].details.date != date)
        cells.fail("date", "differs", translated("同一凭证各行的日期不一致"));
    VoucherLine line = readLine(session, cells);
    cells.throwIfFaulty();

    Gathered &voucher = m_vouchers[*code];
    if (isNew) {
        voucher = head;
        voucher.firstRow = row.number;
        voucher.details.date = date;
        if (code->word != draftWord())
            voucher.details.word = code->word;
    }
    voucher.details.lines.push_back(std::move(line));
    voucher.accounts.emplace_back(row.text("accountCode"), row.text("accountName"));
    const bool isKnown = VoucherRepository(session.database()).findByCode(*code).has_value();
    return isKnown ? office::RowOutcome::Same : office::RowOutcome::Added;
}

void VoucherSheet::resolve(session::Session &session, Gathered &voucher) const
{
    const db::Database &database = session.database();
    const PeriodRepository periods(database);
    const int year = voucher.details.date.year();
    if (!periods.year(year))
        PeriodService(session).openYear(year, currentChart(database));
    const QString chart = periods.year(year)->chart;
    for (std::size_t i = 0; i < voucher.accounts.size(); ++i) {
        const auto &[code, name] = voucher.accounts[i];
        const std::optional<Account> account = AccountRepository(database).findByCode(chart, code);
        if (!account) {
            throw Error(Error::Kind::Validation, translated("没有科目「%1」").arg(code.left(40)),
                translated("%1年的科目表里没有这个编码").arg(year), translated("请先设立科目，或更正编码"));
        }
        if (!name.isEmpty() && name != account->details.name) {
            throw Error(Error::Kind::Validation, translated("科目编码与名称不符"),
                translated("%1是「%2」，表里写的是「%3」").arg(code, account->details.name, name.left(40)),
                translated("请核对是不是另一套科目表的编码"));
        }
        voucher.details.lines[i].account = account->id;
    }
    const auto named = [&](const QString &text) -> std::optional<VoucherId> {
        if (text.isEmpty())
            return std::nullopt;
        const std::optional<VoucherNumber> code = parseVoucherCode(text);
        const std::optional<VoucherId> found = code ? VoucherRepository(database).findByCode(*code) : std::nullopt;
        if (!found) {
            throw Error(Error::Kind::Validation, translated("没有凭证「%1」").arg(text.left(40)),
                translated("冲销和订正须指明已有的凭证"), translated("请更正凭证号"));
        }
        return found;
    };
    voucher.details.reverses = named(voucher.reverses);
    voucher.details.replaces = named(voucher.replaces);
}

void VoucherSheet::take(session::Session &session, const VoucherNumber &code, Gathered &voucher, bool isLedgerEmpty) const
{
    const VoucherRepository repository(session.database());
    resolve(session, voucher);
    if (const std::optional<VoucherId> known = repository.findByCode(code)) {
        if (repository.find(*known)->details == voucher.details)
            return;
        throw Error(Error::Kind::Conflict, translated("与账簿里的凭证不一致"), translated("账簿里已有这个凭证号，内容不同"),
            translated("已入账的凭证不能由导入改动，请用「冲销」更正"));
    }
    if (!isLedgerEmpty) {
        throw Error(Error::Kind::Conflict, translated("不能导入已入账的凭证"), translated("账簿里已有入账的凭证"),
            translated("请把凭证号改为「%1」作为草稿导入，再入账").arg(voucherCode(code.year, code.month, draftWord(), 1)));
    }
    VoucherService service(session);
    const VoucherId id = service.draft(voucher.details);
    service.postAs(id, code.number);
    service.setAgent(id, voucher.agentStatus, voucher.agentNumber);
}

void VoucherSheet::finishImport(session::Session &session)
{
    std::map<VoucherNumber, Gathered> vouchers = std::exchange(m_vouchers, {});
    m_lastRow = 0;
    const bool isLedgerEmpty = !VoucherRepository(session.database()).hasPosted();
    KnownVouchers drafts(session.database(), KnownVouchers::Which::Drafts);
    const auto guarded = [](const VoucherNumber &code, const Gathered &voucher, auto act) {
        try {
            act();
        } catch (const Error &error) {
            throw inRow(error, textOf(code), voucher.firstRow);
        }
    };
    for (auto &[code, voucher] : vouchers) {
        if (code.word != draftWord())
            guarded(code, voucher, [&, &code = code, &voucher = voucher] { take(session, code, voucher, isLedgerEmpty); });
    }
    // Drafts come last: they may correct a posted one.
    for (auto &[code, voucher] : vouchers) {
        if (code.word != draftWord())
            continue;
        guarded(code, voucher, [&, &voucher = voucher] {
            resolve(session, voucher);
            if (drafts.take(voucher.details))
                return;
            VoucherService service(session);
            service.setAgent(service.draft(voucher.details), voucher.agentStatus, voucher.agentNumber);
        });
    }
}

} // namespace mishutai::finance
