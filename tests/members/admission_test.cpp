#include "members/admission/admission_service.h"
#include "members/admission/member_step_repository.h"
#include "members/admission/member_step_sheet.h"
#include "members/counts/member_counts.h"
#include "members/member_sheet.h"
#include "members_cases.h"

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

std::vector<MemberId> applicants(session::Session &session, int count)
{
    std::vector<MemberId> ids;
    for (int i = 0; i < count; ++i) {
        Enrolment enrolment = enrolmentOf(QString("示例申请单位%1").arg(i), {});
        enrolment.member.appliedOn = QDate(2021, 4, 1);
        ids.push_back(MemberService(session).enroll(enrolment));
    }
    return ids;
}

Deliberation meeting()
{
    return {QDate(2021, 5, 14), "一届二次理事会", "联〔2021〕6号", StepResult::Passed, QDate(2021, 5, 14), {}};
}

qint64 onDay(session::Session &session, const QString &status)
{
    for (const MemberGroup &group : MemberCounts(session).asOf(QDate(2021, 6, 1), CountBy::Status)) {
        if (group.key == status)
            return group.count;
    }
    return 0;
}

} // namespace

TEST_CASE("twelve applicants are admitted by one meeting, and one undo takes it back", "[members][admission]")
{
    TestSession file;
    const std::vector<MemberId> ids = applicants(file, 12);
    AdmissionService service(file);
    service.deliberate(ids, meeting());
    const Member first = MemberService(file).get(ids.front());
    CHECK(first.details.joinedOn == QDate(2021, 5, 14));
    CHECK(first.details.approvalMeeting == "一届二次理事会");
    CHECK(first.details.approvalNo == "联〔2021〕6号");
    REQUIRE(service.steps(ids.back()).size() == 1);
    CHECK(service.steps(ids.back()).front().details.result == StepResult::Passed);
    CHECK(MemberCounts(file).asOf(QDate(2021, 5, 14)).units == 12);

    session::ChangeHistory history(file);
    history.undo(history.lastUndoable()->batch);
    CHECK(MemberCounts(file).asOf(QDate(2021, 5, 14)).units == 0);
    CHECK(service.steps(ids.back()).empty());
    CHECK(onDay(file, "APPLYING") == 12);
}

TEST_CASE("who is a member already stops the whole deliberation", "[members][admission]")
{
    TestSession file;
    std::vector<MemberId> ids = applicants(file, 2);
    ids.push_back(MemberService(file).enroll(enrolmentOf("示例已入会单位")));
    AdmissionService service(file);
    CHECK(errorOf([&] { service.deliberate(ids, meeting()); })->kind() == Error::Kind::Conflict);
    CHECK(service.steps(ids.front()).empty());
    CHECK(errorOf([&] { service.deliberate({}, meeting()); })->kind() == Error::Kind::Validation);
    Deliberation undated = meeting();
    undated.onDate = QDate();
    CHECK(errorOf([&] { service.deliberate({ids.front()}, undated); })->fields().front().field == "onDate");
}

TEST_CASE("a refused application is no member, and counts as refused from that day on", "[members][admission]")
{
    TestSession file;
    const std::vector<MemberId> ids = applicants(file, 2);
    AdmissionService service(file);
    Deliberation refusal = meeting();
    refusal.result = StepResult::Refused;
    service.deliberate({ids.front()}, refusal);
    CHECK(ask(file.database(), "SELECT status AS x FROM v_memberships ORDER BY id LIMIT 1") == "REFUSED");
    CHECK(onDay(file, "REFUSED") == 1);
    CHECK(onDay(file, "APPLYING") == 1);
    // Decided again, and passed, but dues come first.
    Deliberation later = meeting();
    later.onDate = QDate(2021, 9, 1);
    later.joinedOn = QDate();
    service.deliberate({ids.front()}, later);
    CHECK(ask(file.database(), "SELECT status AS x FROM v_memberships ORDER BY id LIMIT 1") == "APPLYING");
    CHECK(onDay(file, "REFUSED") == 1);
    service.remove(service.steps(ids.front()).front());
    CHECK(service.steps(ids.front()).size() == 1);
}

