#pragma once

#include "parties/people/person.h"

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {
class Work;
}

namespace mishutai::parties {

/// Rows of contacts.
class ContactRepository
{
public:
    explicit ContactRepository(const db::Database &database) : m_database(database) { }

    std::optional<Contact> find(ContactId id) const;
    /// The contact with this unit, person and first day (invalid: none).
    std::optional<Contact> findByKey(UnitId unit, PersonId person, QDate fromOn) const;
    /// The one that is called first: primary and still holding.
    std::optional<Contact> primaryOf(UnitId unit) const;
    /// Of one unit, the primary first, then in the order entered; past ones last.
    std::vector<Contact> ofUnit(UnitId unit) const;
    /// All, by the codes of unit and person and by first day.
    std::vector<Contact> all() const;
    /// Of one person, in the order entered.
    std::vector<Contact> ofPerson(PersonId person) const;

    ContactId insert(session::Work &work, const ContactDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Contact &stored, int revision, const ContactDetails &details) const;
    void setPrimary(session::Work &work, const Contact &stored, bool isPrimary) const;
    void remove(session::Work &work, ContactId id, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::parties
