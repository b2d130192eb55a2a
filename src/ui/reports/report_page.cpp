#include "ui/reports/report_page.h"

#include "base/durable_file.h"
#include "db/change_bus.h"
#include "desk/board.h"
#include "document/docx/docx_writer.h"
#include "document/layout/layout.h"
#include "document/pdf/pdf_writer.h"
#include "document/text_writer.h"
#include "reports/figure_key.h"
#include "reports/report_service.h"
#include "ui/common/guarded.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/common/page_preview.h"
#include "ui/prints/pages_dialog.h"
#include "ui/records/exports/ask_file.h"
#include "ui/shell/task_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QListWidget>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace mishutai::ui {

namespace {

/// What a worker makes of the records: pages for the preview, text for a message.
struct Made {
    std::shared_ptr<const document::PagedDocument> pages;
    QString text;
    std::shared_ptr<const document::Document> document;
};

Made make(const desk::WorkerRequest &request, const QString &kind, int year, QDate date)
{
    desk::Worker worker(request, desk::Worker::Access::Read);
    auto document = std::make_shared<document::Document>(
        reports::ReportService(worker.session(), worker.metrics()).make(kind, Period::year(year), date));
    document::FontSet fonts;
    return {
        std::make_shared<document::PagedDocument>(document::layout(*document, fonts)), document::writeText(*document), document};
}

} // namespace

ReportPage::ReportPage(desk::Application &application, QWidget *parent) : Page(parent), m_application(application)
{
    build();
    connect(&application.bus(), &db::ChangeBus::changed, this, [this] {
        m_isDue = true;
        if (isVisible())
            refresh();
    });
}

QString ReportPage::helpText() const
{
    return tr("点一个数，看背后的记录；← → 逐个走，Enter 打开\nCtrl+E 导出PDF，Ctrl+Shift+E 导出Word，Ctrl+P "
              "打印\n记录改了，页面自己更新");
}

void ReportPage::build()
{
    m_outline = new QListWidget(this);
    m_outline->setFrameShape(QFrame::NoFrame);
    m_outline->setAccessibleName(tr("目录"));
    m_preview = new PagePreview(this);
    m_remark = new QLabel(this);
    setLook(m_remark, "small");
    m_remark->setWordWrap(true);
    auto *side = new QFrame(this);
    setLook(side, "card");
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->addWidget(m_outline, 1);
    sideColumn->addWidget(m_remark);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(side);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({px(250), px(900)});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(10), px(16), px(10));
    column->addWidget(makeHead());
    column->addWidget(splitter, 1);
    connect(m_preview, &PagePreview::figureClicked, this, &ReportPage::openFigure);
    connect(m_outline, &QListWidget::itemActivated, this,
        [this](QListWidgetItem *item) { m_preview->view()->goToPage(item->data(Qt::UserRole).toInt()); });
    connect(m_outline, &QListWidget::itemClicked, this,
        [this](QListWidgetItem *item) { m_preview->view()->goToPage(item->data(Qt::UserRole).toInt()); });
}

std::vector<PageKey> ReportPage::keys() const
{
    return {{Qt::CTRL | Qt::SHIFT | Qt::Key_C, tr("复制文字")}, {Qt::CTRL | Qt::Key_P, tr("打印")},
        {Qt::CTRL | Qt::SHIFT | Qt::Key_E, tr("导出Word")}, {Qt::CTRL | Qt::Key_E, tr("导出PDF")}};
}

QWidget *ReportPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto *heading = new QLabel(title(), head);
    setLook(heading, "title");
    m_kind = new QComboBox(head);
    guarded(this, [this] {
        for (const reports::ReportKind &kind : reports::ReportService(m_application.session(), m_application.metrics()).kinds())
            m_kind->addItem(kind.title, kind.name);
    });
    m_year = new QSpinBox(head);
    m_year->setRange(1900, 2199);
    m_year->setSuffix(tr("年"));
    m_year->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_year->setToolTip(tr("↑ ↓ 换年份"));
    m_year->setValue(desk::boardDay(m_application.metrics(), m_application.session().clock().today()).year());
    m_date = new QDateEdit(m_application.session().clock().today(), head);
    m_date->setDisplayFormat("yyyy-MM-dd");
    m_date->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_date->setKeyboardTracking(false);
    m_date->setToolTip(tr("成文日期"));
    m_date->setAccessibleName(tr("成文日期"));
    row->addWidget(heading);
    row->addWidget(m_kind);
    row->addWidget(m_year);
    row->addWidget(new QLabel(tr("成文日期"), head));
    row->addWidget(m_date);
    row->addStretch();
    const auto button = [&](const QString &label, const QString &name, const QKeySequence &keys, void (ReportPage::*run)()) {
        auto *made = new QPushButton(name == "export" ? iconOnAccent(name) : icon(name), label, head);
        made->setShortcut(keys);
        made->setToolTip(keys.toString(QKeySequence::NativeText));
        connect(made, &QPushButton::clicked, this, [this, run] { guarded(this, [&] { (this->*run)(); }); });
        row->addWidget(made);
        return made;
    };
    button(tr("复制文字"), "copy", Qt::CTRL | Qt::SHIFT | Qt::Key_C, &ReportPage::copyText);
    button(tr("打印"), "print", QKeySequence::Print, &ReportPage::print);
    button(tr("导出Word"), "file", Qt::CTRL | Qt::SHIFT | Qt::Key_E, &ReportPage::exportWord);
    setLook(button(tr("导出PDF"), "export", Qt::CTRL | Qt::Key_E, &ReportPage::exportPdf), "primary");
    connect(m_kind, &QComboBox::activated, this, [this] { layOut(); });
    connect(m_year, &QSpinBox::valueChanged, this, [this] { layOut(); });
    connect(m_date, &QDateEdit::dateChanged, this, [this] { layOut(); });
    return head;
}

