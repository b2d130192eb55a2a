#include "merge_cases.h"
#include "parties/merge/person_merge.h"
#include "parties/people/person_service.h"

using namespace mishutai;
using namespace mishutai::desk;
using namespace mishutai::parties;

namespace {

/// What must hold after a merge, whatever was chosen.
void checkMerged(const MergeBooks &books, const UnitMergeRequest &request, const Unit &before)
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
    MergeBooks books;
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
    MergeBooks books;
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
    MergeBooks books;
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
