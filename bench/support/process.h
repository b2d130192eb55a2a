#pragma once

#include <QStringList>

namespace mishutai::bench {

/// A folder of this run for settings and logs, which programs started from here inherit. Make it before QCoreApplication, so that
/// a bench neither sees nor changes the user's own.
void useOwnSettings();

/// Path of a program that stands beside this one, "mishutai-cli".
QString programPath(const QString &name);

/// Runs a program to its end. @return nanoseconds @throws std::runtime_error when it fails
qint64 wholeProcess(const QString &program, const QStringList &arguments);

/// The same up to its first line of output, which is put into `line` without the line break; then waits for its end.
qint64 untilFirstLine(const QString &program, const QStringList &arguments, QString *line = nullptr);

} // namespace mishutai::bench
