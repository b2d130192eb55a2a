#include "parties/people/contact_service.h"
#include "parties/people/person_repository.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties_cases.h"

using namespace mishutai;
using namespace mishutai::parties;
using mishutai::test::TestSession;
using office::RowOutcome;

namespace {

struct Office {
    TestSession file;
    UnitId unit = UnitService(file).create(unitNamed("示例材料有限公司"));
    PersonId first = PersonService(file).create(personNamed("示例甲", "13800000001"));
    PersonId second = PersonService(file).create(personNamed("示例乙", "028 8555 0123"));
    ContactService contacts{file};
};

} // namespace

TEST_CASE("a person comes back as stored and is found in any spelling of the number", "[parties]")
{
    TestSession file;
    PersonService service(file);
    PersonDetails details{"人员-0009", "示例甲", Gender::Female, "13800000001", "028-85550123", "name@example.cn", "wx", "教授",
        "中共党员", true, "高分子", "专家", "备注"};
    const PersonId id = service.create(details);
    CHECK(service.get(id).details == details);
    CHECK(service.findByNameAndPhone("示例甲", "+86 138-0000-0001")->id == id);
    CHECK(service.findByNameAndPhone("示例甲", "(028)85550123")->id == id);
    CHECK_FALSE(service.findByNameAndPhone("示例甲", ""));
    CHECK(service.resolve("人员-0009") == id);
    CHECK(service.resolve("示例甲") == id);
    CHECK(service.findByName("示例甲").size() == 1);
    CHECK(PersonRepository(file.database()).all().size() == 1);
    service.create(personNamed("示例甲"));
    CHECK(errorOf([&] { service.resolve("示例甲"); })->remedy().contains("人员编号"));
}

TEST_CASE("a person's code is one person's", "[parties]")
{
    TestSession file;
    PersonService service(file);
    const PersonId id = service.create(personNamed("示例甲"));
    PersonDetails other = personNamed("示例乙");
    other.code = service.get(id).details.code;
    const auto taken = errorOf([&] { service.create(other); });
    REQUIRE(taken);
    CHECK(taken->kind() == Error::Kind::Conflict);
    CHECK(taken->problem().contains("示例甲"));
    Person person = service.get(id);
    person.details.title = "研究员";
    CHECK(service.update(id, person.revision, person.details));
    CHECK(errorOf([&] { service.update(id, person.revision, person.details); })->kind() == Error::Kind::Conflict);
}

TEST_CASE("a removed person takes the contacts along", "[parties]")
{
    Office office;
    office.contacts.put({office.unit, office.first, {}, {}, true, {}, {}, {}});
    PersonService(office.file).remove(office.first, 1);
    CHECK(office.contacts.ofUnit(office.unit).empty());
}

TEST_CASE("one contact at a time is the primary one", "[parties]")
{
    Office office;
    CHECK(office.contacts.put({office.unit, office.first, "经理", {}, true, {}, {}, {}}) == RowOutcome::Added);
    CHECK(office.contacts.put({office.unit, office.first, "经理", {}, true, {}, {}, {}}) == RowOutcome::Same);
    CHECK(office.contacts.put({office.unit, office.first, "总监", {}, true, {}, {}, {}}) == RowOutcome::Changed);
    office.contacts.put({office.unit, office.second, {}, {}, true, {}, {}, {}});
    std::vector<Contact> all = office.contacts.ofUnit(office.unit);
    REQUIRE(all.size() == 2);
    CHECK(all.front().details.person == office.second);
    CHECK_FALSE(all.back().details.isPrimary);
    CHECK(ask(office.file.database(), "SELECT person_name AS x FROM v_unit_contact") == "示例乙");

    ContactDetails ended = all.front().details;
    ended.toOn = QDate(2021, 6, 1);
    CHECK(office.contacts.update(all.front().id, all.front().revision, ended));
    CHECK(ask(office.file.database(), "SELECT person_name AS x FROM v_unit_contact") == "示例甲");

    session::ChangeHistory history(office.file);
    history.undo(history.lastUndoable()->batch);
    CHECK(ask(office.file.database(), "SELECT person_name AS x FROM v_unit_contact") == "示例乙");
    all = office.contacts.ofUnit(office.unit);
    office.contacts.remove(all.back().id, all.back().revision);
    CHECK(office.contacts.ofUnit(office.unit).size() == 1);
}

