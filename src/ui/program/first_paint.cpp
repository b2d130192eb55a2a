#include "ui/program/first_paint.h"

#include <QApplication>
#include <QEvent>

namespace mishutai::ui {

FirstPaint::FirstPaint(QWidget *widget) : QObject(widget), m_widget(widget)
{
    // Children that cover the widget may leave it nothing to paint, so all are watched.
    qApp->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (widget && (!m_widget || widget == m_widget || m_widget->isAncestorOf(widget))) {
            qApp->removeEventFilter(this);
            QMetaObject::invokeMethod(this, &FirstPaint::painted, Qt::QueuedConnection);
        }
    }
    return false;
}

} // namespace mishutai::ui
