#pragma once

#include "activities/partners/partner.h"

#include <optional>

namespace mishutai::db {
class Database;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::activities {

/// Rows of activity_partners.
class PartnerRepository
{
public:
    explicit PartnerRepository(const db::Database &database) : m_database(database) { }

    std::optional<Partner> find(qint64 id) const;
    /// By event code, role and unit code.
    std::vector<Partner> all() const;
    std::vector<Partner> ofActivity(ActivityId activity) const;

    qint64 insert(session::Work &work, ActivityId activity, const PartnerDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Partner &stored, const PartnerDetails &details) const;
    void remove(session::Work &work, qint64 id, int revision) const;
    void removeAll(session::Work &work, ActivityId activity) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::activities
