#include "ui/records/imports/sheet_import_sheet.h"

#include "db/change_bus.h"
#include "desk/application.h"
#include "desk/data_set.h"
#include "tables/table_reader.h"
#include "tables/table_writer.h"
#include "ui/common/list_page.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/records/exports/ask_file.h"
#include "ui/records/imports/column_match_box.h"
#include "ui/records/imports/import_preview.h"
#include "ui/shell/task_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

namespace {

/// Imports on a connection of its own: the window goes on meanwhile. What is only looked at is tried out on a copy, so that
/// nobody who saves has to wait for it.
office::ImportResult importInWorker(const desk::WorkerRequest &request, const QString &kind, const tables::Sheet &sheet,
    const office::ImportRequest &wanted, TaskControl &control)
{
    using Access = desk::Worker::Access;
    desk::Worker worker(request, wanted.mode == office::ImportMode::DryRun ? Access::Scratch : Access::Write);
    return office::importSheet(worker.session(), *desk::recordSheet(kind), sheet, wanted, control);
}

} // namespace

void SheetImportSheet::importFile(ListPage &page, desk::Application &application, const QString &kind, const QString &file)
{
    read(page, application, {kind, {}, QFileInfo(file).fileName(), file});
}

void SheetImportSheet::read(ListPage &page, desk::Application &application, const Source &source, const QString &worksheet,
    const QPointer<SheetImportSheet> &inPlaceOf)
{
    using Read = std::pair<std::shared_ptr<tables::Sheet>, QStringList>;
    runTask(
        &page, tr("正在读取%1").arg(source.fileName),
        [file = source.path, worksheet](TaskControl &control) {
            auto [sheet, names] = tables::TableReader().readWithNames(file, worksheet, control);
            return Read(std::make_shared<tables::Sheet>(std::move(sheet)), names);
        },
        [&page, &application, source, inPlaceOf](const Read &found) {
            if (inPlaceOf)
                inPlaceOf->dismiss();
            Source whole = source;
            whole.sheet = found.first;
            whole.worksheets = found.second;
            look(page, application, whole);
        });
}

void SheetImportSheet::importText(ListPage &page, desk::Application &application, const QString &kind, const QString &text)
{
    look(page, application, {kind, std::make_shared<tables::Sheet>(tables::TableReader().readPasted(text)), tr("粘贴的内容")});
}

void SheetImportSheet::look(ListPage &page, desk::Application &application, const Source &source)
{
    const office::ImportRequest wanted{.fileName = source.fileName,
        .mode = office::ImportMode::DryRun,
        .header = tables::HeaderMode::Lenient,
        .usesMemory = true,
        .holdsAlike = true};
    runTask(
        &page, tr("正在检查"),
        [request = application.workerRequest(), source, wanted](
            TaskControl &control) { return importInWorker(request, source.kind, *source.sheet, wanted, control); },
        [&page, &application, source](const office::ImportResult &verdict) {
            const auto show = [&page, &application, source, verdict] {
                (new SheetImportSheet(page, application, source, verdict))->popUpCentred();
            };
            // Whoever is typing in a form meanwhile keeps the keyboard: an Enter meant for the form must not import.
            if (page.openedForm())
                MessageArea::of(&page).offer(tr("「%1」检查完了").arg(source.fileName), tr("查看"), show);
            else
                show();
        });
}

SheetImportSheet::SheetImportSheet(
    ListPage &page, desk::Application &application, const Source &source, const office::ImportResult &verdict)
    : Overlay(&page), m_page(page), m_application(application), m_source(source), m_headline(new QLabel(this)),
      m_counts(new QLabel(this)), m_note(new QLabel(this)),
      m_columns(new ColumnMatchBox(desk::recordSheet(source.kind)->columnsIn(application.session()), this)),
      m_preview(new ImportPreview(source.sheet, this))
{
    barUndo();
    stayOpen();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(8));
    setLook(m_headline, "title");
    setLook(m_note, "muted");
    m_note->setWordWrap(true);
    column->addWidget(m_headline);
    column->addWidget(m_counts);
    column->addWidget(m_note);
    column->addLayout(makeWorksheets());
    column->addWidget(makeBody(), 1);
    column->addLayout(makeButtons());
    makeKeys();
    show(verdict);
    // Where not one row can be taken this is likely the wrong file, or a column is not matched yet: Enter must not store it.
    if (source.isOtherWorksheet)
        m_worksheets->setFocus();
    else if (m_take->isEnabled() && verdict.taken() > 0)
        m_take->setFocus();
    else
        m_columns->focusFirst();
}

QHBoxLayout *SheetImportSheet::makeWorksheets()
{
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("工作表(&W)"), this);
    m_worksheets = new QComboBox(this);
    m_worksheets->addItems(m_source.worksheets);
    m_worksheets->setCurrentText(m_source.sheet->name);
    label->setBuddy(m_worksheets);
    row->addWidget(label);
    row->addWidget(m_worksheets);
    row->addStretch();
    for (QWidget *widget : {static_cast<QWidget *>(label), static_cast<QWidget *>(m_worksheets)})
        widget->setVisible(m_source.worksheets.size() > 1);
    connect(m_worksheets, &QComboBox::textActivated, this, &SheetImportSheet::takeWorksheet);
    return row;
}

