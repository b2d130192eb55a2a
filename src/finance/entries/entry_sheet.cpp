#include "finance/entries/entry_sheet.h"

#include "finance/accounts/account_lookup.h"
#include "finance/accounts/account_repository.h"
#include "finance/accounts/period_repository.h"
#include "finance/entries/category_repository.h"
#include "finance/entries/entry_service.h"
#include "finance/vouchers/sheet_cells.h"
#include "finance/vouchers/voucher_repository.h"
#include "office/sheets/row_reader.h"
#include "session/session.h"

namespace mishutai::finance {
namespace {

/// By name or code, in the chart of the entry's year.
std::optional<AccountId> readAccount(session::Session &session, office::RowReader &cells, const QString &key, QDate date)
{
    const QString reference = cells.row().text(key);
    if (reference.isEmpty())
        return std::nullopt;
    const std::optional<FiscalYear> year = PeriodRepository(session.database()).year(date.year());
    const QString chart = year ? year->chart : currentChart(session.database());
    const AccountRepository repository(session.database());
    std::optional<Account> account = repository.findByName(chart, reference);
    if (!account)
        account = repository.findByCode(chart, reference);
    if (!account) {
        cells.fail(key, "unknown", translated("没有账户「%1」").arg(reference.left(40)));
        return std::nullopt;
    }
    return account->id;
}

} // namespace

QString EntrySheet::title() const
{
    return translated("收支台账");
}

std::vector<office::SheetColumn> EntrySheet::columns() const
{
    const QString text = translated("文字");
    std::vector<office::SheetColumn> columns{
        {"date", translated("日期"), {}, true, translated("日期"), "2021-05-14"},
        {"direction", translated("收支"), {"收/支", "收支方向"}, true, terms<EntryDirection>().labels(), translated("收")},
        {"category", translated("类别"), {"收支类别"}, false, translated("收支类别的名称，转账不填"), translated("会费")},
        {"amount", translated("金额（元）"), {"金额"}, true, translated("金额（元），正数"), "2000.00"},
        {"account", translated("账户"), {"收付账户"}, true, translated("科目名称或编码"), translated("基本户")},
        {"toAccount", translated("转入账户"), {}, false, translated("科目名称或编码，转账才填"), {}},
        {"advancedBy", translated("垫付单位"), {}, false, translated("单位编号、信用代码或全称"), {}},
        {"duesYear", translated("所属年度"), {}, false, translated("年份"), "2021"},
        {"summary", translated("摘要"), {"用途"}, false, translated("文字，空则自动生成"), {}},
        {"documentCount", translated("附件张数"), {"附件", "单据张数"}, false, translated("整数"), "1"},
        {"noDocumentReason", translated("无附件原因"), {}, false, text, {}},
        {"code", translated("凭证号"), {}, false, translated("由入账产生，新记录不填"), {}},
    };
    for (office::SheetColumn &column : linkColumns())
        columns.push_back(std::move(column));
    for (office::SheetColumn &column : receiptColumns())
        columns.push_back(std::move(column));
    return columns;
}

std::vector<QStringList> EntrySheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const db::Database &database = session.database();
    const AccountRepository accounts(database);
    const CategoryRepository categories(database);
    const EntryService service(session);
    const LinkTexts links(database);
    const auto nameOf = [&](const std::optional<AccountId> &id) { return id ? accounts.find(*id)->details.name : QString(); };
    std::vector<QStringList> rows;
    for (const VoucherId id : VoucherRepository(database).all()) {
        const std::optional<Entry> entry = service.entry(id);
        if (!entry || entry->isReversed)
            continue;
        const EntryDetails &d = entry->details;
        QStringList row{office::isoText(d.date), label(d.direction),
            d.category ? categories.find(*d.category)->details.name : QString(), d.amount.yuan(), nameOf(d.account),
            nameOf(d.toAccount), links.unit(d.advancedBy), office::integerText(d.duesYear), d.summary,
            QString::number(d.documentCount), d.noDocumentReason, entry->code};
        VoucherLine line;
        line.unit = d.unit;
        line.person = d.person;
        line.fund = d.fund;
        line.project = d.project;
        line.activity = d.activity;
        rows.push_back(row << links.cells(line) << receiptCells(d.receipt));
    }
    return rows;
}

EntryDetails EntrySheet::readDetails(session::Session &session, office::RowReader &cells) const
{
    EntryDetails details;
    std::optional<int> documents = 0;
    cells.date("date", details.date);
    cells.choice("direction", terms<EntryDirection>(), details.direction);
    details.amount = readAmount(cells, "amount").value_or(Money());
    if (const QString name = cells.row().text("category"); !name.isEmpty()) {
        if (const std::optional<Category> category = CategoryRepository(session.database()).findByName(name))
            details.category = category->id;
        else
            cells.fail("category", "unknown", translated("没有类别「%1」，请先在设置里添加").arg(name.left(40)));
    }
    details.account = readAccount(session, cells, "account", details.date);
    details.toAccount = readAccount(session, cells, "toAccount", details.date);
    details.advancedBy = readUnit(session, cells, "advancedBy");
    cells.integer("duesYear", details.duesYear);
    cells.text("summary", details.summary);
    cells.integer("documentCount", documents);
    cells.text("noDocumentReason", details.noDocumentReason);
    details.documentCount = documents.value_or(0);
    const LineLinks links = readLinks(session, cells);
    details.unit = links.unit;
    details.person = links.person;
    details.fund = links.fund;
    details.project = links.project;
    details.activity = links.activity;
    details.receipt = readReceipt(cells);
    return details;
}

office::RowOutcome EntrySheet::importRow(session::Session &session, const office::SheetRow &row)
{
    if (row.number <= m_lastRow)
        m_known.reset();
    m_lastRow = row.number;
    office::RowReader cells(row, session.clock().today());
    if (const QString code = row.text("code"); !code.isEmpty()) {
        const std::optional<VoucherNumber> number = parseVoucherCode(code);
        if (number && VoucherRepository(session.database()).findByCode(*number))
            return office::RowOutcome::Same;
        cells.fail("code", "unknown", translated("账簿里没有凭证「%1」；新记录的凭证号由入账产生，请留空").arg(code.left(40)));
    }
    const EntryDetails details = readDetails(session, cells);
    cells.throwIfFaulty();
    EntryService service(session);
    if (!m_known)
        m_known.emplace(session.database(), KnownVouchers::Which::All);
    if (m_known->take(service.voucherOf(details)))
        return office::RowOutcome::Same;
    service.record(details);
    return office::RowOutcome::Added;
}

void EntrySheet::finishImport(session::Session &session)
{
    Q_UNUSED(session)
    m_known.reset();
    m_lastRow = 0;
}

} // namespace mishutai::finance
