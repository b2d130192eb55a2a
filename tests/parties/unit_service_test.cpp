#include "parties/people/contact_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_repository.h"
#include "parties_cases.h"

using namespace mishutai;
using namespace mishutai::parties;
using mishutai::test::TestSession;

namespace {

const QString kCode = "91350100M000100Y43";

UnitDetails everyField()
{
    UnitDetails d;
    d.code = "单位-0007";
    d.name = "示例材料有限公司";
    d.shortName = "示例材料";
    d.creditCode = kCode;
    d.kind = UnitKind::Institute;
    d.ownership = Ownership::Joint;
    d.legalRepresentative = "示例甲";
    d.legalRepresentativePost = "董事长";
    d.legalRepresentativePhone = "13800000001";
    d.registeredCapital = Money::fromFen(1'234'567'89);
    d.foundedOn = QDate(2015, 6, 1);
    d.registeredAddress = "示例路1号";
    d.mailingAddress = "示例路2号";
    d.district = "青白江区";
    d.zone = "示例功能区";
    d.chain = "先进材料";
    d.chainSegment = "制备";
    d.field = "高分子材料";
    d.products = "改性塑料";
    d.size = UnitSize::Medium;
    d.isAboveScale = true;
    d.aboveScaleYear = 2021;
    d.employees = 120;
    d.technicalStaff = 18;
    d.isListed = false;
    d.partyOrganisation = "示例党支部";
    d.partyMembers = 6;
    d.invoiceTitle = "示例材料有限公司成都分公司";
    d.taxNo = "91350100M000100Y43";
    d.bankName = "示例银行成都分行";
    d.bankAccount = "51000000000000001";
    d.invoiceAddress = "示例路1号";
    d.invoicePhone = "028-85550123";
    d.invoiceEmail = "fp@example.cn";
    d.deliveryAddress = "示例路3号收发室";
    d.isInGroup = true;
    d.groupName = "联盟工作群";
    d.website = "www.example.cn";
    d.aliases = {"旧名", "母公司"};
    d.tags = "首批次";
    d.notes = "备注一\n备注二";
    return d;
}

} // namespace

TEST_CASE("a unit comes back as it was stored", "[parties]")
{
    TestSession file;
    UnitService service(file);
    const UnitId parent = service.create(unitNamed("示例集团"));
    UnitDetails details = everyField();
    details.parent = parent;
    const UnitId id = service.create(details);
    CHECK(service.get(id).details == details);
    CHECK(service.findByCode("单位-0007")->id == id);
    CHECK(service.findByCreditCode("91350100m000100y43")->id == id);
    const UnitRepository repository(file.database());
    CHECK(repository.idsByName(details.name) == std::vector{id});
    CHECK(repository.idsByOtherName("旧名") == std::vector{id});
    CHECK(repository.all().size() == 2);
    CHECK_FALSE(repository.find(UnitId(99)));
}

TEST_CASE("codes are given in order and never twice", "[parties]")
{
    TestSession file;
    UnitService service(file);
    const UnitId first = service.create(unitNamed("甲"));
    CHECK(service.get(first).details.code == "单位-0001");
    UnitDetails typed = unitNamed("乙");
    typed.code = "单位-0005";
    service.create(typed);
    const UnitId third = service.create(unitNamed("丙"));
    CHECK(service.get(third).details.code == "单位-0006");
    service.remove(third, service.get(third).revision);
    const UnitId fourth = service.create(unitNamed("丁"));
    CHECK(service.get(fourth).details.code == "单位-0007");
}

TEST_CASE("an update writes what differs and refuses what is stale", "[parties]")
{
    TestSession file;
    UnitService service(file);
    const UnitId id = service.create(everyField());
    Unit unit = service.get(id);
    CHECK_FALSE(service.update(id, unit.revision, unit.details));
    unit.details.aliases = {"又名", "旧名"};
    CHECK(service.update(id, unit.revision, unit.details));
    unit.details.field = "碳材料";
    CHECK(service.update(id, unit.revision, unit.details));
    CHECK(service.get(id).details == unit.details);
    unit.details.field = "复合材料";
    const auto stale = errorOf([&] { service.update(id, unit.revision, unit.details); });
    REQUIRE(stale);
    CHECK(stale->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { service.get(UnitId(99)); })->kind() == Error::Kind::NotFound);
}

