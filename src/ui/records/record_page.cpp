#include "ui/records/record_page.h"

#include "db/change_bus.h"
#include "db/lists/list_query.h"
#include "desk/data_set.h"
#include "desk/list_export.h"
#include "office/sheets/pending_rows.h"
#include "session/session.h"
#include "ui/common/detail_pane.h"
#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/common/message_bar.h"
#include "ui/evidence/evidence_desk.h"
#include "ui/evidence/evidence_tab.h"
#include "ui/prints/list_printing.h"
#include "ui/records/bulk/bulk_edit_sheet.h"
#include "ui/records/exports/ask_file.h"
#include "ui/records/exports/export_sheet.h"
#include "ui/records/history_tables.h"
#include "ui/records/imports/pending_sheet.h"
#include "ui/records/imports/sheet_import_sheet.h"
#include "ui/shell/task_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QUrl>

#include <algorithm>
#include <iterator>

namespace mishutai::ui {

RecordPage::RecordPage(desk::Application &application, const db::ListDefinition &definition, const QString &iconName,
    const QString &sheetKey, QWidget *parent)
    : ListPage(application.session(), definition, parent), m_application(application), m_iconName(iconName), m_sheetKey(sheetKey),
      m_evidence(new EvidenceDesk(*this, application, definition.key, [this](qint64 id) { return labelOf(id); }))
{
    setAcceptDrops(m_evidence->mayAttach());
    connect(m_evidence, &EvidenceDesk::changed, this, [this] { showCurrent(); });
    connect(m_evidence, &EvidenceDesk::openAsked, this,
        [](const QString &copy) { QDesktopServices::openUrl(QUrl::fromLocalFile(copy)); });
    // Buttons stand in the order in which pages offer them; a derived page offers its form first.
    QMetaObject::invokeMethod(
        this,
        [this] {
            offerSheets();
            offerPaste();
        },
        Qt::QueuedConnection);
}

void RecordPage::offerSheets()
{
    auto *print = addToolButton(tr("打印"), "print", [this] { printShown(); });
    print->setToolTip(tr("按当前列表打印，Ctrl+P"));
    auto *keys = new QShortcut(QKeySequence::Print, this);
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, [this] { guarded(this, [this] { printShown(); }); });
    if (m_sheetKey.isEmpty())
        return;
    const auto kind = desk::recordSheet(m_sheetKey);
    if (!m_application.isReadOnly()) {
        if (session().may(kind->importOperation()))
            offerPending();
        offerImport(kind->importOperation(), [this] { importFile(); });
    }
    if (const auto toRead = session::operationByKey(definition().operation))
        offerExport(*toRead, [this] { exportFile(); });
}

void RecordPage::offerPaste()
{
    if (m_application.isReadOnly() || (m_sheetKey.isEmpty() && !m_evidence->mayAttach()))
        return;
    // Anywhere on the page but in fields that take the text themselves; an empty page has no list to stand in.
    auto *keys = new QShortcut(QKeySequence::Paste, this);
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, [this] { guarded(this, [this] { paste(); }); });
    search()->installEventFilter(this);
}

void RecordPage::paste()
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    if (!m_evidence->mayAttach() || !EvidenceDesk::holdsEvidence(data)) {
        if (!m_sheetKey.isEmpty())
            importRows(QApplication::clipboard()->text());
        return;
    }
    if (const auto id = panel()->view()->currentId())
        m_evidence->attachFrom(data, *id);
    else
        MessageArea::of(this).done(tr("先在列表里选一条，再粘贴佐证"));
}

void RecordPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (EvidenceDesk::holdsEvidence(event->mimeData()))
        event->acceptProposedAction();
}

void RecordPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const auto id = recordAt(event->position().toPoint());
    if (id)
        m_evidence->attachFrom(event->mimeData(), *id);
    else
        MessageArea::of(this).done(tr("先在列表里选一条，或把文件拖到那一行上"));
}

/// The row under the pointer; elsewhere on the page the current one.
std::optional<qint64> RecordPage::recordAt(QPoint place) const
{
    const ListView *view = panel()->view();
    const QPoint inList = view->viewport()->mapFrom(this, place);
    if (view->viewport()->rect().contains(inList)) {
        if (const QVariant id = view->indexAt(inList).data(ListModel::IdRole); id.isValid())
            return id.toLongLong();
    }
    return view->currentId();
}

