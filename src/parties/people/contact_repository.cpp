#include "parties/people/contact_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

#include <algorithm>
#include <tuple>

namespace mishutai::parties {

namespace {

const char *const kSelectContact = R"(
SELECT c.id, c.revision, c.unit_id, c.person_id, c.salutation, c.department, c.post, c.purpose, c.is_primary,
  c.from_on, c.to_on, c.notes
FROM contacts AS c
)";

db::Row rowOf(const ContactDetails &details)
{
    return {
        {"unit_id", details.unit.value()},
        {"person_id", details.person.value()},
        {"post", db::orNull(details.post)},
        {"salutation", db::orNull(details.salutation)},
        {"department", db::orNull(details.department)},
        {"purpose", db::orNull(details.topics.join(u'；'))},
        {"is_primary", details.isPrimary},
        {"from_on", db::orNull(details.fromOn)},
        {"to_on", db::orNull(details.toOn)},
        {"notes", db::orNull(details.notes)},
    };
}

Contact read(const db::Statement &row)
{
    ContactDetails d{row.id<UnitId>("unit_id"), row.id<PersonId>("person_id"), row.text("post"),
        row.text("purpose").split(u'；', Qt::SkipEmptyParts), row.flag("is_primary"), row.date("from_on"), row.date("to_on"),
        row.text("notes"), row.text("salutation"), row.text("department")};
    return {row.id<ContactId>("id"), static_cast<int>(row.integer("revision")), d};
}

std::optional<Contact> firstOf(db::Statement &statement)
{
    return statement.next() ? std::optional<Contact>(read(statement)) : std::nullopt;
}

std::vector<Contact> allOf(db::Statement &statement)
{
    std::vector<Contact> result;
    while (statement.next())
        result.push_back(read(statement));
    return result;
}

} // namespace

std::optional<Contact> ContactRepository::find(ContactId id) const
{
    db::Statement statement(m_database, QString(kSelectContact) + "WHERE c.id = :id");
    statement.bind(":id", id);
    return firstOf(statement);
}

std::optional<Contact> ContactRepository::findByKey(UnitId unit, PersonId person, QDate fromOn) const
{
    db::Statement statement(m_database,
        QString(kSelectContact)
            + "WHERE c.unit_id = :unit AND c.person_id = :person AND coalesce(c.from_on, '') = coalesce(:from, '')");
    statement.bind(":unit", unit).bind(":person", person).bind(":from", db::orNull(fromOn));
    return firstOf(statement);
}

std::optional<Contact> ContactRepository::primaryOf(UnitId unit) const
{
    db::Statement statement(
        m_database, QString(kSelectContact) + "WHERE c.unit_id = :unit AND c.is_primary = 1 AND c.to_on IS NULL");
    statement.bind(":unit", unit);
    return firstOf(statement);
}

std::vector<Contact> ContactRepository::ofUnit(UnitId unit) const
{
    db::Statement statement(m_database, QString(kSelectContact) + "WHERE c.unit_id = :unit");
    statement.bind(":unit", unit);
    std::vector<Contact> contacts = allOf(statement);
    // Few, so sorted here: asked for each row of an import, where the database would open a sorter each time.
    std::ranges::sort(contacts, {},
        [](const Contact &each) { return std::tuple(each.details.toOn.isValid(), !each.details.isPrimary, each.id.value()); });
    return contacts;
}

std::vector<Contact> ContactRepository::all() const
{
    db::Statement statement(m_database,
        QString(kSelectContact)
            + "JOIN units AS u ON u.id = c.unit_id JOIN people AS p ON p.id = c.person_id "
              "ORDER BY u.code, p.code, coalesce(c.from_on, '')");
    return allOf(statement);
}

std::vector<Contact> ContactRepository::ofPerson(PersonId person) const
{
    db::Statement statement(m_database, QString(kSelectContact) + "WHERE c.person_id = :person ORDER BY c.id");
    statement.bind(":person", person);
    return allOf(statement);
}

ContactId ContactRepository::insert(session::Work &work, const ContactDetails &details) const
{
    return ContactId(work.insert("contacts", rowOf(details)));
}

bool ContactRepository::update(session::Work &work, const Contact &stored, int revision, const ContactDetails &details) const
{
    return work.update("contacts", stored.id.value(), revision, rowOf(details)) != stored.revision;
}

void ContactRepository::setPrimary(session::Work &work, const Contact &stored, bool isPrimary) const
{
    work.update("contacts", stored.id.value(), stored.revision, {{"is_primary", isPrimary}});
}

void ContactRepository::remove(session::Work &work, ContactId id, int revision) const
{
    work.remove("contacts", id.value(), revision);
}

} // namespace mishutai::parties
