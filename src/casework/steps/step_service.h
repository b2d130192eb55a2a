#pragma once

#include "casework/steps/step.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::casework {

/// Use cases of what is done for a case, step by step.
class StepService
{
public:
    explicit StepService(session::Session &session) : m_session(session) { }

    /// Adds a step at the end; a case that was 待办 is then 在办.
    /// @return the step's id @throws Error Validation, NotFound (no such case), Forbidden, Storage
    qint64 add(CaseId caseId, const StepDetails &details);
    /// Adds the step as it is, or changes the one with its number; without a number the one of the same day, kind and content.
    /// The case stays as it is. @throws as add()
    office::RowOutcome put(CaseId caseId, const StepDetails &details);
    /// @return whether anything differed. @throws as add(); also Conflict when stale or the line number is taken
    bool update(qint64 id, int revision, const StepDetails &details);
    void remove(qint64 id, int revision);
    /// In the order entered. @throws Error Forbidden
    std::vector<Step> ofCase(CaseId caseId) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::casework