void ReportPage::setYear(int year)
{
    m_year->setValue(year);
}

void ReportPage::focusFirst()
{
    m_preview->view()->setFocus();
}

void ReportPage::refresh()
{
    if (m_isDue)
        layOut();
}

void ReportPage::layOut()
{
    // A change while pages are being made is made up for when they are done.
    m_isDue = m_isBusy;
    if (m_isBusy)
        return;
    if (m_kind->count() == 0) {
        m_remark->setText(tr("暂无适合本类单位的报告模板"));
        return;
    }
    m_isBusy = true;
    const auto request = m_application.workerRequest();
    const QDate date = m_date->date();
    auto *task = runTask(
        this, tr("正在排版"),
        [request, kind = m_kind->currentData().toString(), year = m_year->value(), date](
            TaskControl &) { return make(request, kind, year, date); },
        [this](const Made &made) {
            m_pages = made.pages;
            m_text = made.text;
            m_document = made.document;
            m_preview->setDocument(m_pages);
            fillOutline();
        });
    connect(task, &QObject::destroyed, this, [this] {
        m_isBusy = false;
        refresh();
    });
}

void ReportPage::fillOutline()
{
    m_outline->clear();
    for (const document::OutlineEntry &entry : m_pages->outline) {
        auto *item = new QListWidgetItem(QString(entry.level - 1, QChar(u'　')) + entry.text, m_outline);
        item->setData(Qt::UserRole, entry.page + 1);
    }
    const QString substituted = m_pages->substitutedCharacters();
    const QString unposted = desk::unpostedNote(m_application.metrics(), Period::year(m_year->value()));
    m_remark->setText((unposted.isEmpty() ? QString() : unposted + '\n') + tr("共 %1 页").arg(m_pages->pages.size())
        + (substituted.isEmpty() ? QString() : tr("\n%1 个字用替代字体：%2").arg(m_pages->substituted.size()).arg(substituted)));
}

void ReportPage::openFigure(const QString &key)
{
    guarded(this, [&] {
        const auto source = reports::figureSource(key);
        if (!source)
            return;
        if (const auto *record = std::get_if<reports::RecordRef>(&*source)) {
            Q_EMIT revealAsked(record->objectType, record->objectId);
            return;
        }
        const auto &query = std::get<metrics::MetricQuery>(*source);
        QString type;
        std::vector<qint64> ids;
        for (const metrics::MetricRow &row : m_application.metrics().rows(query, 0)) {
            type = row.objectType;
            ids.push_back(row.objectId);
        }
        Q_EMIT rowsAsked(type, ids, m_application.metrics().metric(query.metric).label);
    });
}

void ReportPage::exportPdf()
{
    m_application.session().require(session::Operation::ReportExport);
    if (!m_pages)
        return;
    const auto write = [this](const QString &file) {
        runTask(
            this, tr("正在导出PDF"),
            [pages = m_pages, file](TaskControl &control) { durableWrite(file, document::writePdf(*pages, control)); },
            [this] { MessageArea::of(this).saved(tr("PDF 已导出")); });
    };
    askSaveFile(this, tr("导出PDF"), m_pages->title + ".pdf", tr("PDF (*.pdf)"), write);
}

void ReportPage::exportWord()
{
    m_application.session().require(session::Operation::ReportExport);
    if (!m_document)
        return;
    const auto write = [this](const QString &file) {
        runTask(
            this, tr("正在导出Word"),
            [document = m_document, file](TaskControl &control) { durableWrite(file, document::writeDocx(*document, control)); },
            [this] { MessageArea::of(this).saved(tr("Word 已导出")); });
    };
    askSaveFile(this, tr("导出Word"), m_pages->title + ".docx", tr("Word 文档 (*.docx)"), write);
}

void ReportPage::copyText()
{
    QApplication::clipboard()->setText(m_text);
    MessageArea::of(this).done(tr("全文已复制，可以粘贴到微信或 Word"));
}

void ReportPage::print()
{
    m_application.session().require(session::Operation::ReportExport);
    if (!m_pages)
        return;
    const auto printer = printerFor(*m_pages);
    auto *dialog = new QPrintPreviewDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The printer lives as long as the dialog that uses it.
    connect(
        dialog, &QPrintPreviewDialog::paintRequested, this, [this, printer](QPrinter *asked) { paintPages(*asked, *m_pages); });
    dialog->open();
}

} // namespace mishutai::ui
