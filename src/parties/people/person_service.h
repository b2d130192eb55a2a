#pragma once

#include "parties/people/person.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Use cases of the register of people. Reading masks numbers and addresses for whom may not see them.
class PersonService
{
public:
    explicit PersonService(session::Session &session) : m_session(session) { }

    /// @throws Error Validation, Conflict (code taken), Forbidden, Storage
    PersonId create(const PersonDetails &details);
    /// @return whether anything differed. @throws as create(); also NotFound, Conflict when stale
    bool update(PersonId id, int revision, const PersonDetails &details);
    /// With the person's contacts. @throws Error Conflict (stale, or still referred to), NotFound
    void remove(PersonId id, int revision);

    /// @throws Error NotFound, Forbidden
    Person get(PersonId id) const;
    std::optional<Person> findByCode(const QString &code) const;
    std::vector<Person> findByName(const QString &name) const;
    /// With this name and this number, in any spelling of the number; the oldest of several.
    std::optional<Person> findByNameAndPhone(const QString &name, const QString &phone) const;
    /// The person that a cell of a sheet means: by code, then by name. Nothing when there is none.
    /// @throws Error Validation when several bear the name
    std::optional<PersonId> resolve(const QString &reference) const;

private:
    void checkCode(const PersonDetails &details, std::optional<PersonId> self) const;
    Person forReader(Person person) const;

    session::Session &m_session;
};

} // namespace mishutai::parties