QString RecordPage::labelOf(qint64 id) const
{
    const auto rows = db::ListQuery(session().database(), definition()).rows({id});
    for (size_t i = 0; i < definition().columns.size() && !rows.empty(); ++i) {
        if (definition().columns[i].key == headline().value(0))
            return cellText(definition().columns[i], rows[0].cells[i]);
    }
    return title();
}

void RecordPage::addEvidence(DetailPane &pane, qint64 id)
{
    if (!m_evidence->isOffered())
        return;
    const int count = m_evidence->countOf(id);
    pane.addTab(count == 0 ? tr("佐证") : tr("佐证（%1）").arg(count),
        [this, id](DetailPane &leaf) { leaf.addWidget(new EvidenceTab(*m_evidence, id)); });
}

bool RecordPage::eventFilter(QObject *object, QEvent *event)
{
    // Rows and pictures on the clipboard are no search text: the search field leaves them to the page.
    if (object == search() && event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QMimeData *data = QApplication::clipboard()->mimeData();
        const QString text = data->text().trimmed();
        if (text.contains('\t') || text.contains('\n') || (EvidenceDesk::holdsEvidence(data) && m_evidence->mayAttach())) {
            event->ignore();
            return true;
        }
    }
    return ListPage::eventFilter(object, event);
}

void RecordPage::importFile()
{
    askOpenFile(this, tr("导入%1").arg(title()), tr("表格 (*.xlsx *.xls *.et *.ods *.csv *.txt);;所有文件 (*)"),
        [this](const QString &file) { importFrom(file); });
}

void RecordPage::importFrom(const QString &file)
{
    SheetImportSheet::importFile(*this, m_application, m_sheetKey, file);
}

void RecordPage::importRows(const QString &rows)
{
    SheetImportSheet::importText(*this, m_application, m_sheetKey, rows);
}

std::function<void(const QString &)> RecordPage::takesRows()
{
    const auto kind = m_sheetKey.isEmpty() ? nullptr : desk::recordSheet(m_sheetKey);
    if (!kind || m_application.isReadOnly() || !session().may(kind->importOperation()))
        return {};
    return [this](const QString &rows) { importRows(rows); };
}

void RecordPage::printShown()
{
    printList(this, m_application.workerRequest(), shownList(*panel(), title()));
}

void RecordPage::exportFile()
{
    const ListModel &model = *panel()->model();
    if (!model.isComplete()) {
        MessageArea::of(this).done(tr("列表还在读取，请稍候再导出"));
        return;
    }
    desk::ListExport list{definition(), {}, model.ids(), {}};
    list.groups = model.groups();
    for (const int column : panel()->view()->shownColumns())
        list.columns << definition().columns[static_cast<size_t>(column)].key;
    (new ExportSheet(*this, m_application, list, m_sheetKey))->popUpCentred();
}

void RecordPage::offerPending()
{
    m_pending = addToolButton({}, "warning", [this] { (new PendingSheet(*this, m_application, m_sheetKey))->popUpCentred(); });
    m_pending->setToolTip(tr("导入时没能入库的行，可在这里改好或丢弃"));
    connect(&m_application.bus(), &db::ChangeBus::changed, this, [this](const QSet<QString> &tables) {
        if (tables.contains(QStringLiteral("import_pending")))
            showPending();
    });
    showPending();
}

void RecordPage::showPending()
{
    guarded(this, [this] {
        const auto kind = desk::recordSheet(m_sheetKey);
        const int count = office::PendingRows(session(), *kind).count();
        m_pending->setText(tr("待补 %1 行").arg(count));
        m_pending->setVisible(count > 0);
    });
}

void RecordPage::showRecord(DetailPane &pane, qint64 id)
{
    const auto rows = db::ListQuery(session().database(), definition()).rows({id});
    if (rows.empty())
        return;
    QStringList heading;
    for (const QString &key : headline()) {
        for (size_t i = 0; i < definition().columns.size(); ++i) {
            if (definition().columns[i].key == key)
                heading.append(cellText(definition().columns[i], rows[0].cells[i]));
        }
    }
    pane.setTitle(heading.value(0), heading.mid(1).join("　"));
    QString group;
    for (size_t i = 0; i < definition().columns.size(); ++i) {
        const db::ListColumn &column = definition().columns[i];
        QString text = cellText(column, rows[0].cells[i]);
        if (text.isEmpty() || headline().contains(column.key))
            continue;
        if (column.group != group && !column.group.isEmpty())
            pane.addSection(column.group);
        group = column.group;
        if (column.isPersonal && (isPersonalHidden() || !session().may(session::Operation::PersonalRead)))
            text = masked(text);
        if (column.isPersonal || column.type == db::ColumnType::Code)
            pane.addCopyRow(column.title, text);
        else
            pane.addRow(column.title, text);
    }
    showMore(pane, id);
    addEvidence(pane, id);
    addHistory(pane, id);
}

