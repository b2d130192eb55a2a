#include "members/member_repository.h"
#include "members_cases.h"
#include "parties/people/contact_service.h"

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

qint64 rows(const db::Database &database, const QString &table)
{
    return ask(database, QString("SELECT cast(count(*) AS text) AS x FROM %1").arg(table)).toLongLong();
}

} // namespace

TEST_CASE("enrolment registers unit, contact and membership in one batch, and one undo takes all back", "[members]")
{
    TestSession file;
    const qint64 entries = rows(file.database(), "audit_log");
    MemberService service(file);
    Enrolment enrolment = enrolmentOf("示例材料有限公司");
    enrolment.newUnit.creditCode = "91350100M000100Y43";
    enrolment.member.level = MemberLevel::Council;
    const MemberId id = service.enroll(enrolment);
    CHECK(rows(file.database(), "audit_log") == entries + 1);

    const Member member = service.get(id);
    CHECK(member.details.code == "会员-0001");
    CHECK(member.details.level == MemberLevel::Council);
    CHECK(service.findByCode("会员-0001")->id == id);
    CHECK(service.findCurrent(*member.unit)->id == id);
    const std::vector<parties::Contact> contacts = parties::ContactService(file).ofUnit(*member.unit);
    REQUIRE(contacts.size() == 1);
    CHECK(contacts.front().details.isPrimary);
    CHECK(contacts.front().details.post == "经理");
    CHECK(ask(file.database(), "SELECT name || level || status || has_contact AS x FROM v_memberships")
        == "示例材料有限公司COUNCILACTIVE1");

    session::ChangeHistory history(file);
    CHECK(history.lastUndoable()->label.contains("会员入会"));
    history.undo(history.lastUndoable()->batch);
    for (const char *table : {"units", "people", "contacts", "members", "member_levels"})
        CHECK(rows(file.database(), table) == 0);
    history.redo(history.lastRedoable()->batch);
    CHECK(service.get(id).details == member.details);
}

TEST_CASE("a faulty enrolment names the field of the form and leaves nothing", "[members]")
{
    struct Case {
        void (*change)(Enrolment &);
        const char *field;
    };
    const Case each = GENERATE(Case{[](Enrolment &e) { e.newUnit.name.clear(); }, "unit.name"},
        Case{[](Enrolment &e) { e.newUnit.creditCode = "91350100M000100Y44"; }, "unit.creditCode"},
        Case{[](Enrolment &e) { e.contact.phone = "1380000"; }, "contact.phone"},
        Case{[](Enrolment &e) { e.contact.name.clear(); }, "contact.name"},
        Case{[](Enrolment &e) { e.member.joinedOn = QDate(); }, "joinedOn"});
    TestSession file;
    Enrolment enrolment = enrolmentOf("示例材料有限公司");
    each.change(enrolment);
    const auto error = errorOf([&] { MemberService(file).enroll(enrolment); });
    REQUIRE(error);
    REQUIRE_FALSE(error->fields().empty());
    CHECK(error->fields().front().field == QString(each.field));
    for (const char *table : {"units", "people", "contacts", "members"})
        CHECK(rows(file.database(), table) == 0);
}

TEST_CASE("a unit is a member once at a time and may come back", "[members]")
{
    TestSession file;
    MemberService service(file);
    const MemberId id = service.enroll(enrolmentOf("示例材料有限公司"));
    const Member member = service.get(id);
    Enrolment again;
    again.unit = member.unit;
    again.member.joinedOn = QDate(2021, 9, 1);
    const auto twice = errorOf([&] { service.enroll(again); });
    REQUIRE(twice);
    CHECK(twice->kind() == Error::Kind::Conflict);
    CHECK(twice->problem().contains("会员-0001"));

    service.leave(id, member.revision, QDate(2021, 6, 1), "迁出");
    CHECK(service.get(id).details.leftReason == "迁出");
    const MemberId back = service.enroll(again);
    CHECK(service.get(back).details.code == "会员-0002");
    CHECK(membersAsOf(file.database(), "2021-05-31") == 1);
    CHECK(membersAsOf(file.database(), "2021-06-01") == 0);
    CHECK(membersAsOf(file.database(), "2021-09-01") == 1);
    CHECK(MemberRepository(file.database()).ofUnit(*member.unit).size() == 2);
    CHECK(errorOf([&] { service.leave(id, service.get(id).revision, QDate(2021, 7, 1), {}); })->kind() == Error::Kind::Conflict);
}

TEST_CASE("leaving needs a day that has come", "[members]")
{
    TestSession file;
    MemberService service(file);
    const MemberId id = service.enroll(enrolmentOf("示例材料有限公司"));
    for (const QDate day : {QDate(), QDate(2022, 2, 1), QDate(2021, 3, 1)})
        CHECK(errorOf([&] { service.leave(id, 1, day, {}); })->fields().front().field == "leftOn");
    CHECK(statusOf(service.get(id).details) == MemberStatus::Active);
}

