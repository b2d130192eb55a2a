#pragma once

#include "ui/parties/duplicates_sheet.h"
#include "ui/records/record_page.h"

#include <QPointer>

namespace mishutai::ui {

/// 人员: contacts, officers and experts, once for all modules. They come with members and lists; here they are corrected.
class PersonPage : public RecordPage
{
    Q_OBJECT

public:
    explicit PersonPage(desk::Application &application, QWidget *parent = nullptr);

    /// 疑似重复
    void findDuplicates();
    /// The two people side by side; the first goes on unless they are swapped.
    void compare(qint64 first, qint64 second);

protected:
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;

private:
    void showDuplicates(const std::vector<DuplicateRow> &rows);

    QPointer<DuplicatesSheet> m_duplicates; ///< while it is open
};

} // namespace mishutai::ui
