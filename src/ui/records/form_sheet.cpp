#include "ui/records/form_sheet.h"

#include "ui/common/form.h"
#include "ui/common/look/theme.h"
#include "ui/records/form_drafts.h"

#include <QVBoxLayout>

namespace mishutai::ui {

FormSheet::FormSheet(
    std::unique_ptr<Form> form, session::Session &session, const QString &key, std::optional<qint64> objectId, QWidget *owner)
    : Overlay(owner)
{
    barUndo();
    Form *shown = form.release();
    shown->setParent(this);
    m_drafts = new FormDrafts(shown, session, key, objectId);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(shown);
    setMinimumSize(px(440), px(360));
    connect(shown, &Form::saved, this, [this] { dismiss(); });
    connect(shown, &Form::left, this, [this] { dismiss(); });
    connect(this, &Overlay::dismissed, m_drafts, &FormDrafts::keep);
    popUpCentred();
    m_drafts->restore();
    shown->focusFirst();
}

FormSheet::~FormSheet()
{
    // The window may close over it.
    m_drafts->keep();
}

} // namespace mishutai::ui
