#pragma once

#include "office/sheets/record_sheet.h"
#include "parties/bodies/body.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Who holds an office of a body.
struct BodyOfficer {
    PersonId person;
    QString name;
    QString position; ///< 职务 outside the body: at the unit above it first, else at another; may be empty
    QString phone; ///< masked for those who may not see it
};

/// Use cases of bodies. Recording one makes its unit a 分支机构 from its approval on, dissolving it ends that.
class BodyService
{
public:
    explicit BodyService(session::Session &session) : m_session(session) { }

    /// Records what is known of the unit as a body, or changes it.
    /// @throws Error Validation, NotFound (no such unit), Forbidden, Storage
    office::RowOutcome put(const BodyDetails &details);
    /// The unit is no body; its role stays as history. @throws Error Conflict when stale, NotFound, Forbidden
    void remove(UnitId unit, int revision);

    /// @throws Error Forbidden
    std::optional<Body> find(UnitId unit) const;
    /// Those that are there on a day, by the code of the unit. @throws Error Forbidden
    std::vector<Body> on(QDate day) const;
    /// Who holds an office of the body on a day, in the order of its contacts. @throws Error Forbidden
    std::vector<BodyOfficer> officers(const BodyDetails &body, BodyOffice office, QDate day) const;

private:
    void followRole(const BodyDetails &details) const;

    session::Session &m_session;
};

} // namespace mishutai::parties
