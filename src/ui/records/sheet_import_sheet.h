#pragma once

#include "office/sheets/sheet_import.h"
#include "tables/sheet.h"
#include "ui/common/overlay.h"

class QPushButton;

namespace mishutai::desk {
class Application;
}

namespace mishutai::ui {

class ListPage;

/// 「127行：124可入库，3行待看」: what an import would do, before it does it. Enter takes the good rows, the others are listed
/// with row, column and reason and can be copied for mending.
class SheetImportSheet : public Overlay
{
    Q_OBJECT

public:
    static void importFile(ListPage &page, desk::Application &application, const QString &kind, const QString &file);
    static void importText(ListPage &page, desk::Application &application, const QString &kind, const QString &text);

    QPushButton *takeButton() const { return m_take; }

private:
    SheetImportSheet(ListPage &page, desk::Application &application, const QString &kind, std::shared_ptr<tables::Sheet> sheet,
        const QString &fileName, const office::ImportResult &verdict);
    static void look(ListPage &page, desk::Application &application, const QString &kind, std::shared_ptr<tables::Sheet> sheet,
        const QString &fileName);
    QWidget *makeFaults(const office::ImportResult &verdict);
    void take();

    ListPage &m_page;
    desk::Application &m_application;
    QString m_kind;
    std::shared_ptr<tables::Sheet> m_sheet;
    QString m_fileName;
    QPushButton *m_take = nullptr;
};

} // namespace mishutai::ui
