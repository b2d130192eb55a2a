#pragma once

#include "desk/export_layouts.h"
#include "desk/list_export.h"
#include "ui/common/overlay.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace mishutai::desk {
class Application;
}

namespace mishutai::ui {

class ExportColumns;
class ListPage;

/// What to export: the list as it is shown or in a saved layout, or all records in the columns of an import. Asks what for where
/// phones and the like are among it; the audit log keeps that. While the key for shared screens hides them, they leave masked
/// unless the user says otherwise.
class ExportSheet : public Overlay
{
    Q_OBJECT

public:
    /// @param kind of record for 「按导入格式」
    ExportSheet(ListPage &page, desk::Application &application, desk::ListExport list, const QString &kind);

    QLineEdit *purpose() const { return m_purpose; }
    QCheckBox *masking() const { return m_masking; }
    QRadioButton *wholeButton() const { return m_whole; }
    QPushButton *takeButton() const { return m_take; }
    QComboBox *layouts() const { return m_layouts; }
    QPushButton *editButton() const { return m_edit; }
    ExportColumns *columns() const { return m_columns; }
    QLineEdit *layoutName() const { return m_name; }
    QPushButton *keepButton() const { return m_keep; }
    QPushButton *dropButton() const { return m_drop; }
    QComboBox *ending() const { return m_ending; }

    /// What would be written now.
    desk::ListExport list() const;

private:
    void build(const QString &title);
    QWidget *makeLayoutBox();
    QWidget *makePurposeBox();
    void fillLayouts(const QString &chosen);
    void takeLayout();
    void showColumns();
    void keepLayout();
    void dropLayout();
    void showState();
    void centre();
    void take();

    ListPage &m_page;
    desk::Application &m_application;
    desk::ListExport m_list;
    QString m_kind;
    bool m_isWholePersonal = false;
    desk::ExportLayouts m_stored;
    QRadioButton *m_shown;
    QComboBox *m_layouts;
    QPushButton *m_edit;
    ExportColumns *m_columns;
    QLineEdit *m_name;
    QPushButton *m_keep;
    QPushButton *m_drop;
    QRadioButton *m_whole;
    QWidget *m_layoutBox;
    QCheckBox *m_masking;
    QWidget *m_purposeBox;
    QLineEdit *m_purpose;
    QComboBox *m_ending;
    QPushButton *m_take;
};

} // namespace mishutai::ui
