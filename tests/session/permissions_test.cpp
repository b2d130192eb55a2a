#include "session_cases.h"

#include <set>

namespace mishutai::session {
namespace {

struct Cast {
    const char *who;
    Roles roles;
};

const Cast kCasts[] = {{"nobody", Roles()}, {"secretariat", Role::Secretariat}, {"cashier", Role::Cashier},
    {"accountant", Role::Accountant}, {"director", Role::Director}, {"read only", Role::ReadOnly}, {"all", Roles::all()},
    {"secretariat and cashier", Roles(Role::Secretariat) | Role::Cashier}};

/// Says whether a use case of the operation goes through.
bool goesThrough(Session &session, Operation operation)
{
    const auto kind = kindOfError([&] { Work(session, operation).commit(); });
    CHECK((!kind || kind == Error::Kind::Forbidden));
    return !kind;
}

} // namespace

TEST_CASE("the permission table is complete")
{
    std::set<QString> keys;
    std::set<QString> labels;
    int place = 0;
    for (const OperationInfo &row : operations()) {
        CAPTURE(row.key.toStdString());
        CHECK(row.operation == static_cast<Operation>(place++));
        CHECK(&info(row.operation) == &row);
        CHECK(operationByKey(row.key) == row.operation);
        CHECK(row.roles.bits() != 0);
        CHECK_FALSE(row.label.isEmpty());
        CHECK(keys.insert(row.key).second);
        CHECK(labels.insert(row.label).second);
    }
    CHECK(keys.size() > 40);
    CHECK_FALSE(operationByKey("member.praise").has_value());
}

TEST_CASE("every role has its name")
{
    std::set<QString> names;
    for (const Role role : {Role::Secretariat, Role::Cashier, Role::Accountant, Role::Director, Role::ReadOnly})
        names.insert(roleName(role));
    CHECK(names.size() == 5);
    CHECK(names.count(QString()) == 0);
}

TEST_CASE("a use case goes through exactly for the roles of the table, and each refusal is logged once")
{
    test::TestSession file;
    const AuditRepository audit(file.database());
    for (const Cast &cast : kCasts) {
        Session session = file.sessionAs(cast.roles);
        for (const OperationInfo &row : operations()) {
            CAPTURE(cast.who, row.key.toStdString());
            const bool expected = (cast.roles.bits() & row.roles.bits()) != 0;
            const qint64 before = audit.lastId();
            CHECK(session.may(row.operation) == expected);
            CHECK(goesThrough(session, row.operation) == expected);

            const AuditEntry entry = audit.find({.limit = 1}).front();
            CHECK(entry.id == before + 1);
            CHECK(entry.operation == row.key);
            CHECK(entry.userId == session.user().id);
            CHECK((entry.outcome == Outcome::Done) == expected);
            CHECK(entry.batch.has_value() == expected);
        }
    }
}

TEST_CASE("a reading use case is refused and logged as well")
{
    test::TestSession file;
    const Session session = file.sessionAs(Role::ReadOnly);
    CHECK_NOTHROW(session.require(Operation::FinanceRead));
    const auto error = errorOf([&] { session.require(Operation::PersonalRead); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Forbidden);
    CHECK(error->problem().contains("查看电话等个人信息"));
    CHECK(error->cause().contains("只读"));
    CHECK(error->remedy().contains("秘书处"));
    CHECK(AuditRepository(file.database()).find({.outcome = Outcome::Refused}).size() == 1);
}

TEST_CASE("a deactivated user may nothing")
{
    test::TestSession file;
    Session session(file.database(), file.clock(), {.id = UserId(7), .name = "停用", .roles = Roles::all(), .isActive = false});
    for (const OperationInfo &row : operations())
        CHECK(kindOfError([&] { Work(session, row.operation).commit(); }) == Error::Kind::Forbidden);
    CHECK(AuditRepository(file.database()).find({.outcome = Outcome::Refused}).size() == operations().size());
}

TEST_CASE("roles lost or a user deactivated since the login hold at once")
{
    test::TestSession file;
    UserService users(file.session());
    const UserId clerk = users.add("小王", Role::Secretariat);
    Session session(file.database(), file.clock(), {.id = clerk, .name = "小王", .roles = Role::Secretariat});
    CHECK(goesThrough(session, Operation::MemberEnroll));

    users.setRoles(clerk, 1, Role::ReadOnly);
    CHECK_FALSE(goesThrough(session, Operation::MemberEnroll));
    users.setRoles(clerk, 2, Role::Secretariat);
    CHECK(goesThrough(session, Operation::MemberEnroll));
    users.setActive(clerk, 3, false);
    CHECK_FALSE(goesThrough(session, Operation::MemberEnroll));
    CHECK_FALSE(file.database().isInTransaction());
    CHECK(AuditRepository(file.database()).find({.user = clerk, .outcome = Outcome::Refused}).size() == 2);
}

TEST_CASE("on a read-only file nothing is written, not even a refusal")
{
    test::TestSession file;
    const auto reader = file.file().another(db::Database::Access::Read);
    Session session(*reader, file.clock(), {.id = UserId(9), .name = "旁观", .roles = Role::ReadOnly});
    const qint64 before = AuditRepository(*reader).lastId();
    CHECK(kindOfError([&] { session.require(Operation::MemberEnroll); }) == Error::Kind::Forbidden);
    CHECK(kindOfError([&] { Work work(session, Operation::SettingEdit); }) == Error::Kind::Storage);
    CHECK(AuditRepository(*reader).lastId() == before);
}

} // namespace mishutai::session
