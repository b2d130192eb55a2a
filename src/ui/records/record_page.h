#pragma once

#include "desk/application.h"
#include "office/words.h"
#include "ui/common/list_page.h"

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
    EvidenceDesk &evidence() const { return *m_evidence; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void showRecord(DetailPane &pane, qint64 id) override;
    /// Sections below the columns.
    virtual void showMore(DetailPane &pane, qint64 id);
    /// The columns that name the record: title and the line below it.
    virtual QStringList headline() const { return {"name", "code"}; }
    desk::Application &application() const { return m_application; }
    /// One button that puts a finished sentence on the clipboard.
    void offerCopyText(const QString &label, std::function<QString(qint64 id)> text);

private:
    void offerSheets();
    void offerPaste();
    void paste();
    void addEvidence(DetailPane &pane, qint64 id);
    QString labelOf(qint64 id) const;
    std::optional<qint64> recordAt(QPoint place) const;
    void exportFile();
    void importPasted();

    desk::Application &m_application;
    const db::ListDefinition &m_definition;
    QString m_iconName;
    QString m_sheetKey;
    EvidenceDesk *m_evidence;
};

} // namespace mishutai::ui
