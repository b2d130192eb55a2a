#pragma once

#include "ui/records/record_page.h"

namespace mishutai::ui {

/// 服务台账 (问题台账 in a park): services, visits, matches, tasks and problems.
class CasePage : public RecordPage
{
    Q_OBJECT

public:
    CasePage(desk::Application &application, office::OfficeKind kind, QWidget *parent = nullptr);

protected:
    void showMore(DetailPane &pane, qint64 id) override;
    std::unique_ptr<Form> makeForm(std::optional<qint64> id) override;
    QStringList headline() const override { return {"title", "code"}; }

private:
    QString closeWord() const;
    void askClosing(qint64 id);
    void remove(const std::vector<qint64> &ids);

    office::OfficeKind m_kind;
};

} // namespace mishutai::ui
