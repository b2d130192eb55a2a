#pragma once

#include "ui/records/record_page.h"

namespace mishutai::finance {
struct Voucher;
}

namespace mishutai::ui {

/// 凭证: every voucher with its lines, also those that are no single line of income or expense (opening, transfer to the next
/// year). Nothing is entered here.
class VoucherPage : public RecordPage
{
    Q_OBJECT

public:
    explicit VoucherPage(desk::Application &application, QWidget *parent = nullptr);

    QString title() const override { return tr("凭证"); }
    /// The lines of a voucher by account, debit and credit.
    static void showLines(DetailPane &pane, session::Session &session, const finance::Voucher &voucher);

protected:
    void showMore(DetailPane &pane, qint64 id) override;
    /// 凭证 is looked at here; corrections are made in 财务.
    bool beginHistory(DetailPane &, qint64) override { return false; }
    QStringList headline() const override { return {"summary", "code"}; }
};

} // namespace mishutai::ui
