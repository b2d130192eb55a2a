#pragma once

#include "desk/application.h"
#include "document/document.h"
#include "document/layout/paged_document.h"
#include "ui/shell/page.h"

#include <memory>

class QComboBox;
class QDateEdit;
class QLabel;
class QListWidget;
class QSpinBox;

namespace mishutai::ui {

class PagePreview;

/// 报告: the annual summary on live pages, exactly as printed. A click on a figure opens the rows behind it.
class ReportPage : public Page
{
    Q_OBJECT

public:
    explicit ReportPage(desk::Application &application, QWidget *parent = nullptr);

    QString title() const override { return tr("报告"); }
    QString iconName() const override { return "report"; }
    QString helpText() const override;
    void refresh() override;
    void focusFirst() override;
    std::vector<PageKey> keys() const override;

    PagePreview *preview() const { return m_preview; }
    const std::shared_ptr<const document::PagedDocument> &pages() const { return m_pages; }
    /// The year that is shown. @param year 1900–2199
    void setYear(int year);

private:
    void build();
    QWidget *makeHead();
    void layOut();
    void fillOutline();
    void openFigure(const QString &key);
    void exportPdf();
    void exportWord();
    void copyText();
    void print();

    desk::Application &m_application;
    bool m_isDue = true;
    bool m_isBusy = false;
    std::shared_ptr<const document::PagedDocument> m_pages;
    QString m_text;
    std::shared_ptr<const document::Document> m_document;
    QComboBox *m_kind = nullptr;
    QSpinBox *m_year = nullptr;
    QDateEdit *m_date = nullptr;
    QListWidget *m_outline = nullptr;
    QLabel *m_remark = nullptr;
    PagePreview *m_preview = nullptr;
};

} // namespace mishutai::ui
