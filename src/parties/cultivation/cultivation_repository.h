#pragma once

#include "parties/cultivation/cultivation.h"

#include <optional>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {
class Work;
}

namespace mishutai::parties {

/// Rows of unit_cultivations.
class CultivationRepository
{
public:
    explicit CultivationRepository(const db::Database &database) : m_database(database) { }

    /// Of one unit, or of all; by the code of the unit, then the latest year first.
    std::vector<Cultivation> list(std::optional<UnitId> unit = std::nullopt) const;

    qint64 insert(session::Work &work, const CultivationDetails &details) const;
    void update(session::Work &work, const Cultivation &stored, const CultivationDetails &details) const;
    void remove(session::Work &work, qint64 id, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::parties
