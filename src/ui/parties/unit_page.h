#pragma once

#include "office/words.h"
#include "ui/members/member_leaves.h"
#include "ui/parties/duplicates_sheet.h"
#include "ui/records/record_page.h"

#include <QPointer>

namespace mishutai::ui {

/// 单位库: every organisation once, whatever it is to the office.
class UnitPage : public RecordPage
{
    Q_OBJECT

public:
    explicit UnitPage(desk::Application &application, QWidget *parent = nullptr);

    /// 疑似重复
    void findDuplicates();
    /// The two units side by side; the first goes on unless they are swapped.
    void compare(qint64 first, qint64 second);
    /// 联络机制: the offices with which a way of working together is agreed.
    void showLiaisons();
    /// 吸收入会: the enrolment form with the unit filled in.
    void enroll(qint64 id);

protected:
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;
    void showMore(DetailPane &pane, qint64 id) override;
    std::vector<HistorySource> historyOf(qint64 id) const override;

private:
    void showDuplicates(const std::vector<DuplicateRow> &rows);
    void offerActions();
    LeafActions leafActions();
    void showSmall(std::unique_ptr<Form> form);
    office::OfficeKind officeKind() const;
    bool isMember(qint64 id) const;

    QPointer<DuplicatesSheet> m_duplicates; ///< while it is open
};

} // namespace mishutai::ui
