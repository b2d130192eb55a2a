#pragma once

#include "casework/units/case_unit.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::casework {

/// Use cases of the units that a case is for or with.
class CaseUnitService
{
public:
    explicit CaseUnitService(session::Session &session) : m_session(session) { }

    /// Adds the unit, or changes the one of this unit and role. @throws Error Validation, NotFound, Forbidden, Storage
    office::RowOutcome put(CaseId caseId, const CaseUnitDetails &details);
    /// Makes the case's units exactly these. @return whether anything differed
    bool set(CaseId caseId, const std::vector<CaseUnitDetails> &units);
    /// @throws Error Conflict when stale, NotFound
    void remove(qint64 id, int revision);
    /// By role, then by unit code. @throws Error Forbidden
    std::vector<CaseUnit> ofCase(CaseId caseId) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::casework
