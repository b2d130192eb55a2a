#include "desk/merge.h"

#include "db/row_writer.h"
#include "db/statement.h"
#include "desk_cases.h"
#include "evidence/links/evidence_service.h"
#include "members/member_service.h"
#include "parties/merge/person_merge.h"
#include "parties/merge/unit_merge.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

#include <QCryptographicHash>

#include <random>

using namespace mishutai;
using namespace mishutai::desk;
using namespace mishutai::parties;

namespace {

/// What undo leaves behind on purpose: revisions that no form can still hold, the books of the program itself, numbers given.
const QStringList kOutside{"audit_log", "changes", "drafts", "file_state", "number_sequences", "schema_migrations"};

QStringList tablesOf(const db::Database &database)
{
    QStringList tables;
    db::Statement statement(database,
        "SELECT s.name AS x FROM sqlite_schema AS s WHERE s.type = 'table' "
        "AND EXISTS (SELECT 1 FROM pragma_table_info(s.name) AS c WHERE c.name = 'id') ORDER BY s.name");
    while (statement.next()) {
        if (!kOutside.contains(statement.text("x")))
            tables.append(statement.text("x"));
    }
    return tables;
}

QByteArray hashOf(const db::Database &database, const QString &table)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    db::Statement ids(database, QString("SELECT id FROM %1 ORDER BY id").arg(table));
    while (ids.next()) {
        const std::optional<db::Row> row = db::readRow(database, table, ids.integer("id"));
        for (const auto &[column, value] : *row) {
            if (column != u"revision")
                hash.addData((column + u'=' + (value.isNull() ? QString("NULL") : value.toString()) + u'\n').toUtf8());
        }
    }
    return hash.result();
}

QMap<QString, QByteArray> hashes(const db::Database &database)
{
    QMap<QString, QByteArray> result;
    for (const QString &table : tablesOf(database))
        result.insert(table, hashOf(database, table));
    return result;
}

QStringList changedTables(const QMap<QString, QByteArray> &before, const QMap<QString, QByteArray> &after)
{
    QStringList changed;
    for (auto table = before.begin(); table != before.end(); ++table) {
        if (after.value(table.key()) != table.value())
            changed.append(table.key());
    }
    return changed;
}

qint64 count(const db::Database &database, const QString &sql)
{
    db::Statement statement(database, "SELECT count(*) AS x " + sql);
    statement.next();
    return statement.integer("x");
}

std::vector<qint64> idsOf(const db::Database &database, const QString &sql)
{
    std::vector<qint64> ids;
    db::Statement statement(database, sql);
    while (statement.next())
        ids.push_back(statement.integer("id"));
    return ids;
}

/// The example with facts that many units share, so that merges meet every kind of collision.
struct Books {
    ExampleFile file;
    std::unique_ptr<Application> application = file.open();
    session::Session &session = application->session();
    db::Database &database = application->database();
    std::mt19937 random{20211126};

    int below(size_t end) { return static_cast<int>(random() % end); }
    bool toss() { return random() % 2 == 0; }

    void fill()
    {
        const std::vector<qint64> people = idsOf(database, "SELECT id FROM people ORDER BY id LIMIT 6");
        UnitFactService facts(session);
        for (const qint64 id : idsOf(database, "SELECT id FROM units ORDER BY id")) {
            const UnitId unit(id);
            const PersonId person(people[static_cast<size_t>(below(people.size()))]);
            const QDate from = toss() ? QDate() : QDate(2019 + below(3), 1, 1);
            const QDate to = toss() ? QDate() : QDate(2022, 1 + below(12), 1);
            try {
                ContactService(session).put({unit, person, toss() ? "经理" : "", {"会费"}, toss(), from, to, {}});
            } catch (const Error &) {
                // The person is a contact of the unit at that time already.
            }
            facts.put(UnitRoleDetails{
                unit, toss() ? UnitRoleKind::Media : UnitRoleKind::Expert, QDate(2018 + below(2), 1, 1), to, "注"});
            facts.put(QualificationDetails{
                unit, QualificationKind::Champion, {}, {}, QDate(2020, 1, 1), {}, toss() ? "证-1" : "证-2", {}});
            facts.put(UnitYearDetails{unit, 2020, FigureStage::Actual, parties::yuanOf(Money::fromFen(100 + below(3))), {}, {},
                {}, parties::yuanOf(Money::fromFen(below(9) * 100)), {}, {}});
        }
    }

    UnitMergeRequest someMerge()
    {
        const std::vector<qint64> units = idsOf(database, "SELECT id FROM units WHERE merged_into_id IS NULL ORDER BY id");
        const size_t first = static_cast<size_t>(below(units.size()));
        const size_t second = (first + 1 + static_cast<size_t>(below(units.size() - 1))) % units.size();
        const Unit survivor = UnitService(session).get(UnitId(units[first]));
        const Unit merged = UnitService(session).get(UnitId(units[second]));
        UnitMergeRequest request{survivor.id, survivor.revision, merged.id, merged.revision, {}, {}};
        const MergePlan plan = planUnitMerge(session, survivor.id, merged.id);
        for (const MergeField &field : plan.fields) {
            if (toss())
                request.taken.insert(field.key);
        }
        if (plan.openMemberships.size() > 1)
            request.membership = {plan.openMemberships[toss() ? 0 : 1].id,
                toss() ? members::SecondMembership::Close : members::SecondMembership::Remove};
        return request;
    }

