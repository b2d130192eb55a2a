#pragma once

#include "parties/unit_facts/unit_fact.h"

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {
class Work;
}

namespace mishutai::parties {

/// Rows of unit_roles, unit_qualifications and unit_years.
class UnitFactRepository
{
public:
    explicit UnitFactRepository(const db::Database &database) : m_database(database) { }

    /// Of one unit, or of all that go on when none is named; by unit code and key.
    std::vector<UnitFact<UnitRoleDetails>> roles(std::optional<UnitId> unit = std::nullopt) const;
    /// Those of one kind that have no end.
    std::vector<UnitFact<UnitRoleDetails>> openRoles(UnitId unit, UnitRoleKind role) const;
    std::vector<UnitFact<QualificationDetails>> qualifications(std::optional<UnitId> unit = std::nullopt) const;
    std::vector<UnitFact<UnitYearDetails>> years(std::optional<UnitId> unit = std::nullopt) const;

    /// @return the row's id
    qint64 insert(session::Work &work, const UnitRoleDetails &details) const;
    qint64 insert(session::Work &work, const QualificationDetails &details) const;
    qint64 insert(session::Work &work, const UnitYearDetails &details) const;
    void update(session::Work &work, const UnitFact<UnitRoleDetails> &stored, const UnitRoleDetails &details) const;
    void update(session::Work &work, const UnitFact<QualificationDetails> &stored, const QualificationDetails &details) const;
    void update(session::Work &work, const UnitFact<UnitYearDetails> &stored, const UnitYearDetails &details) const;
    void removeRole(session::Work &work, qint64 id, int revision) const;
    void removeQualification(session::Work &work, qint64 id, int revision) const;
    void removeYear(session::Work &work, qint64 id, int revision) const;
    void removeAll(session::Work &work, UnitId unit) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::parties
