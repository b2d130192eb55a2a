#pragma once

#include "base/error.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mishutai::ui {

/// One message inside the window: never modal, never over the fields that are being typed into.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Good, Bad, Plain };

    /// Shows at most two lines; what does not fit is in the tool tip and, of an error, behind 全文.
    /// @param text first line is the message, further lines explain it
    MessageBar(Kind kind, const QString &text, QWidget *parent);

    Kind kind() const { return m_kind; }
    QString text() const;
    void addButton(const QString &label, std::function<void()> action, bool closes);
    /// Closes after this time unless the pointer rests on it. Errors stay until closed.
    void closeAfter(int milliseconds);
    /// Goes as soon as another message says something newer.
    bool isPassing() const { return m_isPassing; }
    void setPassing(bool isPassing) { m_isPassing = isPassing; }
    /// A fault of what was typed, or something that stood in its way: it is over once a change is saved.
    bool isOverWhenSaved() const { return m_isOverWhenSaved; }
    void setOverWhenSaved() { m_isOverWhenSaved = true; }

Q_SIGNALS:
    void closed();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showText();

    Kind m_kind;
    QLabel *m_text;
    QPushButton *m_more = nullptr; ///< 全文 of an error
    QTimer m_timer;
    int m_shownWidth = -1; ///< for which the text was cut
    bool m_isWhole = false;
    bool m_isPassing = false;
    bool m_isOverWhenSaved = false;
};

/// Where messages of a window appear: a stack at its lower edge, newest at the bottom. News replaces older news, so that nothing
/// stale stays; errors stay until they are closed, or until saving says that what was typed is right now. At most four. All parts
/// of a window use the same one.
class MessageArea : public QWidget
{
    Q_OBJECT

public:
    /// @param host the part of the window whose lower edge shows the messages
    explicit MessageArea(QWidget *host);
    /// The area of the nearest ancestor; a new one at its window where there is none.
    static MessageArea &of(QWidget *where);

    /// 「已保存」: green, goes by itself.
    void saved(const QString &text);
    /// Neutral, with 撤销 where `undo` is given. It goes by itself; undo stays in the menu (Ctrl+Z).
    void done(const QString &text, std::function<void()> undo = {});
    /// Neutral, with a button of another name.
    void offer(const QString &text, const QString &label, std::function<void()> action);
    /// Red, stays: problem, cause, remedy, and 复制详情.
    void failed(const Error &error);
    /// A form was saved: faults of what was typed, and what stood in its way, are history.
    void closeOvercome();
    void clear();
    QList<MessageBar *> bars() const;

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    MessageBar *add(MessageBar::Kind kind, const QString &text);
    void place();

    QVBoxLayout *m_stack;
};

} // namespace mishutai::ui
