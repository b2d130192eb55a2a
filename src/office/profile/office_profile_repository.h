#pragma once

#include "office/profile/office_profile.h"

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::office {

/// The row of the table office.
class OfficeProfileRepository
{
public:
    explicit OfficeProfileRepository(const db::Database &database) : m_database(database) { }

    std::optional<OfficeProfile> find() const;
    void insert(session::Work &work, const OfficeDetails &details) const;
    int update(session::Work &work, int revision, const OfficeDetails &details) const;

    static constexpr qint64 kId = 1;

private:
    const db::Database &m_database;
};

} // namespace mishutai::office
