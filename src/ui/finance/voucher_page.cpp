#include "ui/finance/voucher_page.h"

#include "finance/accounts/chart_service.h"
#include "finance/vouchers/voucher_list.h"
#include "finance/vouchers/voucher_service.h"
#include "ui/common/detail_pane.h"

namespace mishutai::ui {

VoucherPage::VoucherPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, finance::voucherList(), "report", {}, parent)
{
    setTitle(title());
}

void VoucherPage::showLines(DetailPane &pane, session::Session &session, const finance::Voucher &voucher)
{
    QList<QStringList> lines;
    for (const finance::VoucherLine &line : voucher.details.lines) {
        const auto account = finance::ChartService(session).account(line.account);
        const bool isDebit = line.side == finance::Side::Debit;
        lines.append({account ? account->details.name : QString(), isDebit ? line.amount.grouped() : QString(),
            isDebit ? QString() : line.amount.grouped()});
    }
    pane.addSection(tr("分录"));
    pane.addTable({tr("科目"), tr("借方"), tr("贷方")}, lines);
}

void VoucherPage::showMore(DetailPane &pane, qint64 id)
{
    if (const auto voucher = finance::VoucherService(session()).voucher(VoucherId(id)))
        showLines(pane, session(), *voucher);
}

} // namespace mishutai::ui
