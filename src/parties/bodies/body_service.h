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

/// Use cases of bodies. Recording one makes its unit a 分支机构 from its approval until it is dissolved; where those days change
/// the role follows.
class BodyService
{
public:
    explicit BodyService(session::Session &session) : m_session(session) { }

    /// Records what is known of the unit as a body, or changes it, as sheets do.
    /// @throws Error Validation, NotFound (no such unit), Forbidden, Storage
    office::RowOutcome put(const BodyDetails &details);
    /// A unit that is no body yet. @throws as put(); also Conflict where it is one
    void add(const BodyDetails &details);
    /// Changes the body as it was read. @throws as put(); also Conflict when it is stale
    void change(const Body &stored, const BodyDetails &details);
    /// The unit was no body: it goes with the role that came with it. @throws Error Conflict when stale, NotFound, Forbidden
    void remove(UnitId unit, int revision);

    /// @throws Error Forbidden
    std::optional<Body> find(UnitId unit) const;
    /// Those that are there on a day, by the code of the unit. @throws Error Forbidden
    std::vector<Body> on(QDate day) const;
    /// Who holds an office of the body on a day, in the order of its contacts. @throws Error Forbidden
    std::vector<BodyOfficer> officers(const BodyDetails &body, BodyOffice office, QDate day) const;

private:
    void store(const std::optional<Body> &stored, const BodyDetails &details);
    void followRole(const std::optional<BodyDetails> &before, const BodyDetails &details) const;

    session::Session &m_session;
};

} // namespace mishutai::parties
