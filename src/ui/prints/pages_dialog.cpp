#include "ui/prints/pages_dialog.h"

#include "base/durable_file.h"
#include "desk/prints/file_names.h"
#include "document/layout/page_geometry.h"
#include "document/pdf/paint.h"
#include "document/pdf/pdf_writer.h"
#include "ui/common/guarded.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/common/page_preview.h"
#include "ui/records/exports/ask_file.h"
#include "ui/shell/task_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

namespace mishutai::ui {

std::shared_ptr<QPrinter> printerFor(const document::PagedDocument &pages)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setPageOrientation(pages.isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    printer->setFullPage(true);
    printer->setDocName(pages.title);
    return printer;
}

void paintPages(QPrinter &printer, const document::PagedDocument &pages)
{
    QPainter painter(&printer);
    const qreal scale = qreal(printer.resolution()) / document::page::kResolution;
    for (int page = 0; page < static_cast<int>(pages.pages.size()); ++page) {
        if (page > 0)
            printer.newPage();
        document::paintPage(painter, pages, page, scale);
    }
}

PagesDialog::PagesDialog(std::shared_ptr<const document::PagedDocument> pages, QWidget *where)
    : QDialog(where->window()), m_pages(std::move(pages)), m_where(where)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_pages->title);
    auto *preview = new PagePreview(this);
    preview->setDocument(m_pages);
    auto *bar = new QHBoxLayout;
    const QString substituted = m_pages->substitutedCharacters();
    auto *remark = new QLabel(substituted.isEmpty()
            ? tr("共 %1 页").arg(m_pages->pages.size())
            : tr("共 %1 页；%2 个字用替代字体：%3").arg(m_pages->pages.size()).arg(m_pages->substituted.size()).arg(substituted),
        this);
    setLook(remark, "small");
    bar->addWidget(remark, 1);
    const auto button = [&](const QString &label, const QIcon &picture, const QKeySequence &keys, void (PagesDialog::*run)()) {
        auto *made = new QPushButton(picture, label, this);
        made->setShortcut(keys);
        made->setToolTip(keys.toString(QKeySequence::NativeText));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, [this, run] { guarded(m_where, [&] { (this->*run)(); }); });
        bar->addWidget(made);
        return made;
    };
    button(tr("导出PDF"), icon("export"), Qt::CTRL | Qt::Key_E, &PagesDialog::exportPdf);
    setLook(button(tr("打印"), iconOnAccent("print"), QKeySequence::Print, &PagesDialog::print), "primary");
    auto *column = new QVBoxLayout(this);
    column->addWidget(preview, 1);
    column->addLayout(bar);
    resize(px(980), px(700));
    open();
    preview->view()->setFocus();
}

void PagesDialog::print()
{
    const auto printer = printerFor(*m_pages);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The printer lives as long as the dialog that uses it.
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
        [this, printer](QPrinter *asked) { guarded(m_where, [&] { paintPages(*asked, *m_pages); }); });
    dialog->open();
}

void PagesDialog::exportPdf()
{
    const auto write = [this](const QString &file) {
        runTask(
            m_where, tr("正在导出PDF"),
            [pages = m_pages, file](TaskControl &control) { durableWrite(file, document::writePdf(*pages, control)); },
            [where = m_where] { MessageArea::of(where).saved(tr("PDF 已导出")); });
        close();
    };
    askSaveFile(this, tr("导出PDF"), desk::fileName({m_pages->title}) + ".pdf", tr("PDF (*.pdf)"), write);
}

} // namespace mishutai::ui
