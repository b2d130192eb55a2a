#pragma once

#include <QString>
#include <QtGlobal>

namespace mishutai {

/// What a long piece of work reports to and asks. Called from the thread that does the work.
class TaskControl
{
public:
    virtual ~TaskControl() = default;
    /// @param total 0 while unknown
    virtual void progress(qint64 done, qint64 total, const QString &what) = 0;
    virtual bool isCancelled() const = 0;
    /// @throws Error (Cancelled) when the user has cancelled
    void throwIfCancelled() const;
    /// A control that nobody watches and nobody cancels.
    static TaskControl &silent();
};

} // namespace mishutai
