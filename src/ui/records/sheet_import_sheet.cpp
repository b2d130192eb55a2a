#include "ui/records/sheet_import_sheet.h"

#include "db/backup.h"
#include "desk/application.h"
#include "desk/data_set.h"
#include "tables/table_reader.h"
#include "ui/common/list_page.h"
#include "ui/common/message_bar.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/shell/task_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace mishutai::ui {

namespace {

/// Imports on a connection of its own: the window goes on meanwhile.
office::ImportResult importInWorker(const desk::WorkerRequest &request, const QString &kind, const tables::Sheet &sheet,
    const QString &fileName, office::ImportMode mode, TaskControl &control)
{
    desk::Worker worker(request, desk::Worker::Access::Write);
    return office::importSheet(worker.session(), *desk::recordSheet(kind), sheet, fileName, mode, control);
}

QString reasonOf(const office::RowVerdict &verdict)
{
    QStringList reasons;
    for (const FieldError &fault : verdict.faults)
        reasons.append(fault.message);
    return reasons.isEmpty() ? verdict.problem : reasons.join(QStringLiteral("；"));
}

} // namespace

void SheetImportSheet::importFile(ListPage &page, desk::Application &application, const QString &kind, const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    runTask(
        &page, tr("正在读取%1").arg(name),
        [file](
            TaskControl &control) { return std::make_shared<tables::Sheet>(tables::TableReader().readFile(file, {}, control)); },
        [&page, &application, kind, name](
            const std::shared_ptr<tables::Sheet> &sheet) { look(page, application, kind, sheet, name); });
}

void SheetImportSheet::importText(ListPage &page, desk::Application &application, const QString &kind, const QString &text)
{
    look(page, application, kind, std::make_shared<tables::Sheet>(tables::TableReader().readPasted(text)), tr("粘贴的内容"));
}

void SheetImportSheet::look(ListPage &page, desk::Application &application, const QString &kind,
    std::shared_ptr<tables::Sheet> sheet, const QString &fileName)
{
    const desk::WorkerRequest request = application.workerRequest();
    runTask(
        &page, tr("正在检查"),
        [request, kind, sheet, fileName](TaskControl &control) {
            return importInWorker(request, kind, *sheet, fileName, office::ImportMode::DryRun, control);
        },
        [&page, &application, kind, sheet, fileName](const office::ImportResult &verdict) {
            (new SheetImportSheet(page, application, kind, sheet, fileName, verdict))->popUpCentred();
        });
}

SheetImportSheet::SheetImportSheet(ListPage &page, desk::Application &application, const QString &kind,
    std::shared_ptr<tables::Sheet> sheet, const QString &fileName, const office::ImportResult &verdict)
    : Overlay(&page), m_page(page), m_application(application), m_kind(kind), m_sheet(std::move(sheet)), m_fileName(fileName)
{
    const int good = verdict.added + verdict.changed + verdict.same;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    auto *headline = new QLabel(tr("%1 行：%2 可入库，%3 行待看")
                                    .arg(good + static_cast<int>(verdict.faulty.size()))
                                    .arg(good)
                                    .arg(verdict.faulty.size()),
        this);
    setLook(headline, "title");
    column->addWidget(headline);
    column->addWidget(
        new QLabel(tr("新增 %1，修改 %2，相同 %3").arg(verdict.added).arg(verdict.changed).arg(verdict.same), this));
    if (!verdict.faulty.empty())
        column->addWidget(makeFaults(verdict));
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("取消"), this);
    m_take = new QPushButton(tr("导入 %1 行").arg(good), this);
    setLook(m_take, "primary");
    m_take->setEnabled(verdict.added + verdict.changed > 0);
    m_take->setAutoDefault(true);
    m_take->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_take);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_take, &QPushButton::clicked, this, &SheetImportSheet::take);
    (m_take->isEnabled() ? m_take : cancel)->setFocus();
}

QWidget *SheetImportSheet::makeFaults(const office::ImportResult &verdict)
{
    auto *table = new QTableWidget(static_cast<int>(verdict.faulty.size()), 2, this);
    table->setHorizontalHeaderLabels({tr("行"), tr("待看的原因")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setColumnWidth(0, px(56));
    table->setShowGrid(false);
    table->setWordWrap(true);
    table->setMinimumSize(px(620), px(180));
    for (int row = 0; row < table->rowCount(); ++row) {
        const office::RowVerdict &each = verdict.faulty[static_cast<size_t>(row)];
        table->setItem(row, 0, new QTableWidgetItem(QString::number(each.row)));
        table->setItem(row, 1, new QTableWidgetItem(reasonOf(each)));
        table->item(row, 1)->setToolTip(reasonOf(each));
    }
    return table;
}

void SheetImportSheet::take()
{
    const desk::WorkerRequest request = m_application.workerRequest();
    ListPage &page = m_page;
    desk::Application &application = m_application;
    runTask(
        &page, tr("正在导入"),
        [request, kind = m_kind, sheet = m_sheet, name = m_fileName](
            TaskControl &control) { return importInWorker(request, kind, *sheet, name, office::ImportMode::GoodRows, control); },
        [&page, &application](const office::ImportResult &result) {
            application.publishAll();
            page.refresh();
            MessageArea::of(&page).done(
                tr("已导入：新增 %1，修改 %2，待看 %3").arg(result.added).arg(result.changed).arg(result.faulty.size()),
                page.undoOfLastChange());
            page.focusFirst();
        });
    dismiss();
}

} // namespace mishutai::ui
