#include "ui/common/overlay.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QPointer>

namespace mishutai::ui {

Overlay::Overlay(QWidget *owner) : QFrame(owner->window())
{
    setLook(this, "overlay");
    setFocusPolicy(Qt::StrongFocus);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(px(28));
    shadow->setOffset(0, px(6));
    shadow->setColor(QColor(0, 0, 0, theme().isDark ? 160 : 60));
    setGraphicsEffect(shadow);
    hide();
}

void Overlay::open()
{
    m_focusBefore = QApplication::focusWidget();
    m_isOpen = true;
    show();
    raise();
    parentWidget()->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (m_isOpen && !m_staysOpen && now && now != this && !isAncestorOf(now))
            dismiss(/*giveFocusBack=*/false);
    });
}

void Overlay::popUpAt(QWidget *anchor, const QRect &rect)
{
    adjustSize();
    QWidget *frame = parentWidget();
    const QPoint below = anchor->mapTo(frame, rect.bottomLeft()) + QPoint(0, px(4));
    const QPoint above = anchor->mapTo(frame, rect.topLeft()) - QPoint(0, px(4));
    const int margin = px(8);
    resize(qMin(width(), frame->width() - 2 * margin), qMin(height(), frame->height() - 2 * margin));
    const int x = qBound(margin, below.x(), qMax(margin, frame->width() - width() - margin));
    int y = below.y();
    if (y + height() > frame->height() - margin)
        y = above.y() - height() >= margin ? above.y() - height() : frame->height() - height() - margin;
    move(x, qMax(margin, y));
    open();
}

void Overlay::popUpCentred()
{
    adjustSize();
    const QWidget *frame = parentWidget();
    const int margin = px(8);
    resize(qMin(width(), frame->width() - 2 * margin), qMin(height(), frame->height() - 2 * margin));
    move((frame->width() - width()) / 2, qMin(qMax(margin, frame->height() / 8), frame->height() - height() - margin));
    open();
}

void Overlay::dismiss(bool giveFocusBack)
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    parentWidget()->removeEventFilter(this);
    const QPointer<QWidget> before = m_focusBefore;
    hide();
    if (giveFocusBack && before)
        before->setFocus();
    Q_EMIT dismissed();
    deleteLater();
}

bool Overlay::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        dismiss();
        return true;
    }
    return QFrame::event(event);
}

bool Overlay::eventFilter(QObject *object, QEvent *event)
{
    // A press on plain parts of the window moves no focus, so it is watched too.
    if (object == parentWidget() && !m_staysOpen
        && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Resize))
        dismiss();
    return QFrame::eventFilter(object, event);
}

} // namespace mishutai::ui
