#pragma once

#include "ui/members/member_leaves.h"
#include "ui/records/record_page.h"

namespace mishutai::ui {

/// 会员 (企业 in a park): the register of members.
class MemberPage : public RecordPage
{
    Q_OBJECT

public:
    MemberPage(desk::Application &application, office::OfficeKind kind, QWidget *parent = nullptr);

protected:
    void showMore(DetailPane &pane, qint64 id) override;
    std::vector<HistorySource> historyOf(qint64 id) const override;
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;

private:
    void offerActions();
    /// What a small form does when it has saved.
    std::function<void()> telling(const QString &said);
    /// @param id whose form it is; nothing: it belongs to no single record
    void showSmall(std::unique_ptr<Form> form, std::optional<qint64> id = {});
    std::unique_ptr<Form> suspensionOrResumption(const std::vector<MemberId> &ids);
    void deliberate(const std::vector<qint64> &ids);
    LeafActions leafActions(session::Operation toEdit);
    QString phoneOf(qint64 id) const;
    QString invoiceOf(qint64 id) const;
    void remove(const std::vector<qint64> &ids);

    office::OfficeKind m_kind;
};

} // namespace mishutai::ui