TEST_CASE("a membership is suspended and resumed", "[members]")
{
    TestSession file;
    MemberService service(file);
    const MemberId id = service.enroll(enrolmentOf("示例材料有限公司"));
    service.suspend(id, 1, QDate(2021, 6, 1), "欠缴会费");
    Member member = service.get(id);
    CHECK(statusOf(member.details) == MemberStatus::Suspended);
    CHECK(ask(file.database(), "SELECT status AS x FROM v_member_list") == "SUSPENDED");
    CHECK(errorOf([&] { service.suspend(id, 1, QDate(2021, 6, 2), {}); })->kind() == Error::Kind::Conflict);
    service.resume(id, member.revision, QDate(2021, 7, 1));
    member = service.get(id);
    CHECK(statusOf(member.details) == MemberStatus::Active);
    CHECK(member.details.suspendedReason.isEmpty());
    CHECK(service.suspensions(id) == std::vector<Suspension>{{QDate(2021, 6, 1), QDate(2021, 7, 1), "欠缴会费", {}}});
    CHECK(errorOf([&] { service.resume(id, member.revision); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { service.suspend(id, member.revision, QDate(2021, 6, 30), {}); })->fields().front().code == "overlap");
    service.suspend(id, member.revision, QDate(2021, 8, 1), {}, "联〔2021〕8号");
    member = service.get(id);
    CHECK(member.details.suspendedDocument == "联〔2021〕8号");
    CHECK(errorOf([&] { service.resume(id, member.revision, QDate(2021, 7, 31)); })->fields().front().field == "on");
    service.resume(id, member.revision, QDate(2021, 8, 1)); // entered by mistake
    member = service.get(id);
    CHECK(service.suspensions(id).size() == 1);
    CHECK(errorOf([&] { service.suspend(id, member.revision, QDate(), {}); })->fields().front().field == "suspendedOn");
}

TEST_CASE("levels have a past", "[members]")
{
    TestSession file;
    MemberService service(file);
    const MemberId id = service.enroll(enrolmentOf("示例材料有限公司"));
    CHECK(service.changeLevel(id, MemberLevel::Council, QDate(2021, 5, 14), "一届二次理事会"));
    CHECK_FALSE(service.changeLevel(id, MemberLevel::Council, QDate(2021, 5, 14), "一届二次理事会"));
    CHECK(service.changeLevel(id, MemberLevel::Standing, QDate(2021, 5, 14), "一届二次理事会"));
    const std::vector<LevelChange> levels = service.levels(id);
    REQUIRE(levels.size() == 2);
    CHECK(levels.front().level == MemberLevel::Ordinary);
    CHECK(levels.back().level == MemberLevel::Standing);
    CHECK(service.get(id).details.level == MemberLevel::Standing);
    CHECK(ask(file.database(), "SELECT to_on AS x FROM v_member_levels WHERE level = 'ORDINARY'") == "2021-05-14");
    CHECK(
        errorOf([&] { service.changeLevel(id, MemberLevel::Chair, QDate(2021, 2, 1), {}); })->fields().front().field == "fromOn");

    Member member = service.get(id);
    member.details.joinedOn = QDate(2021, 4, 1);
    member.details.level = MemberLevel::ViceChair;
    CHECK(service.update(id, member.revision, member.details));
    CHECK(service.levels(id).front().fromOn == QDate(2021, 4, 1));
    CHECK(service.levels(id).back().level == MemberLevel::ViceChair);
    member = service.get(id);
    member.details.joinedOn = QDate(2021, 6, 1);
    CHECK(errorOf([&] { service.update(id, member.revision, member.details); })->fields().front().field == "joinedOn");
}

TEST_CASE("a membership comes back as stored, and an update refuses what is stale or taken", "[members]")
{
    TestSession file;
    MemberService service(file);
    Enrolment enrolment = enrolmentOf("示例材料有限公司");
    enrolment.member = {"A-7", MemberLevel::Supervisor, QDate(2021, 1, 1), QDate(2021, 2, 1), "联〔2021〕1号", "一届一次",
        "示例推荐", QDate(2021, 3, 1), "欠缴", "联〔2021〕3号", QDate(2021, 4, 1), LeaveKind::Expelled, "迁出", "联〔2021〕4号",
        "证-7", "示例专员", true, QDate(2021, 2, 2), "备注"};
    const MemberId id = service.enroll(enrolment);
    CHECK(service.get(id).details == enrolment.member);
    CHECK_FALSE(service.update(id, 1, enrolment.member));

    const MemberId other = service.enroll(enrolmentOf("示例另一家"));
    Member member = service.get(other);
    member.details.code = "A-7";
    CHECK(errorOf([&] { service.update(other, member.revision, member.details); })->fields().front().field == "code");
    member.details.code = "A-8";
    CHECK(service.update(other, member.revision, member.details));
    member.details.notes = "晚了";
    CHECK(errorOf([&] { service.update(other, member.revision, member.details); })->kind() == Error::Kind::Conflict);
    CHECK(MemberRepository(file.database()).all().size() == 2);
}

TEST_CASE("an entry by mistake is removed with its levels, the unit stays", "[members]")
{
    TestSession file;
    MemberService service(file);
    const MemberId id = service.enroll(enrolmentOf("示例材料有限公司"));
    service.remove(id, 1);
    CHECK(rows(file.database(), "members") == 0);
    CHECK(rows(file.database(), "member_levels") == 0);
    CHECK(rows(file.database(), "units") == 1);
    CHECK(errorOf([&] { service.get(id); })->kind() == Error::Kind::NotFound);
    CHECK(errorOf([&] { service.remove(id, 1); })->kind() == Error::Kind::NotFound);
}