TEST_CASE("who leaves the post stays as history, and the next becomes the primary contact", "[parties]")
{
    Office office;
    const QDate today = office.file.clock().today();
    office.contacts.put({office.unit, office.first, "经理", {"活动", "会费"}, true, QDate(2020, 1, 1), {}, {}, "甲总", "办公室"});
    office.contacts.put({office.unit, office.second, {}, {}, false, today, {}, {}});
    std::vector<Contact> all = office.contacts.ofUnit(office.unit);
    CHECK(all.front().details.topics == QStringList{"会费", "活动"});
    CHECK(all.front().details.salutation == "甲总");
    CHECK(all.front().details.department == "办公室");

    office.contacts.endTerm(all.front().id, all.front().revision, today);
    all = office.contacts.ofUnit(office.unit);
    REQUIRE(all.size() == 2);
    CHECK(all.front().details.person == office.second);
    CHECK(all.front().details.isPrimary);
    CHECK(all.back().details.toOn == today);
    const auto again = errorOf([&] { office.contacts.endTerm(all.back().id, all.back().revision, today); });
    REQUIRE(again);
    CHECK(again->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { office.contacts.makePrimary(all.back().id, all.back().revision); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { office.contacts.endTerm(ContactId(99), 1, today); })->kind() == Error::Kind::NotFound);

    // Who began today held for a day.
    office.contacts.endTerm(all.front().id, all.front().revision, today);
    CHECK(office.contacts.ofUnit(office.unit).size() == 2);
    CHECK(ask(office.file.database(), "SELECT max(to_on) AS x FROM contacts") == today.addDays(1).toString(Qt::ISODate));
    CHECK(ask(office.file.database(), "SELECT cast(count(*) AS text) AS x FROM v_unit_contact") == "0");

    session::ChangeHistory history(office.file);
    history.undo(history.lastUndoable()->batch);
    history.undo(history.lastUndoable()->batch);
    CHECK(ask(office.file.database(), "SELECT person_name AS x FROM v_unit_contact") == "示例甲");
}

TEST_CASE("any contact that holds can be made the primary one; a removed one is followed", "[parties]")
{
    Office office;
    office.contacts.put({office.unit, office.first, {}, {}, true, {}, {}, {}});
    office.contacts.put({office.unit, office.second, {}, {}, false, {}, {}, {}});
    Contact second = office.contacts.ofUnit(office.unit).back();
    office.contacts.makePrimary(second.id, second.revision);
    second = office.contacts.ofUnit(office.unit).front();
    CHECK(second.details.person == office.second);
    CHECK(second.details.isPrimary);
    office.contacts.remove(second.id, second.revision);
    CHECK(office.contacts.ofUnit(office.unit).front().details.isPrimary);
    session::Session reader = office.file.sessionAs(session::Role::ReadOnly);
    CHECK(errorOf([&] { ContactService(reader).makePrimary(second.id, 1); })->kind() == Error::Kind::Forbidden);
}

TEST_CASE("matters to call for stand in one order, however they are parted", "[parties]")
{
    Office office;
    ContactDetails details{office.unit, office.first, {}, {"党建、会费 年会", "会费"}, false, {}, {}, {}};
    CHECK(tidied(details).topics == QStringList{"会费", "党建", "年会"});
    details.topics = {QString(101, u'长')};
    CHECK(validate(tidied(details)).front().field == "topics");
}

