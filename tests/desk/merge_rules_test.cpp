#include "evidence/links/evidence_service.h"
#include "members/member_service.h"
#include "merge_cases.h"
#include "parties/people/person_service.h"

using namespace mishutai;
using namespace mishutai::desk;
using namespace mishutai::parties;

TEST_CASE("two open memberships ask for a choice", "[desk][merge]")
{
    MergeBooks books;
    const std::vector<qint64> units = idsOf(books.database,
        "SELECT unit_id AS id FROM members WHERE left_on IS NULL AND joined_on < '2021-12-01' ORDER BY id LIMIT 2");
    const UnitId a(units[0]);
    const UnitId b(units[1]);
    const MergePlan plan = planUnitMerge(books.session, a, b);
    REQUIRE(plan.openMemberships.size() == 2);
    UnitMergeRequest request{
        a, UnitService(books.session).get(a).revision, b, UnitService(books.session).get(b).revision, {}, {}};
    const auto before = hashes(books.database);
    const auto refused = errorOf([&] { mergeUnits(books.session, request); });
    REQUIRE(refused);
    CHECK(refused->kind() == Error::Kind::Validation);
    CHECK(refused->problem().contains("会籍"));
    CHECK(changedTables(before, hashes(books.database)).isEmpty());

    const auto joined = [&] {
        return count(
            books.database, "FROM v_memberships WHERE joined_on <= '2021-12-31' AND (left_on IS NULL OR left_on > '2021-12-31')");
    };
    const qint64 all = joined();
    const members::Member &second = plan.openMemberships[1];
    request.membership = {plan.openMemberships[0].id, members::SecondMembership::Remove};
    mergeUnits(books.session, request);
    CHECK(joined() == all - 1);
    CHECK(count(books.database, QString("FROM members WHERE notes LIKE '%%1%'").arg(second.details.code)) == 1);
    books.undo();

    // The one that began earlier ends where the kept one begins: no day has two, none is lost.
    members::MemberService service(books.session);
    members::Member later = service.get(second.id);
    later.details.joinedOn = QDate(2021, 6, 1);
    service.update(later.id, later.revision, later.details);
    request.survivorRevision = UnitService(books.session).get(a).revision;
    request.mergedRevision = UnitService(books.session).get(b).revision;
    request.membership = {second.id, members::SecondMembership::Close};
    const qint64 withLater = joined();
    mergeUnits(books.session, request);
    CHECK(joined() == withLater - 1);
    CHECK(count(books.database, "FROM members WHERE left_on = '2021-06-01' AND left_reason LIKE '%合并登记%'") == 1);
    CHECK(count(books.database,
              QString("FROM members WHERE left_on IS NULL AND unit_id = %1 AND id = %2").arg(a.value()).arg(second.id.value()))
        == 1);
    // It can be edited as before.
    members::Member kept = service.get(second.id);
    kept.details.serviceOfficer = "示例专员";
    CHECK(service.update(kept.id, kept.revision, kept.details));
}

TEST_CASE("two people who are members themselves ask for the same choice", "[desk][merge]")
{
    MergeBooks books;
    members::MemberService service(books.session);
    std::vector<PersonId> people;
    for (const char *name : {"示例子", "示例丑"}) {
        members::Enrolment enrolment;
        enrolment.isIndividual = true;
        enrolment.newPerson.name = name;
        enrolment.member.joinedOn = QDate(2021, 3, 1);
        people.push_back(*service.get(service.enroll(enrolment)).person);
    }
    const MergePlan plan = planPersonMerge(books.session, people[0], people[1]);
    REQUIRE(plan.openMemberships.size() == 2);
    PersonMergeRequest request{people[0], 1, people[1], 1, {}, {}};
    CHECK(errorOf([&] { mergePeople(books.session, request); })->kind() == Error::Kind::Validation);
    request.membership = {plan.openMemberships[1].id, members::SecondMembership::Remove};
    const auto before = hashes(books.database);
    mergePeople(books.session, request);
    CHECK(service.findCurrent(people[0])->id == plan.openMemberships[1].id);
    books.undo();
    CHECK(changedTables(before, hashes(books.database)).join(' ').toStdString() == "");
}

