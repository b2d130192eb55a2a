#include "db/log.h"

#include <catch2/catch.hpp>

#include <spdlog/spdlog.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>

using namespace mishutai::db;

namespace {

/// Gives the default logger and Qt's handler back at the end.
struct LoggerKept {
    std::shared_ptr<spdlog::logger> logger = spdlog::default_logger();
    ~LoggerKept()
    {
        spdlog::set_default_logger(logger);
        qInstallMessageHandler(nullptr);
    }
};

QString contentsOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

constexpr auto kOthers = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;

} // namespace

TEST_CASE("the log is a private file that holds the program's and Qt's messages")
{
    const LoggerKept kept;
    QTemporaryDir folder;
    const QString logs = folder.filePath("state/logs");
    REQUIRE(initialiseLog(logs) == logs);
    spdlog::info("member {} is enrolled", 42);
    qWarning("QIODevice::read (QFile, \"张三.xlsx\"): device not open, see /home/user/名单.csv");
    qWarning("This plugin does not support propagateSizeHints()");
    spdlog::default_logger()->flush();
    const QString text = contentsOf(logs + "/mishutai.log");
    CHECK(text.contains("member 42 is enrolled"));
    CHECK(text.contains("device not open"));
    CHECK_FALSE(text.contains("张三"));
    CHECK_FALSE(text.contains("名单"));
    CHECK_FALSE(text.contains("propagateSizeHints"));
    CHECK((QFileInfo(logs + "/mishutai.log").permissions() & kOthers) == QFileDevice::Permissions());
}

TEST_CASE("the log keeps five files of five megabytes, all private")
{
    const LoggerKept kept;
    QTemporaryDir folder;
    initialiseLog(folder.path());
    const std::string line(100'000, 'x');
    for (int i = 0; i < 350; ++i)
        spdlog::info(line);
    spdlog::default_logger()->flush();
    const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files);
    CHECK(files.size() == 5);
    for (const QFileInfo &file : files) {
        CHECK(file.size() <= 5 * 1024 * 1024);
        CHECK((file.permissions() & kOthers) == QFileDevice::Permissions());
    }
}

TEST_CASE("a folder that cannot be written leaves the program with a log on stderr")
{
    const LoggerKept kept;
    QTemporaryDir folder;
    QFile file(folder.filePath("file"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    CHECK(initialiseLog(folder.filePath("file/logs")).isEmpty());
}

TEST_CASE("messages are freed of names and paths")
{
    struct Row {
        const char *message;
        const char *expected;
    };
    for (const Row &row :
        std::initializer_list<Row>{{"plain text 12/30", "plain text 12/30"}, {"open \"a b.csv\" failed", "open … failed"},
            {"'x' and 「名单」", "… and …"}, {"at /home/me/x.pdf: no", "at …: no"}, {"C:\\Users\\me\\a.doc gone", "… gone"}}) {
        CHECK(withoutNames(row.message) == row.expected);
    }
}
