#pragma once

#include <QWidget>

namespace mishutai::ui {

/// Tells when a widget, or one inside it, has been painted for the first time since this was made: what the start and a change
/// of page are measured to.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    /// @param widget null for any of the program
    explicit FirstPaint(QWidget *widget = nullptr);

Q_SIGNALS:
    /// Once, after the event that painted it: all that stood to be painted has been.
    void painted();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *m_widget;
};

} // namespace mishutai::ui
