#pragma once

#include "desk/application.h"
#include "office/words.h"
#include "ui/common/list_page.h"
#include "ui/records/bulk/bulk_edit.h"
#include "ui/records/history_leaf.h"

namespace mishutai::ui {

class EvidenceDesk;

/// A page of records of the data file: what ListPage has, with every column of the list in the detail pane, import of files and
/// pasted cells, and export.
class RecordPage : public ListPage
{
    Q_OBJECT

public:
    /// @param sheetKey kind of record for import and export; empty offers neither
    RecordPage(desk::Application &application, const db::ListDefinition &definition, const QString &iconName,
        const QString &sheetKey = {}, QWidget *parent = nullptr);

    QString iconName() const override { return m_iconName; }
    /// Asks for a file and imports it; also what the first run calls.
    void importFile();
    /// Checks a list and offers its import; also what the first run calls.
    void importFrom(const QString &file);
    void importRows(const QString &rows);
    /// 「待补 3 行」; null for who may not import.
    QPushButton *pendingButton() const { return m_pending; }
    EvidenceDesk &evidence() const { return *m_evidence; }

    /// 批量修改 of the selected records, where the page offers it.
    bool editSeveral(const std::vector<qint64> &ids) override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void showRecord(DetailPane &pane, qint64 id) override;
    QString labelOf(qint64 id) const override;
    std::function<void(const QString &)> takesRows() override;
    /// Sections below the columns.
    virtual void showMore(DetailPane &pane, qint64 id);
    /// The columns that name the record: title and the line below it.
    virtual QStringList headline() const { return {"name", "code"}; }
    desk::Application &application() const { return m_application; }
    /// The leaf 历史, after the others; for pages that show their records themselves.
    void addHistory(DetailPane &pane, qint64 id);
    /// Rows of tables whose history is that of the record, with what reading them needs: at first the row of the list's own
    /// table and its child rows.
    virtual std::vector<HistorySource> historyOf(qint64 id) const;
    /// What stands above the history. @return whether single fields may be taken back
    virtual bool beginHistory(DetailPane &leaf, qint64 id);
    /// Columns for the fields of the office's own, now and whenever such a field or a setting changes.
    /// @param extended the list with them
    void offerOwnFields(std::function<db::ListDefinition(session::Session &)> extended);
    /// F2 on several records, and an entry of their menu.
    void offerBulkEdit(BulkEdit edit);
    /// One button that puts a finished sentence on the clipboard.
    void offerCopyText(const QString &label, std::function<QString(qint64 id)> text);

private:
    void offerSheets();
    void offerPending();
    void showPending();
    void offerPaste();
    void paste();
    void addEvidence(DetailPane &pane, qint64 id);
    std::optional<qint64> recordAt(QPoint place) const;
    void exportFile();
    void printShown();
    void changeSeveral(const BulkColumn &column, const BulkPlan &plan, const QString &what);

    /// With the fields of the office's own.
    const db::ListDefinition &definition() const;

    desk::Application &m_application;
    QString m_iconName;
    QString m_sheetKey;
    EvidenceDesk *m_evidence;
    QPushButton *m_pending = nullptr;
    std::optional<BulkEdit> m_bulk;
};

} // namespace mishutai::ui
