#include "cli_program.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>

#include <unistd.h>

namespace mishutai::cli {

namespace {

const QString kHome = QStringLiteral(".home");

/// The example's data file, made once a process by the program itself.
QString exampleFile()
{
    static const QTemporaryDir folder;
    static const QString file = [] {
        const Outcome made = run(folder.path(), {"example", "alliance-2021", "example.mishutai"});
        INFO(made.err.toStdString());
        REQUIRE(made.status == 0);
        return folder.filePath("example.mishutai");
    }();
    return file;
}

/// A copy of the program where everybody may reach it: the build may stand in a folder of its owner alone.
QString programForAll()
{
    static const QTemporaryDir folder;
    static const QString copy = [] {
        const QString path = folder.filePath("mishutai-cli");
        REQUIRE(QFile::copy(CLI_PROGRAM, path));
        constexpr auto kRun = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
        REQUIRE(QFile::setPermissions(path, kRun));
        REQUIRE(QFile::setPermissions(folder.path(), kRun | QFile::WriteOwner));
        return path;
    }();
    return copy;
}

Outcome runWith(
    QProcess &process, const QString &program, const QString &folder, const QStringList &arguments, const QStringList &settings)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("HOME", folder + '/' + kHome);
    environment.insert("XDG_DATA_HOME", folder + '/' + kHome);
    environment.remove("MISHUTAI_PASSWORD");
    for (const QString &setting : settings)
        environment.insert(setting.section('=', 0, 0), setting.section('=', 1));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(120'000));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    Outcome outcome{process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError()), {}};
    outcome.json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    return outcome;
}

} // namespace

Outcome run(const QString &folder, const QStringList &arguments, const QStringList &settings)
{
    QProcess process;
    return runWith(process, CLI_PROGRAM, folder, arguments, settings);
}

Outcome runAsNobody(const QString &folder, const QStringList &arguments, const QStringList &settings)
{
    constexpr uid_t kNobody = 65534;
    QProcess process;
    if (::geteuid() != 0)
        return runWith(process, CLI_PROGRAM, folder, arguments, settings);
    process.setChildProcessModifier([] {
        if (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)
            ::_exit(90);
    });
    return runWith(process, programForAll(), folder, arguments, settings);
}

QMap<QString, QByteArray> filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> files;
    const QDir root(folder);
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        const QString name = root.relativeFilePath(path);
        if (name == kHome || name.startsWith(kHome + '/'))
            continue;
        QFile file(path);
        if (all.fileInfo().isDir()) {
            files.insert(name, "/");
        } else {
            REQUIRE(file.open(QIODevice::ReadOnly));
            files.insert(name, file.readAll());
        }
    }
    return files;
}

std::string changes(const QMap<QString, QByteArray> &before, const QMap<QString, QByteArray> &after)
{
    QStringList names;
    for (const QString &name : before.keys() + after.keys()) {
        if ((!before.contains(name) || !after.contains(name) || before[name] != after[name]) && !names.contains(name))
            names.append(name);
    }
    return names.join(' ').toStdString();
}

Desk::Desk()
{
    REQUIRE(QFile::copy(exampleFile(), file()));
}

QString Desk::put(const QString &name, const QByteArray &bytes) const
{
    REQUIRE(QDir().mkpath(QFileInfo(path(name)).absolutePath()));
    QFile made(path(name));
    REQUIRE(made.open(QIODevice::WriteOnly));
    REQUIRE(made.write(bytes) == bytes.size());
    return path(name);
}

Outcome Desk::call(const QStringList &arguments, const QStringList &settings) const
{
    return run(folder(), QStringList{"--db", file()} + arguments, settings);
}

Outcome Desk::json(const QStringList &arguments, const QStringList &settings) const
{
    return call(arguments + QStringList{"--json"}, settings);
}

QString exampleDataSet(const Desk &desk, const QString &folder)
{
    const Outcome made = desk.call({"dataset", "export", desk.path(folder)});
    INFO(made.err.toStdString());
    REQUIRE(made.status == 0);
    return desk.path(folder);
}

} // namespace mishutai::cli
