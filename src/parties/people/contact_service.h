#pragma once

#include "office/sheets/record_sheet.h"
#include "parties/people/person.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Use cases of the people who speak for a unit. Making one primary takes that from the one who was.
class ContactService
{
public:
    explicit ContactService(session::Session &session) : m_session(session) { }

    /// Adds the contact, or changes the one of this unit, person and first day.
    /// @throws Error Validation (also: two spans of one person in one unit overlap), Forbidden, Storage
    office::RowOutcome put(const ContactDetails &details);
    /// @return whether anything differed. @throws as put(); also NotFound, Conflict when stale or when the key is another's
    bool update(ContactId id, int revision, const ContactDetails &details);
    /// @throws Error Conflict when stale, NotFound
    void remove(ContactId id, int revision);
    /// The primary first; past ones last. @throws Error Forbidden
    std::vector<Contact> ofUnit(UnitId unit) const;

private:
    void check(const ContactDetails &details, std::optional<ContactId> self) const;

    session::Session &m_session;
};

} // namespace mishutai::parties
