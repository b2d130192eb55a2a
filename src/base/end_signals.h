#pragma once

#include <QObject>

namespace mishutai {

/// Tells the event loop that the system wants the program to end: the session is logged out, the machine goes down, Ctrl+C in the
/// terminal. What only Unix has (SIGTERM, SIGINT, SIGHUP); elsewhere the window system closes the window and nothing is emitted.
/// One object a program, in the GUI thread; signals are left as they were when it goes.
class EndSignals : public QObject
{
    Q_OBJECT

public:
    EndSignals();
    ~EndSignals() override;

Q_SIGNALS:
    /// In the event loop, at each signal: at a logout there may be two of them.
    void asked();
};

} // namespace mishutai
