#pragma once

#include "parties/duplicates/distinct_pair.h"

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {
class Work;
}

namespace mishutai::parties {

/// Rows of distinct_pairs.
class DistinctRepository
{
public:
    explicit DistinctRepository(const db::Database &database) : m_database(database) { }

    /// By the codes of the two; of two records merged into one there is no pair any more.
    std::vector<DistinctPair> all() const;
    /// The mark of the two as they are stored, in either order.
    std::optional<DistinctPair> find(PartyKind kind, qint64 one, qint64 other) const;
    /// @return the mark's id
    qint64 insert(session::Work &work, PartyKind kind, qint64 one, qint64 other, QDate onDay, const QString &by) const;
    void remove(session::Work &work, qint64 id, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::parties