QWidget *SheetImportSheet::makeBody()
{
    auto *body = new QWidget(this);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(16));
    auto *left = new QVBoxLayout;
    m_columnsHeading = new QLabel(body);
    setLook(m_columnsHeading, "section");
    left->addWidget(m_columnsHeading);
    left->addWidget(m_columns, 1);
    m_columns->setFixedWidth(px(470));
    row->addLayout(left);
    row->addWidget(m_preview, 1);
    makeHoldsAlike();
    return body;
}

void SheetImportSheet::makeHoldsAlike()
{
    m_holdsAlike = new QCheckBox(tr("疑似重复的先放到待补(&H)"), this);
    m_holdsAlike->setToolTip(tr("去掉勾选，就把它们当作新的单位或人员一起导入"));
    m_holdsAlike->setChecked(true);
    connect(m_holdsAlike, &QCheckBox::toggled, this, &SheetImportSheet::lookAgain);
    m_preview->addToHead(m_holdsAlike);
}

/// Enter walks through the columns that wait for a match and ends on the button; Ctrl+Enter presses it from anywhere.
void SheetImportSheet::makeKeys()
{
    connect(m_columns, &ColumnMatchBox::changed, this, &SheetImportSheet::lookAgain);
    connect(m_columns, &ColumnMatchBox::walkedThrough, this, &SheetImportSheet::goToButton);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *take = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        take->setContext(Qt::WidgetWithChildrenShortcut);
        connect(take, &QShortcut::activated, this, [this] {
            // What was typed last counts; it is looked at first, and nothing is stored unseen.
            m_columns->finishTyping();
            m_take->click();
        });
    }
}

void SheetImportSheet::goToButton()
{
    m_isWalkedThrough = !m_take->isEnabled();
    m_take->setFocus();
}

ImportPreviewModel *SheetImportSheet::preview() const
{
    return m_preview->model();
}

QHBoxLayout *SheetImportSheet::makeButtons()
{
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("取消"), this);
    m_reject = new QPushButton(tr("退回有误的行…"), this);
    m_reject->setToolTip(tr("另存为一张表，加一列原因，有误的格标红；改好后可再导入"));
    m_take = new QPushButton(this);
    setLook(m_take, "primary");
    for (QPushButton *button : {cancel, m_reject, m_take})
        button->setAutoDefault(true);
    buttons->addWidget(m_reject);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_take);
    connect(cancel, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_reject, &QPushButton::clicked, this, &SheetImportSheet::writeRejected);
    connect(m_take, &QPushButton::clicked, this, &SheetImportSheet::take);
    return buttons;
}

void SheetImportSheet::show(const office::ImportResult &verdict)
{
    m_verdict = verdict;
    m_columns->show(*m_source.sheet, verdict.match);
    m_preview->show(verdict);
    m_columnsHeading->setText(tr("表里的列 → 导入为（%1）").arg(m_columns->summary()));
    const auto faulty = static_cast<int>(verdict.faulty.size());
    const auto doubles = static_cast<int>(std::ranges::count_if(verdict.faulty, &office::RowVerdict::isDuplicate));
    const auto alike = static_cast<int>(std::ranges::count_if(verdict.faulty, &office::RowVerdict::isAlike));
    const bool isReady = verdict.match.missing.isEmpty();
    m_headline->setText(isReady ? tr("%1 行：%2 可入库，%3 行待看").arg(verdict.taken() + faulty).arg(verdict.taken()).arg(faulty)
                                : tr("还缺必填的列：%1").arg(verdict.match.missing.join(QStringLiteral("、"))));
    const int warned = m_preview->model()->count(ImportPreviewModel::Filter::Warned);
    m_counts->setText(isReady ? tr("新增 %1　有变化 %2　相同 %3　重复 %4　疑似重复 %5　有误 %6　有提醒 %7")
                                    .arg(verdict.added)
                                    .arg(verdict.changed)
                                    .arg(verdict.same)
                                    .arg(doubles)
                                    .arg(alike)
                                    .arg(faulty - doubles - alike)
                                    .arg(warned)
                              : tr("请在左边选哪一列是它"));
    m_note->setText(noteOf(verdict));
    m_note->setVisible(!m_note->text().isEmpty());
    m_reject->setVisible(faulty > 0);
    // Stays in sight once it was unticked, so that it can be ticked again.
    m_holdsAlike->setVisible(alike > 0 || !m_holdsAlike->isChecked());
    const int toWrite = verdict.added + verdict.changed;
    m_take->setText(
        faulty == 0 ? tr("导入 %1 行").arg(verdict.taken()) : tr("导入 %1 行，%2 行待补").arg(verdict.taken()).arg(faulty));
    m_take->setEnabled(isReady && toWrite + faulty > 0);
    if (m_isWalkedThrough && m_take->isEnabled())
        goToButton();
}

