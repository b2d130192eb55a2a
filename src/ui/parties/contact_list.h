#pragma once

#include "parties/people/person.h"

#include <QListWidget>

#include <functional>
#include <optional>

class QBoxLayout;

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

class DetailPane;

/// The contacts of one unit, the primary first and who left the post in grey below: each with its numbers and a copy button
/// beside each. Arrows go from one to the next; Insert adds, Enter changes, Delete is 离任, Space 设为首要, Ctrl+C copies the
/// phone.
class ContactList : public QListWidget
{
    Q_OBJECT

public:
    /// @param mayEdit false on a file that is only read @param isHidden whether numbers are hidden on a shared screen
    ContactList(session::Session &session, UnitId unit, bool mayEdit, bool isHidden, QWidget *parent = nullptr);

    /// Adds the leaf 联系人 to a record page's pane. The list takes the focus again when the pane is filled anew after a change
    /// that was made in it.
    static void addLeaf(
        DetailPane &pane, session::Session &session, UnitId unit, bool mayEdit, bool isHidden, std::function<void()> undo);

    void add();
    void edit();
    void endTerm();
    void makePrimary();
    /// The line that names the list's keys: in sight while they are in force.
    void showWhileFocused(QWidget *hint);
    void setUndo(std::function<void()> undo) { m_undo = std::move(undo); }
    bool mayEdit() const { return m_mayEdit; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void reload();
    void select(qint64 contact);
    QWidget *rowOf(const parties::Contact &contact);
    void addNumber(QBoxLayout &column, QWidget *row, const QString &label, const QString &number);
    void copyPhone();
    void openForm(const std::optional<parties::Contact> &contact);
    void changed(const QString &message);
    std::optional<parties::Contact> current() const;
    QSize sizeHint() const override;

    session::Session &m_session;
    UnitId m_unit;
    bool m_mayEdit;
    bool m_isHidden;
    std::vector<parties::Contact> m_contacts;
    std::function<void()> m_undo;
    QWidget *m_hint = nullptr;
};

} // namespace mishutai::ui