    void undo() { application->history().undo(application->history().lastUndoable()->batch); }
};

UnitDetails named(const QString &name)
{
    UnitDetails details;
    details.name = name;
    return details;
}

/// What must hold after a merge, whatever was chosen.
void checkMerged(const Books &books, const UnitMergeRequest &request, const Unit &before)
{
    const QString merged = QString::number(request.merged.value());
    const QString survivor = QString::number(request.survivor.value());
    for (const char *table : {"contacts", "unit_roles", "unit_qualifications", "unit_years", "members"})
        CHECK(count(books.database, QString("FROM %1 WHERE unit_id = %2").arg(table, merged)) == 0);
    CHECK(count(books.database, QString("FROM v_units WHERE id = %1 AND canonical_id = %2").arg(merged, survivor)) == 1);
    CHECK(count(books.database, QString("FROM members WHERE left_on IS NULL AND unit_id = %1").arg(survivor)) <= 1);
    CHECK(count(books.database, "FROM units AS a JOIN units AS b ON b.id = a.merged_into_id WHERE b.merged_into_id IS NOT NULL")
        == 0);
    CHECK(count(books.database, QString("FROM units WHERE parent_id = %1 AND merged_into_id IS NULL").arg(merged)) == 0);
    CHECK(count(books.database,
              "FROM members AS a JOIN members AS b ON b.unit_id = a.unit_id AND a.id < b.id "
              "WHERE (a.left_on IS NULL OR b.joined_on < a.left_on) AND (b.left_on IS NULL OR a.joined_on < b.left_on)")
        == 0);
    const UnitDetails after = UnitService(books.session).get(request.survivor).details;
    CHECK((after.name == before.details.name || after.aliases.contains(before.details.name)));
    CHECK(UnitService(books.session).resolve(before.details.code) == request.survivor);
}

} // namespace

TEST_CASE("a merge keeps what the rest of the books refer to, and undo gives every table back", "[desk][merge]")
{
    Books books;
    books.fill();
    constexpr int kRounds = 60;
    for (int round = 0; round < kRounds; ++round) {
        const UnitMergeRequest request = books.someMerge();
        CAPTURE(round, request.survivor.value(), request.merged.value());
        const Unit merged = UnitService(books.session).get(request.merged);
        const auto before = hashes(books.database);
        mergeUnits(books.session, request);
        const QStringList changed = changedTables(before, hashes(books.database));
        for (const QString &table : changed)
            CHECK(QStringList({"units", "unit_aliases", "contacts", "unit_roles", "unit_qualifications", "unit_years", "members",
                                  "member_levels", "member_suspensions", "member_steps"})
                      .contains(table));
        checkMerged(books, request, merged);
        books.undo();
        CHECK(changedTables(before, hashes(books.database)).join(' ').toStdString() == "");
    }
}

TEST_CASE("many merges one after another come back in the other order", "[desk][merge]")
{
    Books books;
    books.fill();
    const auto before = hashes(books.database);
    constexpr int kMerges = 30;
    for (int merge = 0; merge < kMerges; ++merge) {
        const UnitMergeRequest request = books.someMerge();
        const Unit merged = UnitService(books.session).get(request.merged);
        mergeUnits(books.session, request);
        checkMerged(books, request, merged);
    }
    for (int merge = 0; merge < kMerges; ++merge)
        books.undo();
    CHECK(changedTables(before, hashes(books.database)).join(' ').toStdString() == "");
}

TEST_CASE("people are merged with their contacts, and undo gives every table back", "[desk][merge]")
{
    Books books;
    books.fill();
    const std::vector<qint64> people = idsOf(books.database, "SELECT id FROM people ORDER BY id");
    constexpr int kRounds = 30;
    for (int round = 0; round < kRounds; ++round) {
        CAPTURE(round);
        const size_t first = static_cast<size_t>(books.below(people.size()));
        const size_t second = (first + 1 + static_cast<size_t>(books.below(people.size() - 1))) % people.size();
        const Person survivor = PersonService(books.session).get(PersonId(people[first]));
        const Person merged = PersonService(books.session).get(PersonId(people[second]));
        const auto before = hashes(books.database);
        const qint64 units = count(books.database,
            QString("FROM (SELECT DISTINCT unit_id FROM contacts WHERE person_id IN (%1, %2))")
                .arg(people[first])
                .arg(people[second]));
        PersonMerge(books.session).merge(survivor.id, survivor.revision, merged.id, merged.revision, {"name"});
        CHECK(
            count(books.database, QString("FROM (SELECT DISTINCT unit_id FROM contacts WHERE person_id = %1)").arg(people[first]))
            == units);
        CHECK(count(books.database, QString("FROM contacts WHERE person_id = %1").arg(people[second])) == 0);
        const PersonDetails after = PersonService(books.session).get(survivor.id).details;
        CHECK(after.name == merged.details.name);
        for (const QString &number : {survivor.details.phone, merged.details.phone})
            CHECK((number.isEmpty() || (after.phone + after.otherPhone + after.notes).contains(number)));
        CHECK(PersonService(books.session).resolve(merged.details.code) == survivor.id);
        books.undo();
        CHECK(changedTables(before, hashes(books.database)).join(' ').toStdString() == "");
    }
}

TEST_CASE("two open memberships ask for a choice", "[desk][merge]")
{
    Books books;
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
    Books books;
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
    Books books;
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
    Books books;
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
    Books books;
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
    Books books;
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
    Books books;
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