TEST_CASE("the office chooses the steps that it keeps", "[members][admission]")
{
    TestSession file;
    CHECK(AdmissionService(file).kept().empty());
    office::Settings(file).set(kAdmissionSteps, settingOf({StepKind::Deliberation, StepKind::Application}));
    CHECK(AdmissionService(file).kept() == std::vector<StepKind>{StepKind::Application, StepKind::Deliberation});
    CHECK(stepsOf("PAYMENT nonsense PAYMENT VISIT") == std::vector<StepKind>{StepKind::Visit, StepKind::Payment});
}

TEST_CASE("steps, suspensions and individual members come back from their sheets", "[members][admission]")
{
    TestSession file;
    const QString members = "会员编号,会员名称,单位类型,电话,入会日期\n个-1,示例专家,个人,13800000009,2021-03-01\n"
                            "单-1,示例材料有限公司,企业,,2021-03-01\n";
    MemberSheet memberSheet;
    CHECK(import(file, memberSheet, members).added == 2);
    CHECK(import(file, memberSheet, members).same == 2);
    CHECK(MemberService(file).findByCode("个-1")->person);
    CHECK(ask(file.database(), "SELECT kind || name || contact_phone AS x FROM v_member_list WHERE code = '个-1'")
        == "INDIVIDUAL示例专家13800000009");

    MemberStepSheet steps;
    const QString stepRows = "会员编号,环节,日期,结果,会议,文号\n单-1,申请,2021-01-04,,,\n单-1,审议,2021-02-01,缓议,一届一次,\n";
    CHECK(import(file, steps, stepRows).added == 2);
    CHECK(import(file, steps, stepRows).same == 2);
    CHECK(steps.exportRows(file).back().mid(1, 4) == QStringList{"审议", "2021-02-01", "缓议", "一届一次"});

    MemberSuspensionSheet suspensions;
    const QString rows = "会员编号,暂停日期,恢复日期,原因,文号\n单-1,2021-06-01,2021-07-01,欠缴,联〔2021〕9号\n";
    CHECK(import(file, suspensions, rows).added == 1);
    CHECK(import(file, suspensions, rows).same == 1);
    CHECK(suspensions.exportRows(file).front() == QStringList{"单-1", "2021-06-01", "2021-07-01", "欠缴", "联〔2021〕9号"});
    CHECK(
        faultsOf(
            import(file, suspensions,
                "会员编号,暂停日期,恢复日期\n单-1,2021-06-15,2021-06-20\n单-1,2021-01-01,2021-02-01\n无,2021-01-01,2021-02-01\n"))
            .size()
        == 3);
    const std::vector<QStringList> exported = memberSheet.exportRows(file);
    REQUIRE(exported.size() == 2);
    CHECK(exported.front().mid(0, 3) == QStringList{"个-1", {}, "示例专家"});
}

TEST_CASE("a person is a member once at a time, and is no unit", "[members][admission]")
{
    TestSession file;
    MemberService service(file);
    Enrolment enrolment;
    enrolment.isIndividual = true;
    enrolment.newPerson = parties::personNamed("示例专家", "13800000009");
    enrolment.member.joinedOn = QDate(2021, 3, 1);
    const MemberId id = service.enroll(enrolment);
    const Member member = service.get(id);
    CHECK_FALSE(member.unit);
    CHECK(service.findCurrent(*member.person)->id == id);
    const auto twice = errorOf([&] { service.enroll(enrolment); });
    REQUIRE(twice);
    CHECK(twice->fields().front().field == "person");
    enrolment.newPerson.name.clear();
    enrolment.newPerson.phone = "13800000010";
    CHECK(errorOf([&] { service.enroll(enrolment); })->fields().front().field == "person.name");
    CHECK(ask(file.database(), "SELECT status AS x FROM v_memberships") == "ACTIVE");
}
