#pragma once

#include "desk/application.h"
#include "ui/shell/page.h"

namespace mishutai::ui {

class Form;
class FormDrafts;

/// 单位资料: who keeps this file, to whom its summary is addressed and who signs it.
class OfficePage : public Page
{
    Q_OBJECT

public:
    explicit OfficePage(desk::Application &application, QWidget *parent = nullptr);
    ~OfficePage() override;

    QString title() const override { return tr("单位资料"); }
    QString iconName() const override { return "settings"; }
    QString helpText() const override;
    void refresh() override;
    void focusFirst() override;

private:
    void addFields();
    void fill();
    void store();
    void storeSettings();

    desk::Application &m_application;
    Form *m_form;
    FormDrafts *m_drafts;
    int m_revision = 0; ///< 0: there is no profile yet
};

} // namespace mishutai::ui
