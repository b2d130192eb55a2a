#include "ui/common/composition.h"

#include <QInputMethodEvent>
#include <QVariant>
#include <QWidget>

namespace mishutai::ui {

namespace {

constexpr char kComposing[] = "isComposing";

class Watch : public QObject
{
public:
    explicit Watch(QWidget *editor) : QObject(editor) { editor->installEventFilter(this); }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::InputMethod)
            object->setProperty(kComposing, !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty());
        else if (event->type() == QEvent::FocusOut)
            object->setProperty(kComposing, false);
        return QObject::eventFilter(object, event);
    }
};

} // namespace

void watchComposition(QWidget *editor)
{
    new Watch(editor);
}

bool isComposing(const QWidget *editor)
{
    return editor && editor->property(kComposing).toBool();
}

} // namespace mishutai::ui
