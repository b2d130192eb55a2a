#pragma once

#include <QLineEdit>
#include <QWidget>

#include <functional>

class QLabel;

namespace mishutai::ui {

/// One field of a form: an editor, below it what was understood or what is wrong. A form asks it for Enter and Escape first.
class Field : public QWidget
{
    Q_OBJECT

public:
    explicit Field(QWidget *parent = nullptr);

    /// What stands in the editor; kept in drafts and brought back by setText().
    virtual QString text() const = 0;
    virtual void setText(const QString &text) = 0;
    bool isEmpty() const { return text().trimmed().isEmpty(); }
    /// What is wrong with what was typed, in Chinese; empty when nothing is. An empty editor is never wrong here.
    virtual QString fault() const { return {}; }
    /// Enter or leaving the field: takes an open suggestion, writes the value in full. @return whether it holds no fault
    virtual bool finish();
    /// Escape. @return whether the field used it (an open list was closed)
    virtual bool dropOpen() { return false; }
    /// Whether Enter is text here.
    virtual bool takesEnter() const { return false; }

    QWidget *editor() const { return m_editor; }
    void setRequired(bool isRequired);
    bool isRequired() const { return m_isRequired; }
    /// Red line below the editor, until the field is edited; empty takes it away.
    void showFault(const QString &text);
    QString shownFault() const { return m_fault; }
    /// A line below the editor that holds nothing up, until the field is edited: 「可能已登记：…」, with a link where `action`
    /// names one. Empty text takes it away.
    void showNotice(const QString &text, const QString &action = {}, std::function<void()> run = {});
    QString shownNotice() const { return m_noticeText; }

Q_SIGNALS:
    void edited();

protected:
    void setEditor(QWidget *editor);
    /// Muted line below the editor.
    void showHint(const QString &text);
    /// To be called at each change of the editor's text by the user.
    void noteEdit();
    void refreshState();

private:
    QWidget *m_editor = nullptr;
    QWidget *m_notice = nullptr;
    QString m_noticeText;
    QLabel *m_note;
    QString m_hint;
    QString m_fault;
    bool m_isRequired = false;
};

/// A field of one line.
class LineField : public Field
{
    Q_OBJECT

public:
    explicit LineField(QWidget *parent = nullptr);

    QString text() const override { return m_edit->text(); }
    void setText(const QString &text) override;
    QLineEdit *edit() const { return m_edit; }
    void setPlaceholder(const QString &text) { m_edit->setPlaceholderText(text); }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    /// A key that the input method leaves to the field. @return whether it is used
    virtual bool keyPressed(QKeyEvent *event);
    /// At each change, typed or set.
    virtual void textChanged() { }

private:
    QLineEdit *m_edit;
};

} // namespace mishutai::ui
