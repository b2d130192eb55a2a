#pragma once

#include "casework/cases/case.h"

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::casework {

/// Rows of cases; codes of events from the view that activities publishes.
class CaseRepository
{
public:
    explicit CaseRepository(const db::Database &database) : m_database(database) { }

    std::optional<Case> find(CaseId id) const;
    std::optional<CaseId> idByCode(const QString &code) const;
    /// Of exactly this title, opened on this day or on any when it is invalid; oldest first.
    std::vector<CaseId> idsByTitle(const QString &title, QDate openedOn = {}) const;
    /// All, by code.
    std::vector<Case> all() const;

    CaseId insert(session::Work &work, const CaseDetails &details, const CaseState &state) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Case &stored, int revision, const CaseDetails &details, const CaseState &state) const;
    void remove(session::Work &work, CaseId id, int revision) const;

    std::optional<ActivityId> activityByCode(const QString &code) const;
    /// Empty when there is no such event.
    QString activityCode(ActivityId id) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::casework
