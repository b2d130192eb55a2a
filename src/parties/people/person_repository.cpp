#include "parties/people/person_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::parties {

namespace {

const char *const kSelectPerson = R"(
SELECT id, revision, code, name, gender, phone, other_phone, email, wechat, title, political_status, is_expert, expertise,
  merged_into_id, tags, notes
FROM people
)";

db::Row rowOf(const PersonDetails &details)
{
    return {
        {"code", details.code},
        {"name", details.name},
        {"gender", genders().storedOrNull(details.gender)},
        {"phone", db::orNull(details.phone)},
        {"other_phone", db::orNull(details.otherPhone)},
        {"email", db::orNull(details.email)},
        {"wechat", db::orNull(details.wechat)},
        {"title", db::orNull(details.title)},
        {"political_status", db::orNull(details.politicalStatus)},
        {"is_expert", details.isExpert},
        {"expertise", db::orNull(details.expertise)},
        {"tags", db::orNull(details.tags)},
        {"notes", db::orNull(details.notes)},
    };
}

Person read(const db::Statement &row)
{
    PersonDetails d;
    d.code = row.text("code");
    d.name = row.text("name");
    d.gender = genders().fromStored(row.text("gender"));
    d.phone = row.text("phone");
    d.otherPhone = row.text("other_phone");
    d.email = row.text("email");
    d.wechat = row.text("wechat");
    d.title = row.text("title");
    d.politicalStatus = row.text("political_status");
    d.isExpert = row.flag("is_expert");
    d.expertise = row.text("expertise");
    d.tags = row.text("tags");
    d.notes = row.text("notes");
    return {row.id<PersonId>("id"), static_cast<int>(row.integer("revision")), d, row.optionalId<PersonId>("merged_into_id")};
}

std::vector<PersonId> idsOf(db::Statement &statement)
{
    std::vector<PersonId> result;
    while (statement.next())
        result.push_back(statement.id<PersonId>("id"));
    return result;
}

std::vector<Person> peopleOf(db::Statement &statement)
{
    std::vector<Person> result;
    while (statement.next())
        result.push_back(read(statement));
    return result;
}

} // namespace

std::optional<Person> PersonRepository::find(PersonId id) const
{
    db::Statement statement(m_database, QString(kSelectPerson) + "WHERE id = :id");
    statement.bind(":id", id);
    return statement.next() ? std::optional<Person>(read(statement)) : std::nullopt;
}

std::optional<PersonId> PersonRepository::idByCode(const QString &code) const
{
    db::Statement statement(m_database, "SELECT coalesce(merged_into_id, id) AS id FROM people WHERE code = :code");
    statement.bind(":code", code);
    return statement.next() ? std::optional<PersonId>(statement.id<PersonId>("id")) : std::nullopt;
}

std::optional<PersonId> PersonRepository::holderOfCode(const QString &code) const
{
    db::Statement statement(m_database, "SELECT id FROM people WHERE code = :code");
    statement.bind(":code", code);
    return statement.next() ? std::optional<PersonId>(statement.id<PersonId>("id")) : std::nullopt;
}

std::vector<PersonId> PersonRepository::idsByName(const QString &name) const
{
    db::Statement statement(m_database, "SELECT id FROM people WHERE name = :name AND merged_into_id IS NULL ORDER BY id");
    statement.bind(":name", name);
    return idsOf(statement);
}

std::vector<PersonId> PersonRepository::idsByNameAndPhone(const QString &name, const QString &phone) const
{
    db::Statement statement(m_database, R"(
SELECT id
FROM people
WHERE name = :name AND (phone = :phone OR other_phone = :phone) AND merged_into_id IS NULL
ORDER BY id
)");
    statement.bind(":name", name).bind(":phone", phone);
    return idsOf(statement);
}

std::vector<Person> PersonRepository::all() const
{
    db::Statement statement(m_database, QString(kSelectPerson) + "WHERE merged_into_id IS NULL ORDER BY code");
    return peopleOf(statement);
}

PersonId PersonRepository::insert(session::Work &work, const PersonDetails &details) const
{
    return PersonId(work.insert("people", rowOf(details)));
}

bool PersonRepository::update(session::Work &work, const Person &stored, int revision, const PersonDetails &details) const
{
    return work.update("people", stored.id.value(), revision, rowOf(details)) != stored.revision;
}

void PersonRepository::mergeInto(session::Work &work, const Person &stored, int revision, PersonId survivor) const
{
    work.update("people", stored.id.value(), revision, {{"merged_into_id", survivor.value()}});
}

std::vector<Person> PersonRepository::mergedInto(PersonId id) const
{
    db::Statement statement(m_database, QString(kSelectPerson) + "WHERE merged_into_id = :id ORDER BY id");
    statement.bind(":id", id);
    return peopleOf(statement);
}

void PersonRepository::remove(session::Work &work, PersonId id, int revision) const
{
    work.remove("people", id.value(), revision);
}

} // namespace mishutai::parties