TEST_CASE("what contradicts itself after a merge gives way and is noted", "[desk][merge]")
{
    MergeBooks books;
    UnitService units(books.session);
    UnitDetails first = named("示例甲公司");
    first.isAboveScale = false;
    first.employees = 5;
    UnitDetails second = named("示例乙公司");
    second.aboveScaleYear = 2021;
    second.technicalStaff = 20;
    const UnitId a = units.create(first);
    const UnitId b = units.create(second);
    UnitMerge(books.session).merge(a, 1, b, 1, {});
    const UnitDetails both = units.get(a).details;
    CHECK_FALSE(both.aboveScaleYear);
    CHECK_FALSE(both.technicalStaff);
    CHECK(both.notes.contains("升规年份2021，科技人员数20"));
}

TEST_CASE("evidence of the merged unit is the survivor's afterwards", "[desk][merge]")
{
    MergeBooks books;
    UnitService units(books.session);
    const UnitId a = units.create(named("示例甲公司"));
    const UnitId b = units.create(named("示例乙公司"));
    evidence::EvidenceService service(books.session);
    evidence::NewEvidence licence;
    licence.bytes = "licence";
    licence.name = "执照.txt";
    service.attach({"units", b.value()}, {licence});
    mergeUnits(books.session, {a, 1, b, 1, {}, {}});
    CHECK(service.countOf({"units", a.value()}) == 1);
    CHECK(service.countOf({"units", b.value()}) == 0);
    books.undo();
    CHECK(service.countOf({"units", b.value()}) == 1);
}

TEST_CASE("what may not be merged is refused with its reason", "[desk][merge]")
{
    MergeBooks books;
    UnitService units(books.session);
    const UnitId a = units.create(named("示例甲公司"));
    const UnitId b = units.create(named("示例乙公司"));
    const UnitId c = units.create(named("示例丙公司"));
    UnitMerge merge(books.session);
    CHECK(errorOf([&] { merge.merge(a, 1, a, 1, {}); })->kind() == Error::Kind::Validation);
    CHECK(errorOf([&] { merge.merge(a, 1, UnitId(99999), 1, {}); })->kind() == Error::Kind::NotFound);
    CHECK(errorOf([&] { merge.merge(a, 1, b, 7, {}); })->kind() == Error::Kind::Conflict);
    merge.merge(a, 1, b, 1, {});
    CHECK(errorOf([&] { merge.merge(c, 1, b, 2, {}); })->problem().contains("已经并入"));
    merge.merge(c, 1, a, units.get(a).revision, {});
    CHECK(units.resolve("示例乙公司") == c);
    CHECK(count(books.database, QString("FROM v_units WHERE canonical_id = %1").arg(c.value())) == 3);
}

TEST_CASE("the code of a merged unit leads to the one that goes on, and stays taken", "[desk][merge]")
{
    MergeBooks books;
    UnitService units(books.session);
    UnitDetails first = named("示例甲公司");
    first.code = "单位-9001";
    UnitDetails second = named("示例乙公司");
    second.code = "单位-9002";
    second.creditCode = "91350100M000100Y43";
    const UnitId a = units.create(first);
    const UnitId b = units.create(second);
    UnitMerge(books.session).merge(a, 1, b, 1, {});
    CHECK(units.get(a).details.creditCode == "91350100M000100Y43");
    CHECK(units.resolve("单位-9002") == a);
    CHECK(units.findByCreditCode("91350100M000100Y43")->id == a);
    UnitDetails third = named("示例丙公司");
    third.code = "单位-9002";
    CHECK(errorOf([&] { units.create(third); })->kind() == Error::Kind::Conflict);
}

TEST_CASE("a unit does not come below itself by a merge", "[desk][merge]")
{
    MergeBooks books;
    UnitService units(books.session);
    const UnitId top = units.create(named("示例集团"));
    UnitDetails child = named("示例子公司");
    child.parent = top;
    const UnitId middle = units.create(child);
    UnitDetails grandchild = named("示例集团公司");
    grandchild.parent = middle;
    const UnitId low = units.create(grandchild);
    UnitMerge(books.session).merge(top, 1, low, 1, {});
    CHECK_FALSE(units.get(top).details.parent);
    CHECK(units.get(middle).details.parent == top);
}
