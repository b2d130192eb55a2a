#include "session_cases.h"

#include "session/drafts.h"
#include "session/file_state_repository.h"

namespace mishutai::session {

TEST_CASE("drafts of open forms survive a restart")
{
    test::TestSession file;
    {
        Drafts drafts(file.session());
        drafts.save("member", std::nullopt, R"({"name":"新会"})");
        file.clock().advanceSeconds(10);
        drafts.save("member", 5, R"({"name":"旧"})");
        file.clock().advanceSeconds(10);
        drafts.save("member", std::nullopt, R"({"name":"新会员"})");
    }
    const auto database = file.file().another(db::Database::Access::Write);
    const Session session(*database, file.clock(), file.session().user());
    Drafts drafts(session);
    const std::vector<Draft> list = drafts.list();
    REQUIRE(list.size() == 2);
    CHECK(list[0].content == R"({"name":"新会员"})");
    CHECK(list[0].form == "member");
    CHECK_FALSE(list[0].objectId.has_value());
    CHECK(list[0].savedAt == file.clock().now());
    CHECK(list[1].objectId == 5);

    const auto taken = drafts.take(list[0].id);
    REQUIRE(taken);
    CHECK(taken->content == list[0].content);
    CHECK_FALSE(drafts.take(list[0].id).has_value());
    drafts.discard("member", 5);
    CHECK(drafts.list().empty());
}

TEST_CASE("a draft belongs to its user, writes no audit row, and holds JSON")
{
    test::TestSession file;
    UserService(file.session()).add("小王", Role::Cashier);
    Session other(file.database(), file.clock(), UserRepository(file.database()).findByName("小王")->user);
    const qint64 entries = AuditRepository(file.database()).lastId();
    const DraftId mine = Drafts(file.session()).save("voucher", std::nullopt, "{}");
    const DraftId theirs = Drafts(other).save("voucher", std::nullopt, "[]");
    CHECK(Drafts(other).list().size() == 1);
    CHECK_FALSE(Drafts(other).take(mine).has_value());
    Drafts(file.session()).discard(theirs);
    CHECK(Drafts(other).list().size() == 1);
    CHECK(AuditRepository(file.database()).lastId() == entries);
    CHECK(kindOfError([&] { Drafts(other).save("voucher", 1, "no json"); }) == Error::Kind::Validation);

    Session reader = file.sessionAs(Role::ReadOnly);
    CHECK(kindOfError([&] { Drafts(reader).save("voucher", std::nullopt, "{}"); }) == Error::Kind::Forbidden);
    CHECK(kindOfError([&] { Drafts(reader).list(); }) == Error::Kind::Forbidden);
}

TEST_CASE("the file knows how it was left")
{
    test::TestSession file;
    FileStateRepository state(file.database());
    state.markClosed();
    CHECK(state.read().isClean);
    file.clock().advanceSeconds(5);
    const QDateTime firstChange = file.clock().now();
    for (int i = 0; i < 2; ++i) {
        Work(file, Operation::UnitEdit).commit();
        CHECK_FALSE(state.read().isClean);
        CHECK(state.read().openedAt == firstChange);
        file.clock().advanceSeconds(5);
    }
    state.markClosed();
    CHECK(state.read().isClean);
    CHECK(state.read().lastAuditId == AuditRepository(file.database()).lastId());
}

} // namespace mishutai::session