TEST_CASE("a person is a contact of a unit once at a time", "[parties]")
{
    Office office;
    office.contacts.put({office.unit, office.first, {}, {}, false, QDate(2020, 1, 1), QDate(2021, 1, 1), {}});
    const auto overlap = errorOf([&] {
        office.contacts.put({office.unit, office.first, {}, {}, false, QDate(2020, 6, 1), {}, {}});
    });
    REQUIRE(overlap);
    CHECK(overlap->fields().front().code == "overlap");
    CHECK(office.contacts.put({office.unit, office.first, {}, {}, false, QDate(2021, 1, 1), {}, {}}) == RowOutcome::Added);
}

TEST_CASE("facts of a unit are put by their key", "[parties]")
{
    Office office;
    UnitFactService facts(office.file);
    const UnitRoleDetails role{office.unit, UnitRoleKind::Liaison, QDate(2021, 1, 1), {}, "简报"};
    CHECK(facts.put(role) == RowOutcome::Added);
    CHECK(facts.put(role) == RowOutcome::Same);
    UnitRoleDetails ended = role;
    ended.toOn = QDate(2022, 1, 1);
    CHECK(facts.put(ended) == RowOutcome::Changed);
    CHECK(facts.roles(office.unit).front().details == ended);
    UnitRoleDetails again = role;
    again.fromOn = QDate(2021, 12, 31);
    CHECK(errorOf([&] { facts.put(again); })->kind() == Error::Kind::Conflict);
    again.fromOn = QDate(2022, 1, 1);
    CHECK(facts.put(again) == RowOutcome::Added);

    const QualificationDetails qualification{office.unit, QualificationKind::TechCentre, "示例中心",
        QualificationLevel::Municipal, QDate(2020, 3, 1), QDate(2023, 3, 1), "证-1", "备注", "第三批"};
    CHECK(facts.put(qualification) == RowOutcome::Added);
    CHECK(facts.qualifications(office.unit).front().details == qualification);

    const auto worded = [](const char *text) { return Quantity::parse(QString(text)); };
    UnitYearDetails year{office.unit, 2021, FigureStage::Expected, yuanOf(Money::fromFen(1)), worded("约1200000"),
        worded("超过30000.5"), worded("X"), worded("近50"), worded("6"), "月报"};
    CHECK(facts.put(year) == RowOutcome::Added);
    year.stage = FigureStage::Actual;
    CHECK(facts.put(year) == RowOutcome::Added);
    CHECK(facts.years(office.unit).front().details == year);
    CHECK(wanText(year.revenue) == "约120");
    CHECK(wanText(year.exports) == "X");
    CHECK(yuanOfWan(worded("约120")) == year.revenue);
    UnitYearDetails odd = year;
    odd.tax = worded("0.001");
    odd.employees = worded("5.5");
    CHECK(validate(odd).size() == 2);

    const auto first = facts.roles(office.unit).front();
    facts.removeRole(first.id, first.revision);
    const auto kept = facts.qualifications(office.unit).front();
    facts.removeQualification(kept.id, kept.revision);
    const auto figures = facts.years(office.unit).front();
    facts.removeYear(figures.id, figures.revision);
    CHECK(facts.roles(office.unit).size() == 1);
    CHECK(facts.qualifications(office.unit).empty());
    CHECK(facts.years(office.unit).size() == 1);
}

TEST_CASE("the data file itself refuses roles that overlap", "[parties]")
{
    Office office;
    session::Work work(office.file, session::Operation::UnitEdit);
    work.insert("unit_roles", {{"unit_id", office.unit.value()}, {"role", "BANK"}, {"from_on", QDate(2021, 1, 1)}});
    const auto refused = errorOf([&] {
        work.insert("unit_roles", {{"unit_id", office.unit.value()}, {"role", "BANK"}, {"from_on", QDate(2021, 2, 1)}});
    });
    REQUIRE(refused);
    CHECK(refused->kind() == Error::Kind::Validation);
}
