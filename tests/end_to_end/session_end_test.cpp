#include "desk/application.h"
#include "desk/example_data.h"

#include <catch2/catch.hpp>

#include <QEventLoop>
#include <QFile>
#include <QFileSystemWatcher>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTimer>

#ifdef Q_OS_UNIX

#include <csignal>

namespace mishutai {

namespace {

constexpr int kPatienceMs = 60'000;

/// Until a file has come into the folder of the watcher.
bool waitFor(const QString &file, QFileSystemWatcher &watcher)
{
    QEventLoop loop;
    QTimer patience;
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&watcher, &QFileSystemWatcher::directoryChanged, &loop, [&] {
        if (QFile::exists(file))
            loop.quit();
    });
    patience.start(kPatienceMs);
    if (!QFile::exists(file))
        loop.exec();
    return QFile::exists(file);
}

} // namespace

TEST_CASE("a session that ends closes the window program in order")
{
    const int signal = GENERATE(SIGTERM, SIGHUP);
    QTemporaryDir home;
    const QString file = home.filePath("example.mishutai");
    desk::createExample("alliance-2021", file);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("HOME", home.path());
    environment.insert("XDG_CONFIG_HOME", home.filePath("config"));
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    program.setProcessEnvironment(environment);
    program.start(WINDOW_PROGRAM, {file});
    QFileSystemWatcher watcher({home.path()});
    REQUIRE(program.waitForStarted());
    REQUIRE(waitFor(file + ".lock", watcher));
    kill(static_cast<pid_t>(program.processId()), signal);
    REQUIRE(program.waitForFinished(kPatienceMs));
    CHECK(program.exitStatus() == QProcess::NormalExit);
    CHECK(program.exitCode() == 0);
    CHECK_FALSE(QFile::exists(file + ".lock"));
    CHECK_FALSE(QFile::exists(file + "-wal"));
    CHECK_FALSE(desk::Application::open({file, desk::Access::Write, {}, {}})->wasUnclean());
}

} // namespace mishutai

#endif
