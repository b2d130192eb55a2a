#pragma once

#include "parties/bodies/body.h"

namespace mishutai::db {
class Database;
}

namespace mishutai::session {
class Work;
}

namespace mishutai::parties {

/// Rows of unit_bodies.
class BodyRepository
{
public:
    explicit BodyRepository(const db::Database &database) : m_database(database) { }

    std::optional<Body> find(UnitId unit) const;
    /// By the code of the unit.
    std::vector<Body> all() const;

    qint64 insert(session::Work &work, const BodyDetails &details) const;
    void update(session::Work &work, const Body &stored, const BodyDetails &details) const;
    void remove(session::Work &work, qint64 id, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::parties
