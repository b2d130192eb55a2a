#pragma once

#include "desk/list_export.h"
#include "ui/common/overlay.h"

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace mishutai::desk {
class Application;
}

namespace mishutai::ui {

class ListPage;

/// What to export: the list as it is shown, or all records in the columns of an import. Asks what for where phones and the like
/// are among it; the audit log keeps that.
class ExportSheet : public Overlay
{
    Q_OBJECT

public:
    /// @param kind of record for 「按导入格式」
    ExportSheet(ListPage &page, desk::Application &application, desk::ListExport list, const QString &kind);

    QLineEdit *purpose() const { return m_purpose; }
    QRadioButton *wholeButton() const { return m_whole; }
    QPushButton *takeButton() const { return m_take; }

private:
    void build(const QString &title);
    void showPurpose();
    void take();

    ListPage &m_page;
    desk::Application &m_application;
    desk::ListExport m_list;
    QString m_kind;
    bool m_isWholePersonal = false;
    QRadioButton *m_shown;
    QRadioButton *m_whole;
    QWidget *m_purposeBox;
    QLineEdit *m_purpose;
    QPushButton *m_take;
};

} // namespace mishutai::ui
