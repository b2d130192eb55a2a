#include "db/file/file_lock.h"

#include "base/error.h"
#include "db/file/file_header.h"
#include "db/migrator.h"
#include "support/fork.h"
#include "support/test_database.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <fcntl.h>

using namespace mishutai;
using namespace mishutai::db;
using namespace mishutai::test;

namespace {

struct Place {
    QTemporaryDir folder;
    QString file = folder.filePath("data.mishutai");
    Place()
    {
        QFile made(file);
        REQUIRE(made.open(QIODevice::WriteOnly));
    }
};

std::optional<Error> lockError(const QString &file)
{
    try {
        const FileLock lock(file);
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

/// A child that holds the lock until it is killed or told to end.
class Holder
{
public:
    explicit Holder(const QString &file)
    {
        int ready[2] = {};
        int end[2] = {};
        REQUIRE(::pipe(ready) == 0);
        REQUIRE(::pipe(end) == 0);
        m_pid = startChild([&] {
            ::close(end[1]);
            const FileLock lock(file);
            char byte = 'r';
            return ::write(ready[1], &byte, 1) == 1 && ::read(end[0], &byte, 1) >= 0 ? 0 : 1;
        });
        ::close(end[0]);
        ::close(ready[1]);
        char byte = 0;
        REQUIRE(::read(ready[0], &byte, 1) == 1);
        ::close(ready[0]);
        m_end = end[1];
    }
    ~Holder()
    {
        ::close(m_end);
        if (m_pid > 0)
            waitForChild(m_pid);
    }
    Q_DISABLE_COPY_MOVE(Holder)
    void kill()
    {
        ::kill(m_pid, SIGKILL);
        waitForChild(m_pid);
        m_pid = 0;
    }
    pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = 0;
    int m_end = -1;
};

/// Whether this process holds a lock on the data file itself, as another process sees it.
bool isLockedForOthers(const QString &file)
{
    return runChild([&] {
        const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR);
        struct flock probe = {};
        probe.l_type = F_WRLCK;
        probe.l_whence = SEEK_SET;
        if (descriptor < 0 || ::fcntl(descriptor, F_GETLK, &probe) != 0)
            return 2;
        return probe.l_type == F_UNLCK ? 0 : 1;
    }).status
        == 1;
}

} // namespace

TEST_CASE("a data file has one owner, and the second hears who")
{
    const Place place;
    CHECK_FALSE(FileLock::holder(place.file));
    {
        const FileLock lock(place.file);
        const auto holder = FileLock::holder(place.file);
        REQUIRE(holder);
        CHECK(holder->isThisProcess);
        CHECK(holder->pid == ::getpid());
        CHECK_FALSE(holder->host.isEmpty());
        CHECK(holder->program == "test_db");
        CHECK(holder->since.isValid());
        const auto error = lockError(place.file);
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Conflict);
        CHECK(error->cause().contains("本程序"));
    }
    CHECK_FALSE(FileLock::holder(place.file));
    CHECK_FALSE(QFileInfo::exists(place.file + ".lock"));
    CHECK_FALSE(lockError(place.file));
}

TEST_CASE("another process that has the file is named; one that was killed is not in the way")
{
    const Place place;
    Holder other(place.file);
    const auto error = lockError(place.file);
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Conflict);
    CHECK(error->cause().contains(QString::number(other.pid())));
    const auto holder = FileLock::holder(place.file);
    REQUIRE(holder);
    CHECK_FALSE(holder->isThisProcess);
    CHECK_FALSE(holder->isOtherHost);
    CHECK_THROWS_AS(FileLock::breakLock(place.file), Error);
    other.kill();
    CHECK(QFileInfo::exists(place.file + ".lock"));
    CHECK_FALSE(FileLock::holder(place.file));
    CHECK_FALSE(lockError(place.file));
}

TEST_CASE("of several processes that start at once one gets the file, also over a stale lock")
{
    const Place place;
    for (int round = 0; round < 20; ++round) {
        {
            Holder stale(place.file);
            stale.kill();
        }
        // Each child that gets the lock notes it and holds it until all have tried.
        int tried[2] = {};
        int go[2] = {};
        REQUIRE(::pipe(tried) == 0);
        REQUIRE(::pipe(go) == 0);
        constexpr int kChildren = 4;
        std::vector<pid_t> children;
        for (int i = 0; i < kChildren; ++i) {
            children.push_back(startChild([&] {
                ::close(go[1]);
                std::unique_ptr<FileLock> lock;
                try {
                    lock = std::make_unique<FileLock>(place.file);
                } catch (const Error &) {
                }
                char byte = lock ? 'y' : 'n';
                return ::write(tried[1], &byte, 1) == 1 && ::read(go[0], &byte, 1) >= 0 ? 0 : 1;
            }));
        }
        ::close(go[0]);
        int owners = 0;
        for (int i = 0; i < kChildren; ++i) {
            char byte = 0;
            REQUIRE(::read(tried[0], &byte, 1) == 1);
            owners += byte == 'y';
        }
        ::close(go[1]);
        ::close(tried[0]);
        ::close(tried[1]);
        for (const pid_t child : children)
            CHECK(waitForChild(child).status == 0);
        CHECK(owners <= 1);
        CHECK_FALSE(lockError(place.file));
    }
}

TEST_CASE("a lock of another machine stays until somebody breaks it")
{
    const Place place;
    QFile lock(place.file + ".lock");
    REQUIRE(lock.open(QIODevice::WriteOnly));
    lock.write("4242\nmishutai\noffice-2\n\n\n");
    lock.close();
    const auto error = lockError(place.file);
    REQUIRE(error);
    CHECK(error->cause().contains("office-2"));
    const auto holder = FileLock::holder(place.file);
    REQUIRE(holder);
    CHECK(holder->isOtherHost);
    FileLock::breakLock(place.file);
    CHECK_FALSE(lockError(place.file));
}

TEST_CASE("a folder that is not there cannot be locked")
{
    const Place place;
    const auto error = lockError(place.folder.filePath("none/data.mishutai"));
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Io);
}

TEST_CASE("a lock whose maker was killed before it wrote its name is taken over")
{
    const Place place;
    const QString path = place.file + ".lock";
    for (const QByteArray &half : {QByteArray(), QByteArray("1204"), QByteArray("1204\nmishu")}) {
        QFile lock(path);
        REQUIRE(lock.open(QIODevice::WriteOnly));
        lock.write(half);
        lock.flush();
        REQUIRE(lock.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-5), QFileDevice::FileModificationTime));
        lock.close();
        INFO(half.toStdString());
        CHECK_FALSE(lockError(place.file));
        CHECK_FALSE(QFileInfo::exists(path));
    }
}

TEST_CASE("looking at the header of an open file, or opening it once more, drops no lock of this process")
{
    TestDatabase file;
    REQUIRE(isLockedForOthers(file.path()));
    checkFileHeader(file.path(), Migrator::carried().newestVersion());
    CHECK(isLockedForOthers(file.path()));
    file.another(Database::Access::Read);
    CHECK(isLockedForOthers(file.path()));
    SECTION("control: one descriptor of another kind, closed, takes all locks with it")
    {
        QFile plain(file.path());
        REQUIRE(plain.open(QIODevice::ReadOnly));
        plain.close();
        CHECK_FALSE(isLockedForOthers(file.path()));
    }
    SECTION("control: closing the file gives the lock back")
    {
        file.close();
        CHECK_FALSE(isLockedForOthers(file.path()));
    }
}
