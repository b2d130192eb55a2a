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

/// Rows of people.
class PersonRepository
{
public:
    explicit PersonRepository(const db::Database &database) : m_database(database) { }

    std::optional<Person> find(PersonId id) const;
    /// The person of this code or, when merged away, the one that goes on.
    std::optional<PersonId> idByCode(const QString &code) const;
    /// People that go on (not merged away) with exactly this name, oldest first.
    std::vector<PersonId> idsByName(const QString &name) const;
    /// As idsByName, with this number (stored form) as one of their two.
    std::vector<PersonId> idsByNameAndPhone(const QString &name, const QString &phone) const;
    /// All that go on, by code.
    std::vector<Person> all() const;

    PersonId insert(session::Work &work, const PersonDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Person &stored, int revision, const PersonDetails &details) const;
    void remove(session::Work &work, PersonId id, int revision) const;
    /// The person is from now on read as `survivor`.
    void mergeInto(session::Work &work, const Person &stored, int revision, PersonId survivor) const;
    std::vector<Person> mergedInto(PersonId id) const;
    /// The row itself that bears the code, merged away or not.
    std::optional<PersonId> holderOfCode(const QString &code) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::parties
