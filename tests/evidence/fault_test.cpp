#include "evidence_cases.h"

#include "evidence/links/evidence_check.h"
#include "evidence/links/evidence_repository.h"
#include "support/fork.h"

#include <spdlog/spdlog.h>

#include <atomic>
#include <csignal>
#include <random>

#include <sys/resource.h>

using namespace mishutai;
using namespace mishutai::evidence;
using namespace mishutai::test;

namespace {

struct Acknowledged {
    qint64 link = 0;
    char sha256[64] = {};
};

/// Attaches random files until it is killed, and says what was attached after each.
[[noreturn]] void attachUntilKilled(const TestDatabase &file, unsigned seed, int pipe)
{
    const auto database = file.another(db::Database::Access::Write);
    const FixedClock clock;
    session::Session session(*database, clock, {.id = UserId(900), .name = "另一人", .roles = session::Roles::all()});
    EvidenceService service(session);
    std::mt19937 random(seed);
    for (;;) {
        QByteArray bytes(static_cast<int>(1 + random() % 200'000), static_cast<char>(random()));
        bytes += QByteArray::number(static_cast<uint>(random()));
        const AttachResult result = service.attach(kEvent, {{.bytes = bytes, .name = "照片.jpg"}});
        Acknowledged said;
        said.link = result.added.front().value();
        const QByteArray name = service.get(result.added.front()).sha256.toLatin1();
        std::copy(name.begin(), name.end(), said.sha256);
        if (::write(pipe, &said, sizeof said) != sizeof said)
            ::_exit(1);
        if (random() % 4 == 0)
            service.unlink({result.added.front()});
    }
}

int killsWanted()
{
    const int wanted = qEnvironmentVariableIntValue("MISHUTAI_KILLS");
    return wanted > 0 ? wanted : 150;
}

} // namespace

TEST_CASE("kill -9 at any moment: no row names a missing or half file, and every acknowledged file is there")
{
    spdlog::set_level(spdlog::level::err);
    TestSession desk;
    std::mt19937 random(20211126);
    std::vector<Acknowledged> said;
    for (int round = 0; round < killsWanted(); ++round) {
        int pipe[2] = {};
        REQUIRE(::pipe(pipe) == 0);
        const auto seed = static_cast<unsigned>(random());
        const pid_t child = startChild([&]() -> int { attachUntilKilled(desk.file(), seed, pipe[1]); });
        ::close(pipe[1]);
        Acknowledged one;
        const auto read = [&] { return ::read(pipe[0], &one, sizeof one) == sizeof one; };
        // The number of acknowledgements is the clock: the kill comes in the middle of some later step.
        for (auto waits = 1 + random() % 4; waits > 0 && read(); --waits)
            said.push_back(one);
        for (auto spin = random() % 3'000'000; spin > 0; --spin)
            std::atomic_signal_fence(std::memory_order_seq_cst);
        ::kill(child, SIGKILL);
        CHECK(waitForChild(child).signal == SIGKILL);
        while (read())
            said.push_back(one);
        ::close(pipe[0]);
    }
    spdlog::set_level(spdlog::level::info);
    CHECK(said.size() >= static_cast<size_t>(killsWanted()));
    EvidenceService service(desk.session());
    service.store().removeLeftovers();
    CHECK(checkEvidence(desk.session(), Depth::Bytes).empty());
    for (const EvidenceFile &file : EvidenceRepository(desk.database()).files())
        CHECK(service.store().find(file.object.sha256).has_value());
    QStringList lost;
    for (const Acknowledged &one : said) {
        const QString name = QString::fromLatin1(one.sha256, 64);
        if (!EvidenceRepository(desk.database()).findFile(name) || !service.store().find(name))
            lost.append(name);
    }
    CHECK(lost.isEmpty());
    for (const QString &path : treeOf(service.store().folder()).keys())
        CHECK((path.startsWith("objects/") && path.size() == 8 + 2 + 1 + 62));
}

TEST_CASE("a full disk at any point of a file is told, changes nothing, and the next attach goes on")
{
    Desk desk;
    desk.attach(kEvent, "先.jpg", jpeg("先"));
    const auto before = treeOf(desk.service.store().folder());
    const QString path = desk.file("大.jpg", jpeg(QByteArray(3'000'000, 'x')));
    for (const rlim_t limit : {rlim_t(0), rlim_t(1), rlim_t(4096), rlim_t(1'048'576), rlim_t(2'999'000)}) {
        CAPTURE(limit);
        const ChildEnd end = runChild([&] {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit most{limit, limit};
            if (::setrlimit(RLIMIT_FSIZE, &most) != 0)
                return 90;
            const ObjectStore store = desk.service.store();
            const auto error = errorOf([&] { store.putFile(path); });
            const auto pasted = errorOf([&] { store.putBytes(bytesOf(path)); });
            return error && pasted && error->kind() == Error::Kind::Io && pasted->kind() == Error::Kind::Io
                    && !error->remedy().isEmpty()
                ? 0
                : 1;
        });
        CHECK(end.status == 0);
        CHECK((treeOf(desk.service.store().folder()) == before));
    }
    CHECK(desk.service.attach(kEvent, {{.path = path}}).added.size() == 1);
    CHECK(checkEvidence(desk.session, Depth::Bytes).empty());
}
