#include "ui/finance/entry_page.h"

#include "db/lists/list_query.h"
#include "finance/accounts/period_service.h"
#include "finance/entries/entry_list.h"
#include "finance/entries/entry_service.h"
#include "finance/finance_setup.h"
#include "finance/vouchers/voucher_service.h"
#include "session/work.h"
#include "ui/common/detail_pane.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/guarded.h"
#include "ui/common/message_bar.h"
#include "ui/finance/entry_form.h"
#include "ui/finance/voucher_page.h"
#include "ui/records/form_sheet.h"
#include "ui/records/form_values.h"

#include <QPushButton>

#include <algorithm>
#include <unordered_set>

namespace mishutai::ui {

namespace {

std::vector<VoucherId> voucherIds(const std::vector<qint64> &ids)
{
    std::vector<VoucherId> vouchers;
    vouchers.reserve(ids.size());
    for (const qint64 id : ids)
        vouchers.emplace_back(id);
    return vouchers;
}

} // namespace

EntryPage::EntryPage(desk::Application &application, office::Bookkeeping bookkeeping, QWidget *parent)
    : RecordPage(application, finance::entryList(), "finance", "entries", parent), m_bookkeeping(bookkeeping),
      m_postWord(office::word(office::MoneyWord::Post, bookkeeping))
{
    setTitle(office::word(office::MoneyWord::Ledger, bookkeeping));
    if (application.isReadOnly())
        return;
    offerForm(tr("记一笔"), session::Operation::EntryRecord, session::Operation::EntryEdit);
    offerYear();
    offerRemoval(session::Operation::EntryDelete, [this](const std::vector<qint64> &ids) { remove(ids); });
    addRecordAction({m_postWord, "check", QKeySequence(Qt::CTRL | Qt::Key_J), session::Operation::VoucherPost, true,
        [this](const std::vector<qint64> &ids) { post(ids); }});
    addRecordAction({tr("冲销"), "undo", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J), session::Operation::VoucherReverse,
        false, [this](const std::vector<qint64> &ids) { askReversal(ids.front()); }});
    if (bookkeeping == office::Bookkeeping::Agent)
        addRecordAction({tr("已交会计"), "export", {}, session::Operation::VoucherPost, true,
            [this](const std::vector<qint64> &ids) { handOver(ids); }});
}

void EntryPage::offerYear()
{
    if (!session().may(session::Operation::FinanceSetup))
        return;
    const int year = session().clock().today().year();
    const auto years = finance::PeriodService(session()).years();
    if (std::ranges::any_of(years, [year](const finance::FiscalYear &each) { return each.year == year; }))
        return;
    const QString label = tr("启用%1年度").arg(year);
    QPushButton *button = addToolButton(label, "calendar", [this, year] {
        finance::FinanceSetup(session()).start(finance::BooksStart{year, {}, {}, {}});
        for (QPushButton *each : findChildren<QPushButton *>("offerYear"))
            each->hide();
        MessageArea::of(this).saved(tr("%1年度已启用，可以记账了").arg(year));
    });
    button->setObjectName("offerYear");
}

bool EntryPage::areEntries(const std::vector<qint64> &vouchers) const
{
    const std::vector<qint64> ids = db::ListQuery(session().database(), finance::entryList()).ids();
    const std::unordered_set<qint64> known(ids.begin(), ids.end());
    return std::ranges::all_of(vouchers, [&known](qint64 id) { return known.contains(id); });
}

bool EntryPage::reveal(const QString &objectType, qint64 id)
{
    const bool isEntry = objectType == "vouchers" && areEntries({id});
    return RecordPage::reveal(isEntry ? QString("entries") : objectType, id);
}

bool EntryPage::showRows(const QString &objectType, const std::vector<qint64> &ids, const QString &label)
{
    const bool isEntries = objectType == "vouchers" && areEntries(ids);
    return RecordPage::showRows(isEntries ? QString("entries") : objectType, ids, label);
}

QString EntryPage::helpText() const
{
    return RecordPage::helpText() + '\n' + tr("Ctrl+J %1；%1以后不再改动，要更正就按 Ctrl+Shift+J 冲销。").arg(m_postWord);
}

