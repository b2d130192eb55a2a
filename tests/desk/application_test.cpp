#include "desk_cases.h"

#include "db/backup/backup.h"
#include "db/change_bus.h"
#include "db/database.h"
#include "db/migrator.h"
#include "desk/worker.h"
#include "members/member_service.h"
#include "parties/units/unit_service.h"
#include "session/users/user_repository.h"
#include "session/users/user_service.h"
#include "support/fork.h"

#include <atomic>
#include <thread>

namespace mishutai::desk {

namespace {

parties::UnitDetails unitNamed(const QString &name)
{
    parties::UnitDetails details;
    details.name = name;
    return details;
}

std::optional<Error::Kind> openingFails(const QString &path, Access access, const QString &user = {})
{
    const auto error = errorOf([&] { Application::open({path, access, user, {}}); });
    return error ? std::optional(error->kind()) : std::nullopt;
}

} // namespace

TEST_CASE("a new file has its first user, and no second file takes its place")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("new.mishutai");
    {
        const auto made = Application::create(path, "秘书甲");
        CHECK_FALSE(made->isReadOnly());
        CHECK(made->session().user().name == "秘书甲");
        CHECK(made->session().may(session::Operation::UserAdmin));
        CHECK(made->database().schemaVersion() == newestSchema());
    }
    const auto before = contents(folder.path());
    const auto again = errorOf([&] { Application::create(path, "秘书乙"); });
    REQUIRE(again);
    CHECK(again->kind() == Error::Kind::Conflict);
    CHECK((contents(folder.path()) == before));
}

TEST_CASE("looking at a file changes no byte of it")
{
    const ExampleFile example;
    const auto before = contents(example.folder());
    for (const Access access : {Access::Read, Access::Write, Access::WriteIfFree}) {
        const auto application = example.open(access);
        CHECK(application->isReadOnly() == (access == Access::Read));
        CHECK_FALSE(application->wasUnclean());
        CHECK_FALSE(application->holder());
    }
    CHECK((contents(example.folder()) == before));
}

TEST_CASE("the second at a file reads and knows who has it")
{
    const ExampleFile example;
    const auto first = example.open();
    const auto second = example.open(Access::WriteIfFree);
    CHECK(second->isReadOnly());
    REQUIRE(second->holder());
    CHECK(second->holder()->isThisProcess);
    CHECK(openingFails(example.path(), Access::Write) == Error::Kind::Conflict);
    const auto error = errorOf([&] { parties::UnitService(second->session()).create(unitNamed("示例")); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Storage);
    parties::UnitService(first->session()).create(unitNamed("示例甲有限公司"));
    CHECK(parties::UnitService(second->session()).findByName("示例甲有限公司").size() == 1);
}

TEST_CASE("a program that was killed is noticed, its lock taken over")
{
    const ExampleFile example;
    const test::ChildEnd end = test::runChild([&] {
        const auto application = example.open();
        parties::UnitService(application->session()).create(unitNamed("示例甲有限公司"));
        ::raise(SIGKILL);
        return 0;
    });
    REQUIRE(end.signal == SIGKILL);
    {
        const auto application = example.open();
        CHECK(application->wasUnclean());
        CHECK(parties::UnitService(application->session()).findByName("示例甲有限公司").size() == 1);
    }
    CHECK_FALSE(example.open()->wasUnclean());
}

TEST_CASE("closing backs up what has changed, and only that")
{
    const ExampleFile example;
    {
        const auto application = example.open();
        CHECK_FALSE(application->lastBackupAt());
    }
    CHECK(db::listBackups(example.path()).empty());
    {
        const auto application = example.open();
        parties::UnitService(application->session()).create(unitNamed("示例甲有限公司"));
    }
    REQUIRE(db::listBackups(example.path()).size() == 1);
    CHECK(db::listBackups(example.path()).front().isWhole);
    {
        const auto application = example.open();
        CHECK(application->lastBackupAt());
        application->backUp("manual");
    }
    CHECK(db::listBackups(example.path()).size() == 2);
}

TEST_CASE("who opens a file is asked where there are several")
{
    const ExampleFile example;
    {
        const auto application = example.open();
        session::UserService(application->session()).add("审计员", session::Role::ReadOnly);
    }
    CHECK(openingFails(example.path(), Access::Read) == Error::Kind::Forbidden);
    CHECK(openingFails(example.path(), Access::Read, "无此人") == Error::Kind::Forbidden);
    const auto application = Application::open({example.path(), Access::Write, "审计员", {}});
    CHECK(application->session().user().roles == session::Roles(session::Role::ReadOnly));
}

TEST_CASE("a worker in a thread of its own writes beside the window, which hears of it")
{
    const ExampleFile example;
    const auto application = example.open();
    QSet<QString> heard;
    QObject::connect(&application->bus(), &db::ChangeBus::changed, &application->bus(),
        [&](const QSet<QString> &tables) { heard.unite(tables); });
    const WorkerRequest request = application->workerRequest();
    std::atomic<int> members = 0;
    std::thread thread([&] {
        const auto work = errorOf([&] {
            Worker writer(request, Worker::Access::Write);
            parties::UnitService(writer.session()).create(unitNamed("示例甲有限公司"));
            Worker reader(request, Worker::Access::Read);
            members = static_cast<int>(reader.metrics().value({"members.count", Period::year(2021), {}}).raw);
        });
        if (work)
            members = -1;
    });
    thread.join();
    CHECK(members == 127);
    CHECK(parties::UnitService(application->session()).findByName("示例甲有限公司").size() == 1);
    application->publishAll();
    for (const char *table : {"units", "members", "activities", "cases", "vouchers", "observations", "plan_items"})
        CHECK(heard.contains(table));

    std::optional<Error> refused;
    std::thread second([&] {
        Worker reader(request, Worker::Access::Read);
        refused = errorOf([&] { parties::UnitService(reader.session()).create(unitNamed("示例乙有限公司")); });
    });
    second.join();
    CHECK(refused);
}

TEST_CASE("a file whose making was cut off before it had a user opens with its first one")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("cut.mishutai");
    {
        const auto database = db::Database::create(path);
        db::Migrator::carried().migrate(*database);
    }
    const auto application = Application::open({path, Access::Write, {}, {}});
    CHECK(application->session().user().name == firstUserName());
    CHECK(application->session().may(session::Operation::UserAdmin));
    CHECK(session::UserRepository(application->database()).all().size() == 1);
}

} // namespace mishutai::desk
