#pragma once

#include "ui/records/record_page.h"

namespace mishutai::finance {
struct Voucher;
}

namespace mishutai::ui {

/// 财务: income and expense as one line each; posting, reversal, what waits for the agent.
class EntryPage : public RecordPage
{
    Q_OBJECT

public:
    EntryPage(desk::Application &application, office::Bookkeeping bookkeeping, QWidget *parent = nullptr);

    QString title() const override { return tr("财务"); }
    QString helpText() const override;
    /// Vouchers behind a figure are shown as the entries that they are; when one of them is none, all are left to 凭证.
    bool reveal(const QString &objectType, qint64 id) override;
    bool showRows(const QString &objectType, const std::vector<qint64> &ids, const QString &label) override;

protected:
    void showMore(DetailPane &pane, qint64 id) override;
    std::vector<HistorySource> historyOf(qint64 id) const override;
    bool beginHistory(DetailPane &leaf, qint64 id) override;
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;
    QStringList headline() const override { return {"summary", "code"}; }

private:
    static bool isReversible(const finance::Voucher &voucher);
    bool areEntries(const std::vector<qint64> &vouchers) const;
    /// In January the new year has no books yet: one button makes them.
    void offerYear();
    void post(const std::vector<qint64> &ids);
    void askReversal(qint64 id);
    void handOver(const std::vector<qint64> &ids);
    void remove(const std::vector<qint64> &ids);

    office::Bookkeeping m_bookkeeping;
    QString m_postWord; ///< 入账 or 过账
    QDate m_lastDate; ///< of the entry made or changed last: slips are entered in piles
};

} // namespace mishutai::ui
