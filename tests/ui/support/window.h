#pragma once

#include "ui/common/look/appearance.h"
#include "ui/support/sample_list.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QSettings>
#include <QTest>

namespace mishutai::test {

/// Lets timers of 0 ms and deferred deletions run.
inline void settle()
{
    for (int i = 0; i < 5; ++i) {
        QApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

/// Shows a widget in the look of the program and gives it the focus of the (offscreen) desktop.
template <class WidgetType> WidgetType &shown(WidgetType &widget, int width = 1366, int height = 768)
{
    widget.resize(width, height);
    widget.show();
    widget.activateWindow();
    settle();
    return widget;
}

/// What an input method sends: text in the making, then the text that it commits.
inline void compose(QWidget *editor, const QString &preedit)
{
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(editor, &event);
}
inline void commit(QWidget *editor, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(editor, &event);
}

} // namespace mishutai::test