TEST_CASE("a credit code or a code that is taken names the other unit", "[parties]")
{
    TestSession file;
    UnitService service(file);
    service.create(everyField());
    const auto credit = errorOf([&] { service.create(unitNamed("另一家", kCode)); });
    REQUIRE(credit);
    CHECK(credit->kind() == Error::Kind::Conflict);
    CHECK(credit->problem().contains("示例材料有限公司"));
    CHECK(credit->problem().contains("单位-0007"));
    CHECK(credit->fields().front().field == "creditCode");

    UnitDetails sameCode = unitNamed("另一家");
    sameCode.code = "单位-0007";
    const auto code = errorOf([&] { service.create(sameCode); });
    REQUIRE(code);
    CHECK(code->fields().front().field == "code");
    CHECK(ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM units") == "1");
}

TEST_CASE("a reference is resolved by code, credit code, name, then other name", "[parties]")
{
    TestSession file;
    UnitService service(file);
    const UnitId id = service.create(everyField());
    for (const char *reference : {"单位-0007", "91350100M000100Y43", "示例材料有限公司", " 示例材料 ", "旧名"})
        CHECK(service.resolve(reference) == id);
    CHECK_FALSE(service.resolve("没有"));
    CHECK_FALSE(service.resolve(""));
    service.create(unitNamed("示例材料有限公司"));
    CHECK(errorOf([&] { service.resolve("示例材料有限公司"); })->problem().contains("2个"));
}

TEST_CASE("a parent may not be the unit's own child", "[parties]")
{
    TestSession file;
    UnitService service(file);
    const UnitId parent = service.create(unitNamed("甲"));
    UnitDetails child = unitNamed("乙");
    child.parent = parent;
    const UnitId childId = service.create(child);
    Unit unit = service.get(parent);
    unit.details.parent = childId;
    CHECK(errorOf([&] { service.update(parent, unit.revision, unit.details); })->fields().front().field == "parent");
    unit.details.parent = UnitId(99);
    CHECK(errorOf([&] { service.update(parent, unit.revision, unit.details); })->fields().front().field == "parent");
}

TEST_CASE("a removed unit takes its facts along and comes back by undo", "[parties]")
{
    TestSession file;
    UnitService service(file);
    const UnitId id = service.create(everyField());
    const PersonId person = PersonService(file).create(personNamed("示例乙"));
    ContactService(file).put({id, person, {}, {}, true, {}, {}, {}});
    UnitFactService facts(file);
    facts.put(UnitRoleDetails{id, UnitRoleKind::Bank, {}, {}, {}});
    facts.put(QualificationDetails{id, QualificationKind::HighTech, {}, {}, QDate(2020, 12, 3), {}, {}, {}});
    facts.put(UnitYearDetails{id, 2021, FigureStage::Actual, yuanOf(Money::fromFen(5)), {}, {}, {}, {}, {}, {}});
    service.remove(id, service.get(id).revision);
    CHECK(ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM contacts") == "0");

    session::ChangeHistory history(file);
    history.undo(history.lastUndoable()->batch);
    CHECK(service.get(id).details == everyField());
    CHECK(ContactService(file).ofUnit(id).size() == 1);
    CHECK(facts.roles(id).size() == 1);
    CHECK(facts.qualifications(id).size() == 1);
    CHECK(facts.years(id).size() == 1);
}

TEST_CASE("a unit that others refer to stays", "[parties]")
{
    TestSession file;
    UnitService service(file);
    const UnitId parent = service.create(unitNamed("甲"));
    UnitDetails child = unitNamed("乙");
    child.parent = parent;
    service.create(child);
    CHECK(errorOf([&] { service.remove(parent, 1); })->kind() == Error::Kind::Conflict);
    CHECK(service.get(parent).details.name == "甲");
}

TEST_CASE("who may not see numbers sees them masked", "[parties]")
{
    TestSession file;
    const UnitId unit = UnitService(file).create(everyField());
    PersonDetails details = personNamed("示例甲", "13800000001");
    details.email = "name@example.cn";
    const PersonId person = PersonService(file).create(details);
    session::Session reader = file.sessionAs(session::Role::ReadOnly);
    const UnitDetails seen = UnitService(reader).get(unit).details;
    CHECK(seen.legalRepresentativePhone == "138****0001");
    CHECK(seen.invoicePhone == "028-****0123");
    CHECK(seen.bankAccount == "****0001");
    CHECK(seen.invoiceEmail == "****");
    CHECK(UnitService(file).get(unit).details.bankAccount == "51000000000000001");
    CHECK(PersonService(reader).get(person).details.phone == "138****0001");
    CHECK(PersonService(reader).get(person).details.email == "****");
    CHECK(PersonService(file).get(person).details.phone == "13800000001");
}

TEST_CASE("a form neither adds over yearly figures that are there nor changes stale ones", "[parties]")
{
    TestSession file;
    session::Session &session = file.session();
    const UnitId unit = UnitService(session).create(unitNamed("示例巳材料有限公司"));
    UnitFactService facts(session);
    UnitYearDetails full{
        unit, 2021, FigureStage::Actual, yuanOf(Money::fromFen(100)), yuanOf(Money::fromFen(200)), {}, {}, {}, {}, {}};
    facts.add(full);
    UnitYearDetails other{unit, 2021, FigureStage::Actual, {}, yuanOf(Money::fromFen(150)), {}, {}, {}, {}, {}};
    const auto added = errorOf([&] { facts.add(other); });
    REQUIRE(added);
    CHECK(added->kind() == Error::Kind::Conflict);
    CHECK(added->problem().contains("2021年实际的数据已有一条"));
    const auto read = facts.years(unit).front();
    full.tax = yuanOf(Money::fromFen(30));
    facts.change(read, full);
    const auto stale = errorOf([&] { facts.change(read, other); });
    REQUIRE(stale);
    CHECK(stale->kind() == Error::Kind::Conflict);
    CHECK(facts.years(unit).front().details == full);
}
