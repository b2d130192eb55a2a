#pragma once

#include "office/sheets/sheet_import.h"
#include "tables/sheet.h"
#include "ui/common/overlay.h"

#include <QPointer>

#include <memory>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace mishutai::desk {
class Application;
}

namespace mishutai::ui {

class ColumnMatchBox;
class ImportPreview;
class ImportPreviewModel;
class ListPage;

/// 「127行：124可入库，3行待看」: what an import would do to every row and cell, before it does it. Columns are matched at the
/// left, the verdicts follow at once. Ctrl+Enter, or Enter on the button, takes the good rows; the others wait under 待补 or go
/// back as a sheet with their reasons.
class SheetImportSheet : public Overlay
{
    Q_OBJECT

public:
    static void importFile(ListPage &page, desk::Application &application, const QString &kind, const QString &file);
    static void importText(ListPage &page, desk::Application &application, const QString &kind, const QString &text);

    QPushButton *takeButton() const { return m_take; }
    QPushButton *rejectButton() const { return m_reject; }
    /// 疑似重复 rows wait instead of being added.
    QCheckBox *holdsAlikeBox() const { return m_holdsAlike; }
    /// The worksheets of the file, shown where there are several; another choice is looked at anew. Kept for this import only.
    QComboBox *worksheetBox() const { return m_worksheets; }
    ColumnMatchBox *columns() const { return m_columns; }
    ImportPreview *previewPane() const { return m_preview; }
    ImportPreviewModel *preview() const;

private:
    /// What is imported; outlives the sheet where a file is being chosen.
    struct Source {
        QString kind;
        std::shared_ptr<tables::Sheet> sheet;
        QString fileName;
        QString path{}; ///< of a file, so that another of its worksheets can be read
        QStringList worksheets{};
        bool isOtherWorksheet = false; ///< chosen by hand: the keyboard goes back to the choice
    };

    SheetImportSheet(ListPage &page, desk::Application &application, const Source &source, const office::ImportResult &verdict);
    static void read(ListPage &page, desk::Application &application, const Source &source, const QString &worksheet = {},
        const QPointer<SheetImportSheet> &inPlaceOf = {});
    static void look(ListPage &page, desk::Application &application, const Source &source);
    office::ImportRequest request(office::ImportMode mode) const;
    QWidget *makeBody();
    QHBoxLayout *makeWorksheets();
    void makeHoldsAlike();
    void makeKeys();
    QHBoxLayout *makeButtons();
    void show(const office::ImportResult &verdict);
    QString noteOf(const office::ImportResult &verdict) const;
    void lookAgain();
    void goToButton();
    void takeWorksheet(const QString &name);
    void writeRejected();
    void take();

    ListPage &m_page;
    desk::Application &m_application;
    const Source m_source;
    office::ImportResult m_verdict;
    QLabel *m_headline;
    QLabel *m_counts;
    QLabel *m_note;
    ColumnMatchBox *m_columns;
    ImportPreview *m_preview;
    QLabel *m_columnsHeading = nullptr;
    QPushButton *m_reject = nullptr;
    QPushButton *m_take = nullptr;
    QCheckBox *m_holdsAlike = nullptr;
    QComboBox *m_worksheets = nullptr;
    bool m_isWalkedThrough = false; ///< by Enter: the keyboard goes to the button as soon as it can be pressed
    int m_looks = 0; ///< so that a verdict that comes late is dropped
};

} // namespace mishutai::ui
