#pragma once

#include <QFrame>

namespace mishutai::ui {

/// A small sheet inside the window, for filters, choosers and go-to. It is a child of the window, not a window of its own, since
/// input methods do not reach pop-up windows on X11. Escape, a click elsewhere or moving the focus away closes it; it is
/// deleted then and the focus goes back to where it was.
class Overlay : public QFrame
{
    Q_OBJECT

public:
    /// @param owner whose window shows the sheet
    explicit Overlay(QWidget *owner);

    /// Shows it under (or over, where there is no room) a rectangle of `anchor`.
    void popUpAt(QWidget *anchor, const QRect &rect);
    /// Shows it in the middle of the window's upper part.
    void popUpCentred();
    /// Hides and deletes it. @param giveFocusBack false when the caller puts the focus elsewhere
    void dismiss(bool giveFocusBack = true);
    /// A click elsewhere or the focus moving away leaves it open: for sheets that hold work. Escape still closes it.
    void stayOpen() { m_staysOpen = true; }
    /// Ctrl+Z and Ctrl+Y do nothing while it is open: they would take back what lies behind it, unseen.
    void barUndo() { m_barsUndo = true; }
    bool barsUndo() const { return m_barsUndo; }

Q_SIGNALS:
    void dismissed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void open();

    QWidget *m_focusBefore = nullptr;
    bool m_isOpen = false;
    bool m_staysOpen = false;
    bool m_barsUndo = false;
};

} // namespace mishutai::ui
