#include "db/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

namespace mishutai::db {
namespace {

constexpr std::size_t kBytesAFile = std::size_t(5) * 1024 * 1024;
constexpr std::size_t kOlderFiles = 4;

// Made private before spdlog opens it, so that no moment is left in which others may read it.
void makePrivate(const spdlog::filename_t &name)
{
    QFile file(QString::fromStdString(name));
    constexpr auto kOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwner))
        file.setPermissions(kOwner);
}

spdlog::level::level_enum levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return spdlog::level::debug;
    case QtInfoMsg:
        return spdlog::level::info;
    case QtWarningMsg:
        return spdlog::level::warn;
    case QtCriticalMsg:
        return spdlog::level::err;
    case QtFatalMsg:
        return spdlog::level::critical;
    }
    return spdlog::level::warn;
}

void takeQtMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // The offscreen platform says so at every window; it means nothing.
    if (message.contains(QStringLiteral("propagateSizeHints")))
        return;
    spdlog::log(levelOf(type), "qt {}: {}", context.category ? context.category : "", withoutNames(message).toStdString());
    if (type == QtFatalMsg)
        spdlog::default_logger()->flush();
}

} // namespace

QString defaultLogFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/logs");
}

QString initialiseLog(const QString &folder)
{
    QString used;
    try {
        QDir().mkpath(folder);
        spdlog::file_event_handlers handlers;
        handlers.before_open = makePrivate;
        const auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QString(folder + QStringLiteral("/mishutai.log")).toStdString(), kBytesAFile, kOlderFiles, false, handlers);
        const auto logger = std::make_shared<spdlog::logger>("mishutai", sink);
        logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %L %t %v");
        logger->flush_on(spdlog::level::err);
        spdlog::set_default_logger(logger);
        used = folder;
    } catch (const spdlog::spdlog_ex &) {
        spdlog::warn("no log file; messages go to stderr");
    }
    qInstallMessageHandler(takeQtMessage);
    return used;
}

QString withoutNames(const QString &message)
{
    static const QRegularExpression kQuoted(QStringLiteral("\"[^\"]*\"|'[^']*'|「[^」]*」|“[^”]*”"));
    static const QRegularExpression kPath(QStringLiteral("(?<![\\w/])(/|[A-Za-z]:[\\\\/])[^\\s:,;)]*"));
    QString text = message;
    return text.replace(kQuoted, QStringLiteral("…")).replace(kPath, QStringLiteral("…"));
}

} // namespace mishutai::db
