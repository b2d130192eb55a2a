#pragma once

#include "base/error.h"
#include "ui/common/fields/field.h"

#include <QTimer>

#include <functional>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace mishutai::ui {

/// A form beside a list or in a sheet. Enter goes to the next field and, after the last one, saves; never while an input method
/// composes. Ctrl+S saves, Ctrl+Enter saves and opens a new one, Escape leaves: what was typed stays as a draft.
/// The owner decides what happens at saved() and left().
class Form : public QWidget
{
    Q_OBJECT

public:
    enum class Need { Optional, Required };

    explicit Form(const QString &title, QWidget *parent = nullptr);

    /// Adds a row; keys are the field names of the details struct, so that FieldErrors find their field. Takes ownership.
    template <class FieldType>
    FieldType *add(const QString &key, const QString &label, FieldType *field, Need need = Need::Optional)
    {
        addField(key, label, field, need);
        return field;
    }
    /// Whose: 「新增联系人：示例公司」. The window title stays what the form does.
    void setSubject(const QString &name);
    /// What becomes of rows of a sheet that are pasted into a line. Without it they are left on the clipboard, and that is said.
    void setTakeRows(std::function<void(const QString &rows)> take) { m_takeRows = std::move(take); }
    void addSection(const QString &title);
    /// A quiet button beside the title: 粘贴识别.
    QPushButton *addHeadButton(const QString &label, const QString &toolTip, std::function<void()> run);
    /// Puts texts into the named fields that are empty and says so at each; what was typed stays. Keys without a field are passed
    /// over.
    /// @return how many were filled
    int fillEmpty(const std::vector<std::pair<QString, QString>> &texts, const QString &notice);
    /// Anything else across the whole width: officers, evidence.
    void addWidget(QWidget *widget);
    /// Collects the fields and calls the service. Errors with fields are shown under those fields, others as a message.
    void setSave(std::function<void()> save) { m_save = std::move(save); }
    /// A form that edits a record offers no 保存并新增.
    void setSavesAndAdds(bool isOffered);
    /// What saving is called where nothing is kept: 「生成」.
    void setSaveLabel(const QString &label);

    Field *field(const QString &key) const;
    /// Null in a form without fields.
    Field *firstField() const { return m_rows.empty() ? nullptr : m_rows.front().field; }
    /// After filling the fields: nothing was changed yet.
    void markUnchanged();
    bool isChanged() const { return m_isChanged; }
    /// The fields as JSON, and back.
    QByteArray draft() const;
    void restoreDraft(const QByteArray &draft);
    /// A line below the title with one link, Alt+D.
    void showNotice(const QString &text, const QString &label, std::function<void()> action);
    /// Draft is due again after another pause.
    void askForDraftLater() { m_draftTimer.start(); }
    void showFaults(const std::vector<FieldError> &faults);
    /// The first field that must be filled and is empty, else the first: proposed values are not in the way.
    void focusFirst();

public Q_SLOTS:
    bool save();
    void saveAndAdd();
    void leave();

Q_SIGNALS:
    void saved(bool addsAnother);
    void left();
    /// Some seconds after the last change, for whoever keeps drafts.
    void draftDue();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    /// A form that grows while it is filled makes the fields of a draft before it is restored, and those of texts before they
    /// are filled in.
    virtual void makeFieldsOf(const QStringList &keys) { Q_UNUSED(keys) }
    /// Keys that the buttons leave to the form.
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Row {
        QString key;
        QString label;
        Field *field;
        QLabel *caption;
    };

    void addField(const QString &key, const QString &label, Field *field, Need need);
    QWidget *makeButtons();
    bool keyPressed(QKeyEvent *event, QWidget *editor);
    void goOn(const QWidget *editor);
    /// Rows of a sheet would end as one line of nonsense. @return whether they were kept out
    bool keepRowsOut(const QWidget *editor);
    bool checkFields();
    void focus(Field *field);

    std::vector<Row> m_rows;
    std::function<void()> m_save;
    std::function<void(const QString &)> m_takeRows;
    QLabel *m_heading;
    QScrollArea *m_scroll;
    QHBoxLayout *m_head;
    QGridLayout *m_grid;
    QPushButton *m_saveButton = nullptr;
    QPushButton *m_saveAndAdd = nullptr;
    QTimer m_draftTimer;
    bool m_isChanged = false;
};

} // namespace mishutai::ui
