#pragma once

#include "casework/units/case_unit.h"

#include <optional>

namespace mishutai::db {
class Database;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::casework {

/// Rows of case_units.
class CaseUnitRepository
{
public:
    explicit CaseUnitRepository(const db::Database &database) : m_database(database) { }

    std::optional<CaseUnit> find(qint64 id) const;
    /// By case code, role and unit code.
    std::vector<CaseUnit> all() const;
    std::vector<CaseUnit> ofCase(CaseId caseId) const;

    qint64 insert(session::Work &work, CaseId caseId, const CaseUnitDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const CaseUnit &stored, const CaseUnitDetails &details) const;
    void remove(session::Work &work, qint64 id, int revision) const;
    void removeAll(session::Work &work, CaseId caseId) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::casework
