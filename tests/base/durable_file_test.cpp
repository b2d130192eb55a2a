#include "base/durable_file.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#endif

using namespace mishutai;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QStringList namesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

#ifdef Q_OS_UNIX
/// A disk that is full after `bytes`: every file of the process is cut there.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_old = {};
    void (*m_handler)(int) = nullptr;
};
#endif

} // namespace

TEST_CASE("A durable file holds the bytes and nothing is left beside it", "[durable]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath("年度 总结.csv");
    const std::vector<QByteArray> contents{"", "a\n", QByteArray("\0\r\n\xff", 4), QByteArray(3'000'000, 'x'), "short again"};
    for (const QByteArray &content : contents) {
        durableWrite(path, content);
        CHECK(contentOf(path) == content);
        CHECK(namesIn(folder) == QStringList{"年度 总结.csv"});
    }
}

TEST_CASE("A durable write that cannot be done says so and leaves the old file", "[durable]")
{
    QTemporaryDir folder;
    QDir(folder.path()).mkdir("folder");

    SECTION("missing folder")
    {
        CHECK_THROWS_AS(durableWrite(folder.filePath("none/a.csv"), "new"), Error);
        CHECK(namesIn(folder) == QStringList{"folder"});
    }
    SECTION("the target is a folder")
    {
        CHECK_THROWS_AS(durableWrite(folder.filePath("folder"), "new"), Error);
        CHECK(namesIn(folder) == QStringList{"folder"});
    }
    SECTION("texts for people")
    {
        try {
            durableWrite(folder.filePath("none/a.csv"), "new");
            FAIL("no error");
        } catch (const Error &error) {
            CHECK(error.kind() == Error::Kind::Io);
            CHECK(error.place()->file == folder.filePath("none/a.csv"));
            CHECK(error.cause() == "文件夹不存在");
            CHECK_FALSE(error.remedy().isEmpty());
        }
    }
#ifdef Q_OS_UNIX
    SECTION("full disk")
    {
        const QString path = folder.filePath("a.csv");
        durableWrite(path, "old");
        {
            FullDisk full(100'000);
            CHECK_THROWS_AS(durableWrite(path, QByteArray(200'000, 'x')), Error);
        }
        CHECK(contentOf(path) == "old");
        CHECK(namesIn(folder) == QStringList{"a.csv", "folder"});
    }
#endif
}

#ifdef Q_OS_UNIX
TEST_CASE("A durable write keeps the mode and follows a link", "[durable]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath("a.csv");
    durableWrite(path, "old");
    REQUIRE(::chmod(QFile::encodeName(path).constData(), 0640) == 0);
    REQUIRE(QFile::link(path, folder.filePath("link.csv")));

    durableWrite(folder.filePath("link.csv"), "new");

    CHECK(contentOf(path) == "new");
    CHECK(QFileInfo(folder.filePath("link.csv")).isSymLink());
    struct stat status = {};
    REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0640);
}
#endif
