#pragma once

#include "office/sheets/record_sheet.h"
#include "parties/unit_facts/unit_fact.h"

#include <set>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Use cases of what is known of a unit beside its own fields: roles, qualifications, yearly figures. `put` adds the fact or
/// changes the one with its key, as sheets do; `add` and `change` are for forms, which never write over what they did not show.
class UnitFactService
{
public:
    explicit UnitFactService(session::Session &session) : m_session(session) { }

    /// @throws Error Validation, Conflict (two spans of one role overlap), Forbidden, Storage
    office::RowOutcome put(const UnitRoleDetails &details);
    office::RowOutcome put(const QualificationDetails &details);
    office::RowOutcome put(const UnitYearDetails &details);
    /// A fact that is new. @throws as put(); also Conflict when one with its key is there
    void add(const UnitRoleDetails &details);
    void add(const QualificationDetails &details);
    void add(const UnitYearDetails &details);
    /// Changes the fact as it was read, its key too. @throws as put(); also Conflict when it is stale or the key is another's
    void change(const UnitFact<UnitRoleDetails> &stored, const UnitRoleDetails &details);
    void change(const UnitFact<QualificationDetails> &stored, const QualificationDetails &details);
    void change(const UnitFact<UnitYearDetails> &stored, const UnitYearDetails &details);
    /// The unit is no longer this from a day on; nothing to do where it is not. @return whether it was
    bool endRole(UnitId unit, UnitRoleKind role, QDate onDay);
    /// The unit is these and nothing else from a day on: others that are open end, those not open yet begin.
    /// @return whether anything differed @throws Error as put()
    bool setRoles(UnitId unit, const std::set<UnitRoleKind> &wanted, QDate onDay);
    /// @throws Error Conflict when stale, NotFound
    void removeRole(qint64 id, int revision);
    void removeQualification(qint64 id, int revision);
    void removeYear(qint64 id, int revision);
    /// @throws Error Forbidden
    std::vector<UnitFact<UnitRoleDetails>> roles(UnitId unit) const;
    std::vector<UnitFact<QualificationDetails>> qualifications(UnitId unit) const;
    std::vector<UnitFact<UnitYearDetails>> years(UnitId unit) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::parties