/// What was passed over, so that nothing is left out without a word.
QString SheetImportSheet::noteOf(const office::ImportResult &verdict) const
{
    QStringList notes = verdict.remarks;
    QHash<QString, int> skipped;
    for (const tables::SkippedRow &row : verdict.match.skipped)
        ++skipped[row.reason];
    for (auto reason = skipped.cbegin(); reason != skipped.cend(); ++reason)
        notes << tr("跳过%1 %2 行").arg(reason.key()).arg(reason.value());
    QStringList unknown;
    for (const tables::UnknownColumn &column : verdict.match.unknown)
        unknown << (column.title.isEmpty() ? tr("第%1列").arg(column.column + 1) : column.title);
    // All of them stand at the left.
    constexpr qsizetype kMostTitles = 8;
    const QString more = unknown.size() > kMostTitles ? tr("等%1列").arg(unknown.size()) : QString();
    if (!unknown.isEmpty())
        notes << tr("不导入的列：%1").arg(unknown.mid(0, kMostTitles).join(QStringLiteral("、"))) + more;
    for (const tables::SheetWarning &warning : verdict.match.warnings)
        notes << warning.message;
    for (const tables::SheetWarning &warning : m_source.sheet->warnings) {
        if (!warning.isFault())
            notes << (warning.row > 0 ? tr("第%1行：%2").arg(warning.row).arg(warning.message) : warning.message);
    }
    constexpr qsizetype kMostNotes = 4;
    if (notes.size() > kMostNotes)
        notes = notes.mid(0, kMostNotes) << tr("等%1处").arg(notes.size());
    return notes.join(QStringLiteral("；"));
}

office::ImportRequest SheetImportSheet::request(office::ImportMode mode) const
{
    return {.fileName = m_source.fileName,
        .mode = mode,
        .header = tables::HeaderMode::Lenient,
        .usesMemory = true,
        .chosen = m_columns->chosen(),
        .holdsAlike = m_holdsAlike->isChecked(),
        .keepsFaulty = true};
}

void SheetImportSheet::lookAgain()
{
    m_take->setEnabled(false);
    runTask(
        &m_page, tr("正在检查"),
        [request = m_application.workerRequest(), source = m_source, wanted = this->request(office::ImportMode::DryRun)](
            TaskControl &control) { return importInWorker(request, source.kind, *source.sheet, wanted, control); },
        [sheet = QPointer(this), look = ++m_looks](const office::ImportResult &verdict) {
            if (sheet && sheet->m_looks == look)
                sheet->show(verdict);
        });
}

/// Another worksheet has columns of its own: the sheet is made anew, with nothing matched by hand so far.
void SheetImportSheet::takeWorksheet(const QString &name)
{
    if (name == m_source.sheet->name)
        return;
    // One that cannot be read leaves this sheet as it is.
    m_worksheets->setCurrentText(m_source.sheet->name);
    Source source = m_source;
    source.isOtherWorksheet = true;
    read(m_page, m_application, source, name, this);
}

void SheetImportSheet::writeRejected()
{
    const auto table
        = std::make_shared<tables::Table>(office::rejectedRows(*m_source.sheet, m_verdict, *desk::recordSheet(m_source.kind)));
    const auto write = [page = &m_page, table](const QString &file) {
        runTask(
            page, tr("正在写出"), [table, file](TaskControl &control) { tables::TableWriter::writeFile(file, *table, control); },
            [page, count = table->rows.size()] { MessageArea::of(page).saved(tr("已写出 %1 行和原因").arg(count)); });
    };
    const QString proposed = QFileInfo(m_source.fileName).completeBaseName() + tr("-待补.xlsx");
    askSaveFile(&m_page, tr("退回有误的行"), proposed, tr("Excel 工作簿 (*.xlsx)"), write);
}

void SheetImportSheet::take()
{
    ListPage &page = m_page;
    desk::Application &application = m_application;
    runTask(
        &page, tr("正在导入"),
        [request = application.workerRequest(), source = m_source, wanted = this->request(office::ImportMode::GoodRows)](
            TaskControl &control) { return importInWorker(request, source.kind, *source.sheet, wanted, control); },
        [&page, &application](const office::ImportResult &result) {
            application.publishAll();
            application.bus().publish({QStringLiteral("import_pending")});
            page.refresh();
            // Hiding the sheet, or a list that was empty a moment ago, may have left the keyboard nowhere.
            if (page.isVisible() && !page.isAncestorOf(QApplication::focusWidget()))
                page.focusFirst();
            QString told
                = tr("已导入：新增 %1，修改 %2，待补 %3").arg(result.added).arg(result.changed).arg(result.faulty.size());
            if (result.warned() > 0)
                told += tr("，有提醒 %1").arg(result.warned());
            for (const QString &remark : result.remarks)
                told += u'\n' + remark;
            MessageArea::of(&page).done(told, page.undoOfLastChange());
        });
    dismiss();
}

} // namespace mishutai::ui
