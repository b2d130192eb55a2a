#pragma once

#include "planning/indicators/indicator.h"

namespace mishutai::db {
class Database;
class Statement;
} // namespace mishutai::db
namespace mishutai::session {
class Work;
}

namespace mishutai::planning {

/// Rows of indicators and observations in and out.
class IndicatorRepository
{
public:
    explicit IndicatorRepository(const db::Database &database) : m_database(database) { }

    std::optional<Indicator> findByCode(const QString &code) const;
    std::vector<Indicator> all() const; ///< by code
    IndicatorId insert(session::Work &work, const IndicatorDetails &details) const;
    int update(session::Work &work, const Indicator &stored, const IndicatorDetails &details) const;

    struct StoredObservation {
        qint64 id;
        int revision;
        ObservationDetails details;
    };
    /// The reading of this indicator, span and stage.
    std::optional<StoredObservation> find(const ObservationDetails &key) const;
    std::vector<StoredObservation> observations() const; ///< by indicator code, span, stage
    qint64 insert(session::Work &work, IndicatorId indicator, const ObservationDetails &details) const;
    int update(session::Work &work, const StoredObservation &stored, const ObservationDetails &details) const;

private:
    std::vector<StoredObservation> readObservations(db::Statement &statement) const;

    const db::Database &m_database;
};

} // namespace mishutai::planning
