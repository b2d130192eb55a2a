#pragma once

#include "base/task_control.h"

#include <QByteArray>
#include <QString>

namespace mishutai::tables {

/// Makes an .xlsx of .xls, .ods and what else only an office suite reads, where LibreOffice is installed: in a process of its own
/// with a profile of its own, which goes with its folder. Stateless, any thread but one that may not wait.
class OfficeConverter
{
public:
    /// @param program of the suite; empty: the one that is installed
    /// @param limitMs after which the process is ended
    explicit OfficeConverter(QString program = installed(), int limitMs = 60'000);

    /// Path of the suite's program, empty where there is none.
    static QString installed();
    bool isAvailable() const { return !m_program.isEmpty(); }

    /// @param ending of the file as the suite should take it, "xls", "ods"
    /// @return nothing (null) where the suite makes no workbook of it or takes too long
    /// @throws Error Cancelled (the process is ended), Io (no temporary folder)
    QByteArray toXlsx(const QByteArray &bytes, const QString &ending, TaskControl &control) const;

private:
    QString m_program;
    int m_limitMs;
};

} // namespace mishutai::tables
