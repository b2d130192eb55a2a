#include "session_cases.h"

#include "session/audit/audit_log.h"
#include "session/users/authentication.h"

namespace mishutai::session {
namespace {

const PasswordCost kCheap = PasswordCost::cheapest();

Session sessionOf(test::TestSession &file, const QString &name)
{
    return Session(file.database(), file.clock(), UserRepository(file.database()).findByName(name)->user);
}

/// Whether the login succeeds.
bool logsIn(test::TestSession &file, const QString &name, const QString &password)
{
    const auto kind = kindOfError([&] { authenticate(file.database(), file.clock(), name, password, kCheap); });
    CHECK((!kind || kind == Error::Kind::Forbidden));
    return !kind;
}

} // namespace

TEST_CASE("the first user of a file holds all roles")
{
    test::TestSession file;
    UserService users(file.session());
    REQUIRE(users.list().size() == 1);
    const User first = users.list().front().user;
    CHECK(first.roles == Roles::all());
    CHECK(first.name == "测试员");
    CHECK_FALSE(first.hasPassword);
    CHECK(users.isSingleUser());
    CHECK(kindOfError([&] { UserService::createFirst(file.database(), file.clock(), "另一人"); }) == Error::Kind::Conflict);
    CHECK(users.list().size() == 1);
}

TEST_CASE("users are added, renamed and deactivated")
{
    test::TestSession file;
    UserService users(file.session());
    const UserId clerk = users.add("  小王 ", Roles(Role::Secretariat) | Role::Cashier);
    CHECK_FALSE(users.isSingleUser());
    users.rename(clerk, 1, "王芳");
    users.setActive(clerk, 2, false);
    CHECK(users.isSingleUser());
    const UserRecord record = *UserRepository(file.database()).find(clerk);
    CHECK(record.user.name == "王芳");
    CHECK(record.user.roles == (Roles(Role::Secretariat) | Role::Cashier));
    CHECK_FALSE(record.user.isActive);
    CHECK(record.revision == 3);
    CHECK(activeUsers(file.database()).size() == 1);
    CHECK(verifyAuditChain(file.database()).empty());
}

TEST_CASE("bad details of a user are refused")
{
    test::TestSession file;
    UserService users(file.session());
    using Kind = Error::Kind;
    CHECK(kindOfError([&] { users.add(" ", Role::Cashier); }) == Kind::Validation);
    CHECK(kindOfError([&] { users.add(QString(41, u'长'), Role::Cashier); }) == Kind::Validation);
    CHECK(kindOfError([&] { users.add("小王", Roles()); }) == Kind::Validation);
    CHECK(kindOfError([&] { users.add("测试员", Role::Cashier); }) == Kind::Conflict);
    const UserId clerk = users.add("小王", Role::Cashier);
    CHECK(kindOfError([&] { users.rename(clerk, 1, "测试员"); }) == Kind::Conflict);
    CHECK(kindOfError([&] { users.rename(clerk, 5, "小李"); }) == Kind::Conflict);
    CHECK(kindOfError([&] { users.rename(UserId(77), 1, "小李"); }) == Kind::NotFound);
    CHECK(kindOfError([&] { users.resetPassword(clerk, "12345"); }) == Kind::Validation);
    CHECK_NOTHROW(users.rename(clerk, 1, "小王"));
    CHECK(users.list().size() == 2);
}

TEST_CASE("the last director stays")
{
    test::TestSession file;
    UserService users(file.session());
    CHECK(kindOfError([&] { users.setRoles(UserId(1), 1, Role::Secretariat); }) == Error::Kind::Conflict);
    CHECK(kindOfError([&] { users.setActive(UserId(1), 1, false); }) == Error::Kind::Conflict);

    const UserId second = users.add("副手", Roles(Role::Director));
    Session session = sessionOf(file, "副手");
    UserService bySecond(session);
    bySecond.setRoles(UserId(1), 1, Role::Secretariat);
    CHECK(kindOfError([&] { bySecond.setRoles(second, 1, Role::Secretariat); }) == Error::Kind::Conflict);
    CHECK(kindOfError([&] { bySecond.setActive(second, 1, false); }) == Error::Kind::Conflict);
    CHECK(UserRepository(file.database()).countActive(Role::Director) == 1);
}

TEST_CASE("nobody edits the roles of oneself beside others, nor deactivates oneself")
{
    test::TestSession file;
    UserService users(file.session());
    // Alone one may shed what one does not need, but not the direction.
    users.setRoles(UserId(1), 1, Roles(Role::Director) | Role::Secretariat);
    users.add("副手", Roles(Role::Director));
    CHECK(kindOfError([&] { users.setRoles(UserId(1), 2, Roles::all()); }) == Error::Kind::Conflict);
    CHECK(kindOfError([&] { users.setActive(UserId(1), 2, false); }) == Error::Kind::Conflict);
    Session session = sessionOf(file, "副手");
    CHECK_NOTHROW(UserService(session).setRoles(UserId(1), 2, Roles::all()));
}

TEST_CASE("only a director administers users")
{
    test::TestSession file;
    const Roles others = Roles(Role::Secretariat) | Role::Cashier | Role::Accountant | Role::ReadOnly;
    Session session = file.sessionAs(others);
    UserService users(session, kCheap);
    CHECK(kindOfError([&] { users.add("小王", others); }) == Error::Kind::Forbidden);
    CHECK(kindOfError([&] { users.rename(UserId(1), 1, "小王"); }) == Error::Kind::Forbidden);
    CHECK(kindOfError([&] { users.setRoles(UserId(1), 1, others); }) == Error::Kind::Forbidden);
    CHECK(kindOfError([&] { users.setActive(UserId(1), 1, false); }) == Error::Kind::Forbidden);
    CHECK(kindOfError([&] { users.resetPassword(UserId(1), "secret-1"); }) == Error::Kind::Forbidden);
    CHECK(AuditRepository(file.database()).find({.outcome = Outcome::Refused}).size() == 5);
}

TEST_CASE("passwords are hashed by argon2id and verified")
{
    const QString hash = hashPassword("秘书台 2021", kCheap);
    CHECK(hash.startsWith("$argon2id$"));
    CHECK(hash != hashPassword("秘书台 2021", kCheap));
    CHECK(verifyPassword(hash, "秘书台 2021"));
    CHECK_FALSE(verifyPassword(hash, "秘书台 2022"));
    CHECK_FALSE(verifyPassword(hash, ""));
    CHECK_FALSE(verifyPassword("no hash", "秘书台 2021"));
    CHECK(verifyPassword(hashPassword("caf\u00e9-1", kCheap), "cafe\u0301-1"));
    CHECK_FALSE(needsRehash(hash, kCheap));
    CHECK(needsRehash(hash, PasswordCost::interactive()));
    CHECK(PasswordCost::interactive().memoryBytes == 64 * 1024 * 1024);
}

TEST_CASE("login with and without a password")
{
    test::TestSession file;
    UserService users(file.session(), kCheap);
    CHECK(logsIn(file, "测试员", ""));
    CHECK_FALSE(logsIn(file, "测试员", "something"));
    CHECK_FALSE(logsIn(file, "无此人", ""));
    users.resetPassword(UserId(1), "secret-1");
    CHECK(logsIn(file, " 测试员", "secret-1"));
    CHECK_FALSE(logsIn(file, "测试员", ""));
    CHECK(logsIn(file, "测试员", "secret-1"));
    CHECK(AuditRepository(file.database()).find({.operation = "user.login", .outcome = Outcome::Done}).size() == 3);
    CHECK(AuditRepository(file.database()).find({.operation = "user.login", .outcome = Outcome::Refused}).size() == 2);

    users.resetPassword(UserId(1), "");
    CHECK(logsIn(file, "测试员", ""));
    const UserId clerk = users.add("小王", Role::Cashier);
    users.setActive(clerk, 1, false);
    CHECK_FALSE(logsIn(file, "小王", ""));
}

TEST_CASE("neither password nor hash reaches history or log")
{
    test::TestSession file;
    UserService(file.session(), kCheap).resetPassword(UserId(1), "secret-1");
    db::Statement statement(
        file.database(), "SELECT count(*) AS n FROM changes WHERE coalesce(before, '') || coalesce(after, '') LIKE '%argon2%'");
    statement.next();
    CHECK(statement.integer("n") == 0);
    CHECK(AuditRepository(file.database()).find({.operation = "user.admin", .limit = 1}).front().changeCount == 0);
}

TEST_CASE("a hash of another cost is renewed at login")
{
    test::TestSession file;
    UserService(file.session(), {kCheap.operations + 1, kCheap.memoryBytes}).resetPassword(UserId(1), "secret-1");
    const UserRepository users(file.database());
    const QString before = users.password(UserId(1))->hash;
    REQUIRE(needsRehash(before, kCheap));
    CHECK(logsIn(file, "测试员", "secret-1"));
    CHECK(users.password(UserId(1))->hash != before);
    CHECK_FALSE(needsRehash(users.password(UserId(1))->hash, kCheap));
    CHECK(logsIn(file, "测试员", "secret-1"));
}

TEST_CASE("wrong passwords make one wait, over restarts and clocks put back")
{
    test::TestSession file;
    UserService(file.session(), kCheap).resetPassword(UserId(1), "secret-1");
    for (int i = 0; i < 3; ++i)
        CHECK_FALSE(logsIn(file, "测试员", "wrong"));
    const auto error = errorOf([&] { authenticate(file.database(), file.clock(), "测试员", "secret-1", kCheap); });
    REQUIRE(error);
    CHECK(error->remedy().contains("60"));

    SECTION("the wait ends")
    {
        file.clock().advanceSeconds(60);
        CHECK(logsIn(file, "测试员", "secret-1"));
        CHECK(UserRepository(file.database()).password(UserId(1))->failedAttempts == 0);
    }
    SECTION("a restart does not help")
    {
        const QString copy = file.file().folder() + "/copy.mishutai";
        file.file().close();
        REQUIRE(QFile::copy(file.file().path(), copy));
        const auto database = db::Database::open(copy, db::Database::Access::Write);
        CHECK(
            kindOfError([&] { authenticate(*database, file.clock(), "测试员", "secret-1", kCheap); }) == Error::Kind::Forbidden);
    }
    SECTION("a clock put back starts the wait anew")
    {
        file.clock().advanceSeconds(-86400);
        CHECK_FALSE(logsIn(file, "测试员", "secret-1"));
        file.clock().advanceSeconds(59);
        CHECK_FALSE(logsIn(file, "测试员", "secret-1"));
        file.clock().advanceSeconds(1);
        CHECK(logsIn(file, "测试员", "secret-1"));
    }
}

TEST_CASE("an hour holds at most thirty guesses")
{
    test::TestSession file;
    UserService(file.session(), kCheap).resetPassword(UserId(1), "secret-1");
    const UserRepository users(file.database());
    int guesses = 0;
    for (int second = 0; second < 3600; second += 10) {
        int before = 0;
        do {
            before = users.password(UserId(1))->failedAttempts;
            logsIn(file, "测试员", "wrong");
            guesses += users.password(UserId(1))->failedAttempts - before;
        } while (users.password(UserId(1))->failedAttempts != before);
        file.clock().advanceSeconds(10);
    }
    CHECK(guesses <= 30);
    CHECK(guesses >= 20);
}

TEST_CASE("one changes one's own password with the old one")
{
    test::TestSession file;
    UserService(file.session()).add("小王", Role::ReadOnly);
    Session session = sessionOf(file, "小王");
    UserService users(session, kCheap);
    users.changeOwnPassword("", "first-1");
    CHECK(kindOfError([&] { users.changeOwnPassword("wrong", "second-2"); }) == Error::Kind::Forbidden);
    CHECK(kindOfError([&] { users.changeOwnPassword("first-1", "short"); }) == Error::Kind::Validation);
    users.changeOwnPassword("first-1", "second-2");
    CHECK(logsIn(file, "小王", "second-2"));
    CHECK_FALSE(logsIn(file, "小王", "first-1"));
}

TEST_CASE("the command line takes the only user without a password")
{
    test::TestSession file;
    UserService users(file.session(), kCheap);
    REQUIRE(onlyUserWithoutPassword(file.database()));
    CHECK(onlyUserWithoutPassword(file.database())->name == "测试员");
    const UserId clerk = users.add("小王", Role::Cashier);
    CHECK_FALSE(onlyUserWithoutPassword(file.database()).has_value());
    users.resetPassword(UserId(1), "secret-1");
    CHECK(onlyUserWithoutPassword(file.database())->id == clerk);
    users.setActive(clerk, 1, false);
    CHECK_FALSE(onlyUserWithoutPassword(file.database()).has_value());
}

TEST_CASE("on a read-only file a login is checked and leaves no trace")
{
    test::TestSession file;
    UserService(file.session(), kCheap).resetPassword(UserId(1), "secret-1");
    const auto reader = file.file().another(db::Database::Access::Read);
    const qint64 before = AuditRepository(*reader).lastId();
    CHECK(kindOfError([&] { authenticate(*reader, file.clock(), "测试员", "wrong", kCheap); }) == Error::Kind::Forbidden);
    CHECK(authenticate(*reader, file.clock(), "测试员", "secret-1", kCheap).id == UserId(1));
    CHECK(AuditRepository(*reader).lastId() == before);
}

} // namespace mishutai::session
