#include "ui/records/form_sheet.h"

#include "ui/common/form.h"
#include "ui/common/theme.h"

#include <QVBoxLayout>

namespace mishutai::ui {

FormSheet::FormSheet(std::unique_ptr<Form> form, QWidget *owner) : Overlay(owner)
{
    Form *shown = form.release();
    shown->setParent(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(shown);
    setMinimumSize(px(440), px(360));
    connect(shown, &Form::saved, this, [this] { dismiss(); });
    connect(shown, &Form::left, this, [this] { dismiss(); });
    popUpCentred();
    shown->focusFirst();
}

} // namespace mishutai::ui
