#pragma once

#include "casework/steps/step.h"

#include <optional>

namespace mishutai::db {
class Database;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::casework {

/// Rows of case_steps.
class StepRepository
{
public:
    explicit StepRepository(const db::Database &database) : m_database(database) { }

    std::optional<Step> find(qint64 id) const;
    std::optional<Step> findByLine(CaseId caseId, int lineNumber) const;
    /// By case code and line.
    std::vector<Step> all() const;
    std::vector<Step> ofCase(CaseId caseId) const;
    /// The highest line in use, 0 when there is none.
    int lastLine(CaseId caseId) const;

    qint64 insert(session::Work &work, CaseId caseId, const StepDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Step &stored, int revision, const StepDetails &details) const;
    void remove(session::Work &work, qint64 id, int revision) const;
    void removeAll(session::Work &work, CaseId caseId) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::casework
