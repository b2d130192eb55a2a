#pragma once

#include "planning/plan/plan_item.h"

namespace mishutai::db {
class Database;
class Statement;
} // namespace mishutai::db
namespace mishutai::session {
class Work;
}

namespace mishutai::planning {

/// Rows of plan_items in and out.
class PlanItemRepository
{
public:
    explicit PlanItemRepository(const db::Database &database) : m_database(database) { }

    std::optional<PlanItem> find(PlanItemId id) const;
    std::optional<PlanItem> findByCode(const QString &code) const;
    /// Of one year, or of all years when 0; by year, kind, line.
    std::vector<PlanItem> all(int year) const;
    /// The highest line number in use, 0 when there is none.
    int lastLine(int year, PlanKind kind) const;

    PlanItemId insert(session::Work &work, const PlanItemDetails &details) const;
    int update(session::Work &work, const PlanItem &stored, int revision, const PlanItemDetails &details) const;
    void remove(session::Work &work, PlanItemId id, int revision) const;

private:
    std::vector<PlanItem> read(db::Statement &statement) const;

    const db::Database &m_database;
};

} // namespace mishutai::planning
