#pragma once

#include "base/error.h"
#include "base/task_control.h"

#include <QJsonObject>
#include <QString>

namespace mishutai::cli {

/// Exit status of the program.
enum class Status { Done = 0, Findings = 1, WrongCall = 2, Failed = 3 };

/// A command's result: lines for people, or one JSON object on a line.
struct Result {
    Status status = Status::Done;
    QString text; ///< Chinese, without a final line break
    QJsonObject json; ///< docs/data-formats.md, "JSON of the command line"
};

/// Writes a result to stdout, or an error to stderr (with --json: to stdout as {"ok":false,"error":{…}}).
/// @return the exit status
int write(const Result &result, bool isJson);
int write(const Error &error, bool isJson);

/// Progress with count on stderr for what takes over a second, when stderr is a terminal; Ctrl+C cancels.
class ConsoleControl : public TaskControl
{
public:
    ConsoleControl();
    ~ConsoleControl() override;
    void progress(qint64 done, qint64 total, const QString &what) override;
    bool isCancelled() const override;

private:
    qint64 m_startedAt = 0;
    bool m_isTerminal = false;
    bool m_hasShown = false;
};

} // namespace mishutai::cli
