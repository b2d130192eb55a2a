#pragma once

#include "activities/partners/partner.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::activities {

/// Use cases of the units that make an event with us.
class PartnerService
{
public:
    explicit PartnerService(session::Session &session) : m_session(session) { }

    /// Adds the partner, or changes the one of this unit and role. @throws Error Validation, NotFound, Forbidden, Storage
    office::RowOutcome put(ActivityId activity, const PartnerDetails &details);
    /// Makes the event's partners exactly these. @return whether anything differed
    bool set(ActivityId activity, const std::vector<PartnerDetails> &partners);
    /// @throws Error Conflict when stale, NotFound
    void remove(qint64 id, int revision);
    /// By role, then by unit code. @throws Error Forbidden
    std::vector<Partner> ofActivity(ActivityId activity) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::activities