void RecordPage::addHistory(DetailPane &pane, qint64 id)
{
    pane.addTab(tr("历史"), [this, id](DetailPane &leaf) {
        const bool mayRevert = beginHistory(leaf, id);
        const auto reverted = [this] {
            refresh();
            MessageArea::of(this).done(tr("已恢复此项"), undoOfLastChange());
        };
        fillHistory(leaf, m_application, historyOf(id), mayRevert ? reverted : std::function<void()>());
    });
}

void RecordPage::showMore(DetailPane &, qint64) { }

std::vector<HistorySource> RecordPage::historyOf(qint64 id) const
{
    const auto toRead = session::operationByKey(definition().operation);
    return toRead ? sourcesOf(m_application, tableOfList(definition().key), id, *toRead) : std::vector<HistorySource>();
}

bool RecordPage::beginHistory(DetailPane &, qint64)
{
    return true;
}

const db::ListDefinition &RecordPage::definition() const
{
    return panel()->model()->definition();
}

void RecordPage::offerOwnFields(std::function<db::ListDefinition(session::Session &)> extended)
{
    const auto read = [this, extended = std::move(extended)] {
        guarded(this, [&] { panel()->model()->setDefinition(extended(session())); });
    };
    read();
    connect(&m_application.bus(), &db::ChangeBus::changed, this, [read](const QSet<QString> &tables) {
        // The word for the office's head is a setting, and an import may bring it.
        if (tables.contains(QStringLiteral("custom_fields")) || tables.contains(QStringLiteral("settings")))
            read();
    });
}

void RecordPage::offerBulkEdit(BulkEdit edit)
{
    if (m_application.isReadOnly())
        return;
    addRecordAction({tr("批量修改…（多选后 F2）"), "edit", {}, edit.operation, true,
        [this](const std::vector<qint64> &ids) { editSeveral(ids); }});
    m_bulk = std::move(edit);
}

bool RecordPage::editSeveral(const std::vector<qint64> &ids)
{
    if (!m_bulk || ids.empty() || !session().may(m_bulk->operation))
        return false;
    std::vector<BulkColumn> columns = m_bulk->columns;
    if (m_bulk->further)
        std::ranges::move(m_bulk->further(), std::back_inserter(columns));
    new BulkEditSheet(
        session().database(), m_application.workerRequest(), definition(), columns, ids,
        [this](const BulkColumn &column, const BulkPlan &plan, const QString &what) { changeSeveral(column, plan, what); }, this);
    return true;
}

void RecordPage::changeSeveral(const BulkColumn &column, const BulkPlan &plan, const QString &what)
{
    const auto told = [this, what, count = plan.steps.size()] {
        MessageArea::of(this).done(tr("已修改 %1 条：%2").arg(count).arg(what), undoOfLastChange());
    };
    constexpr size_t kAtOnce = 300; // some tenths of a second
    if (plan.steps.size() <= kAtOnce) {
        runBulk(session(), m_bulk->operation, column, plan, TaskControl::silent());
        told();
        return;
    }
    runTask(
        this, tr("正在修改"),
        [request = m_application.workerRequest(), operation = m_bulk->operation, column, plan](TaskControl &control) {
            desk::Worker worker(request, desk::Worker::Access::Write);
            runBulk(worker.session(), operation, column, plan, control);
        },
        [this, told] {
            m_application.publishAll();
            told();
        });
}

void RecordPage::offerCopyText(const QString &label, std::function<QString(qint64)> text)
{
    addRecordAction({label, "copy", {}, session::Operation::OfficeRead, false,
        [this, text = std::move(text)](const std::vector<qint64> &ids) {
            QApplication::clipboard()->setText(text(ids.front()));
            MessageArea::of(this).done(tr("已复制"));
        }});
}

} // namespace mishutai::ui
