#include "ui/common/fields/suggest_field.h"

#include "ui/common/composition.h"
#include "ui/common/guarded.h"
#include "ui/common/look/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace mishutai::ui {

SuggestField::SuggestField(QWidget *parent) : LineField(parent), m_popup(new SuggestPopup(edit()))
{
    QAction *open = edit()->addAction(icon("chevron-down"), QLineEdit::TrailingPosition);
    open->setToolTip(tr("全部可选项（↓）"));
    connect(open, &QAction::triggered, this, [this] {
        edit()->setFocus();
        offer({});
    });
    connect(edit(), &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (isComposing(edit()))
            return;
        // Who empties a field means nothing, not the first of all that could stand there.
        if (typed.trimmed().isEmpty())
            m_popup->close();
        else
            offer(typed);
    });
    connect(m_popup, &SuggestPopup::chosen, this, [this] {
        takeCurrent();
        edit()->setFocus();
    });
}

void SuggestField::offer(const QString &typed)
{
    guarded(this, [&] { m_popup->offer(suggestions(typed)); });
}

void SuggestField::takeCurrent()
{
    if (const auto suggestion = m_popup->current()) {
        m_popup->close();
        guarded(this, [&] { take(*suggestion); });
        noteEdit();
    }
}

bool SuggestField::finish()
{
    takeCurrent();
    m_popup->close();
    return LineField::finish();
}

bool SuggestField::dropOpen()
{
    const bool wasOpen = m_popup->isOpen();
    m_popup->close();
    return wasOpen;
}

bool SuggestField::keyPressed(QKeyEvent *event)
{
    if (m_popup->keyPressed(event))
        return true;
    if (event->key() == Qt::Key_Down) {
        offer({});
        return true;
    }
    return false;
}

} // namespace mishutai::ui
