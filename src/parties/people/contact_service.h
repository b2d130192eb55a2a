#pragma once

#include "office/sheets/record_sheet.h"
#include "parties/people/person.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Use cases of the people who speak for a unit. Making one primary takes that from the one who was; when the primary one ends,
/// the next that holds follows.
class ContactService
{
public:
    explicit ContactService(session::Session &session) : m_session(session) { }

    /// Adds the contact, or changes the one of this unit, person and first day.
    /// @throws Error Validation (also: two spans of one person in one unit overlap), Forbidden, Storage
    office::RowOutcome put(const ContactDetails &details);
    /// @return whether anything differed. @throws as put(); also NotFound, Conflict when stale or when the key is another's
    bool update(ContactId id, int revision, const ContactDetails &details);
    /// 离任: the contact ends on that day, which is the first without, and stays as history; where it was the primary one, the
    /// next that holds takes its place. @throws Error Conflict when stale or ended already, NotFound, Forbidden
    void endTerm(ContactId id, int revision, QDate onDay);
    /// 设为首要. @throws as endTerm()
    void makePrimary(ContactId id, int revision);
    /// @throws Error Conflict when stale, NotFound
    void remove(ContactId id, int revision);
    /// The primary first; past ones last. @throws Error Forbidden
    std::vector<Contact> ofUnit(UnitId unit) const;

private:
    Contact requireHolding(ContactId id) const;
    /// @param known all contacts of the unit
    void check(const ContactDetails &details, const std::vector<Contact> &known, std::optional<ContactId> self) const;

    session::Session &m_session;
};

} // namespace mishutai::parties