void EntryPage::showMore(DetailPane &pane, qint64 id)
{
    const auto voucher = finance::VoucherService(session()).voucher(VoucherId(id));
    if (!voucher)
        return;
    // Where an agent keeps the books, debit and credit are the agent's words.
    if (m_bookkeeping == office::Bookkeeping::Own)
        VoucherPage::showLines(pane, session(), *voucher);
    if (application().isReadOnly())
        return;
    if (!voucher->isPosted()) {
        pane.addButton(
            m_postWord, "check", [this, id] { post({id}); }, /*isPrimary=*/true);
    } else if (isReversible(*voucher)) {
        pane.addButton(tr("冲销"), "undo", [this, id] { askReversal(id); });
    }
}

bool EntryPage::isReversible(const finance::Voucher &voucher)
{
    return voucher.isPosted() && !voucher.reversedBy && voucher.details.kind != finance::VoucherKind::Reversal;
}

std::vector<HistorySource> EntryPage::historyOf(qint64 id) const
{
    std::vector<HistorySource> sources = RecordPage::historyOf(id);
    if (m_bookkeeping == office::Bookkeeping::Agent) {
        for (HistorySource &source : sources)
            source.hidden.append("side");
    }
    return sources;
}

bool EntryPage::beginHistory(DetailPane &leaf, qint64 id)
{
    const auto voucher = finance::VoucherService(session()).voucher(VoucherId(id));
    if (!voucher || !voucher->isPosted())
        return true;
    leaf.addRow(tr("已%1").arg(m_postWord), tr("不再逐项恢复，要更正请冲销"));
    if (!application().isReadOnly() && isReversible(*voucher) && session().may(session::Operation::VoucherReverse)) {
        auto *reverse = new QPushButton(tr("冲销这一笔…"), &leaf);
        connect(reverse, &QPushButton::clicked, this, [this, id] { guarded(this, [this, id] { askReversal(id); }); });
        leaf.addWidget(reverse);
    }
    return false;
}

std::unique_ptr<Form> EntryPage::makeForm(std::optional<qint64> id)
{
    const auto voucher = id ? std::optional(VoucherId(*id)) : std::nullopt;
    return std::make_unique<EntryForm>(session(), voucher, m_lastDate, [this](qint64 saved) {
        if (const auto entry = finance::EntryService(session()).entry(VoucherId(saved)))
            m_lastDate = entry->details.date;
        selectRecord(saved);
    });
}

void EntryPage::post(const std::vector<qint64> &ids)
{
    finance::EntryService(session()).post(voucherIds(ids));
    showCurrent();
    MessageArea::of(this).saved(tr("%1 笔已%2，从现在起只能冲销").arg(ids.size()).arg(m_postWord));
}

void EntryPage::askReversal(qint64 id)
{
    auto form = std::make_unique<Form>(tr("冲销"));
    form->setSavesAndAdds(false);
    form->add("reason", tr("原因"), new TextField, Form::Need::Required);
    Form *shown = form.get();
    form->setSave([this, shown, id] {
        finance::VoucherService(session()).reverse(VoucherId(id), textOf(*shown, "reason"));
        showCurrent();
    });
    form->markUnchanged();
    form->setSubject(labelOf(id));
    new FormSheet(std::move(form), session(), "reversal", id, this);
}

void EntryPage::handOver(const std::vector<qint64> &ids)
{
    finance::VoucherService(session()).handOver(voucherIds(ids));
    MessageArea::of(this).saved(tr("%1 笔标为已交会计").arg(ids.size()));
}

void EntryPage::remove(const std::vector<qint64> &ids)
{
    session::Work work(session(), session::Operation::EntryDelete);
    finance::EntryService service(session());
    const finance::VoucherService vouchers(session());
    for (const qint64 id : ids) {
        if (const auto voucher = vouchers.voucher(VoucherId(id)))
            service.remove(VoucherId(id), voucher->revision);
    }
    work.commit();
}

} // namespace mishutai::ui
