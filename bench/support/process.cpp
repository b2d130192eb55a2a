#include "support/process.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <stdexcept>

namespace mishutai::bench {

namespace {

constexpr int kPatienceMs = 120'000;

void requireSuccess(QProcess &process)
{
    if (process.state() != QProcess::NotRunning)
        process.waitForFinished(kPatienceMs);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || process.error() != QProcess::UnknownError)
        throw std::runtime_error((process.program() + ": " + QString::fromUtf8(process.readAllStandardError())).toStdString());
}

} // namespace

void useOwnSettings()
{
    static const QTemporaryDir folder;
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
        qputenv(name, folder.path().toLocal8Bit());
    // Lines of the log would stand among the JSON.
    spdlog::set_level(spdlog::level::off);
}

QString programPath(const QString &name)
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

qint64 wholeProcess(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    process.waitForFinished(kPatienceMs);
    const qint64 taken = timer.nsecsElapsed();
    requireSuccess(process);
    return taken;
}

qint64 untilFirstLine(const QString &program, const QStringList &arguments, QString *line)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (!process.canReadLine() && process.waitForReadyRead(kPatienceMs)) { }
    const qint64 taken = timer.nsecsElapsed();
    if (!process.canReadLine()) {
        requireSuccess(process);
        throw std::runtime_error("the program said nothing");
    }
    if (line)
        *line = QString::fromUtf8(process.readLine()).trimmed();
    requireSuccess(process);
    return taken;
}

} // namespace mishutai::bench
