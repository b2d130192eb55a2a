#include "ui/common/fields/field.h"

#include "ui/common/composition.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mishutai::ui {

Field::Field(QWidget *parent) : QWidget(parent), m_note(new QLabel(this))
{
    setLook(m_note, "small");
    m_note->setWordWrap(true);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    column->addWidget(m_note);
}

void Field::setEditor(QWidget *editor)
{
    m_editor = editor;
    setFocusProxy(editor);
    watchComposition(editor);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, editor);
}

bool Field::finish()
{
    const QString wrong = fault();
    showFault(wrong);
    return wrong.isEmpty();
}

void Field::setRequired(bool isRequired)
{
    m_isRequired = isRequired;
    refreshState();
}

void Field::showFault(const QString &text)
{
    m_fault = text;
    refreshState();
}

void Field::showHint(const QString &text)
{
    m_hint = text;
    refreshState();
}

void Field::showNotice(const QString &text, const QString &action, std::function<void()> run)
{
    if (m_notice) {
        if (m_editor && m_notice->isAncestorOf(QApplication::focusWidget()))
            m_editor->setFocus(Qt::OtherFocusReason);
        m_notice->hide();
        m_notice->deleteLater(); // its own link may be what took it away
        m_notice = nullptr;
    }
    m_noticeText = text;
    if (text.isEmpty())
        return;
    m_notice = new QWidget(this);
    auto *row = new QHBoxLayout(m_notice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(4));
    auto *label = new QLabel(text, m_notice);
    label->setWordWrap(true);
    onThemeChange(label, [label] { label->setStyleSheet(QString("color: %1").arg(theme().warning.name())); });
    row->addWidget(label, 1);
    if (!action.isEmpty()) {
        auto *link = new QPushButton(action, m_notice);
        setLook(link, "link");
        link->setAutoDefault(true); // Enter presses it
        connect(link, &QPushButton::clicked, this, std::move(run));
        if (m_editor)
            setTabOrder(m_editor, link);
        row->addWidget(link, 0, Qt::AlignTop);
    }
    layout()->addWidget(m_notice);
    m_notice->show();
}

void Field::noteEdit()
{
    m_fault.clear();
    showNotice({});
    refreshState();
    Q_EMIT edited();
}

void Field::refreshState()
{
    const bool isFaulty = !m_fault.isEmpty();
    const char *state = isFaulty ? "error" : m_isRequired && isEmpty() ? "required" : "";
    if (m_editor && m_editor->property("state").toByteArray() != state) {
        m_editor->setProperty("state", QByteArray(state));
        setLook(m_editor, m_editor->property("look").toByteArray().constData());
    }
    const QString line = isFaulty ? tr("✕ %1").arg(m_fault) : m_hint;
    const char *look = isFaulty ? "error" : "small";
    if (m_note->property("look").toByteArray() != look)
        setLook(m_note, look);
    m_note->setText(line);
    m_note->setVisible(!line.isEmpty());
}

LineField::LineField(QWidget *parent) : Field(parent), m_edit(new QLineEdit(this))
{
    setEditor(m_edit);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        textChanged();
        refreshState();
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this] { noteEdit(); });
}

void LineField::setText(const QString &text)
{
    m_edit->setText(text);
    m_edit->setCursorPosition(0);
    showFault({});
}

bool LineField::keyPressed(QKeyEvent *)
{
    return false;
}

bool LineField::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_edit)
        return Field::eventFilter(object, event);
    if (event->type() == QEvent::KeyPress && !isComposing(m_edit))
        return keyPressed(static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        finish();
    return Field::eventFilter(object, event);
}

} // namespace mishutai::ui
