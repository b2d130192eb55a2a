#pragma once

#include "document/layout/paged_document.h"

#include <QDialog>

#include <memory>

class QPrinter;

namespace mishutai::ui {

/// Pages as they will be printed, with 打印 (Ctrl+P) and 导出PDF (Ctrl+E). Esc closes it. PgUp and PgDn turn the pages.
class PagesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Shows itself over the window of `where` and goes when closed.
    PagesDialog(std::shared_ptr<const document::PagedDocument> pages, QWidget *where);

private:
    void print();
    void exportPdf();

    std::shared_ptr<const document::PagedDocument> m_pages;
    QWidget *m_where;
};

/// Puts pages on a printer, each on a sheet of its own.
void paintPages(QPrinter &printer, const document::PagedDocument &pages);
/// A printer for the pages: A4, whole sheet, their orientation.
std::shared_ptr<QPrinter> printerFor(const document::PagedDocument &pages);

} // namespace mishutai::ui
