#include "ui/common/list/search_field.h"

#include "ui/common/composition.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace mishutai::ui {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    watchComposition(this);
    addAction(icon("search"), LeadingPosition);
    setClearButtonEnabled(true);
    setAccessibleName(tr("搜索"));
    setHint(tr("名称、拼音首字母、编号"));
    onThemeChange(this, [this] { setMinimumWidth(px(150)); });
    connect(this, &QLineEdit::textChanged, this, [this] { ask(); });
}

void SearchField::setHint(const QString &hint)
{
    setPlaceholderText(hint);
    setToolTip(hint + tr("（Ctrl+F）"));
}

void SearchField::ask()
{
    if (isComposing(this) || text() == m_asked)
        return;
    m_asked = text();
    Q_EMIT searchChanged(m_asked);
}

void SearchField::inputMethodEvent(QInputMethodEvent *event)
{
    QLineEdit::inputMethodEvent(event);
    ask(); // what was committed, if anything
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (isComposing(this)) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        Q_EMIT downPressed();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT taken();
        break;
    case Qt::Key_Escape:
        if (text().isEmpty())
            event->ignore();
        else
            clear();
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace mishutai::ui
