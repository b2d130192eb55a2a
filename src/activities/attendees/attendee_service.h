#pragma once

#include "activities/attendees/attendee.h"
#include "activities/attendees/sign_up_text.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::activities {

/// What a line of a pasted sign-up list would become, for a look before it is added.
struct SignUpProposal {
    SignUpLine line;
    AttendeeDetails details; ///< with the unit and the person that the books know
    bool isListed = false; ///< the event has this line already, or it stands twice in the text
};

/// Use cases of the list of an event. Reading masks telephone numbers for whom may not see them.
class AttendeeService
{
public:
    explicit AttendeeService(session::Session &session) : m_session(session) { }

    /// Reads a pasted 接龙 (sign_up_text.h) and looks units and people up. Writes nothing. @throws Error Forbidden
    std::vector<SignUpProposal> proposals(ActivityId activity, const QString &text) const;
    /// Adds lines at the end of the list. @throws Error Validation, Forbidden, Storage
    void add(ActivityId activity, const std::vector<AttendeeDetails> &lines);
    /// Adds the line, or changes the one with its number; without a number the one of the same unit, person and name.
    /// @throws as add()
    office::RowOutcome put(ActivityId activity, const AttendeeDetails &details);
    /// @return whether anything differed. @throws as add(); also NotFound, Conflict when stale or the line number is taken
    bool update(qint64 id, int revision, const AttendeeDetails &details);
    void remove(qint64 id, int revision);
    /// In the order of the list. @throws Error Forbidden
    std::vector<Attendee> ofActivity(ActivityId activity) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::activities
