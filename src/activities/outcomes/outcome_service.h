#pragma once

#include "activities/outcomes/outcome.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::activities {

/// Use cases of what came of an event: resolutions, documents, matches, signings, publicity.
class OutcomeService
{
public:
    explicit OutcomeService(session::Session &session) : m_session(session) { }

    /// Adds the outcome, or changes the one with its number; without a number the one of the same kind, title and units.
    /// @throws Error Validation, NotFound (no such event), Forbidden, Storage
    office::RowOutcome put(ActivityId activity, const OutcomeDetails &details);
    /// @return whether anything differed. @throws as put(); also Conflict when stale or the line number is taken
    bool update(qint64 id, int revision, const OutcomeDetails &details);
    void remove(qint64 id, int revision);
    /// In the order entered. @throws Error Forbidden
    std::vector<Outcome> ofActivity(ActivityId activity) const;

private:
    OutcomeDetails completed(ActivityId activity, const OutcomeDetails &details) const;

    session::Session &m_session;
};

} // namespace mishutai::activities
