#pragma once

#include "parties/units/unit.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Use cases of the register of organisations. Reading masks telephone and account numbers for whom may
/// not see them.
class UnitService
{
public:
    explicit UnitService(session::Session &session) : m_session(session) { }

    /// @throws Error Validation, Conflict (code or credit code taken; names the other unit), Forbidden, Storage
    UnitId create(const UnitDetails &details);
    /// @return whether anything differed. @throws as create(); also NotFound, Conflict when stale
    bool update(UnitId id, int revision, const UnitDetails &details);
    /// With its contacts, roles, qualifications and yearly figures. @throws Error Conflict (stale, or still referred to),
    /// NotFound
    void remove(UnitId id, int revision);

    /// @throws Error NotFound, Forbidden
    Unit get(UnitId id) const;
    /// By code or credit code, also one that a unit had before it was merged: then the unit that goes on.
    std::optional<Unit> findByCode(const QString &code) const;
    std::optional<Unit> findByCreditCode(const QString &creditCode) const;
    /// By full name, brackets of either width, else letter for letter; then by short name or alias.
    std::vector<Unit> findByName(const QString &name) const;
    /// The unit that a cell of a sheet means: by code, credit code, full name, then short name or alias.
    /// Nothing when there is none. @throws Error Validation when several bear the name
    std::optional<UnitId> resolve(const QString &reference) const;

private:
    void checkKeys(const UnitDetails &details, std::optional<UnitId> self) const;
    void checkParent(const UnitDetails &details, std::optional<UnitId> self) const;
    Unit forReader(Unit unit) const;

    session::Session &m_session;
};

} // namespace mishutai::parties
