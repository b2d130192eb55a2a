#pragma once

#include "office/sheets/record_sheet.h"
#include "parties/duplicates/distinct_pair.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Use cases of 不是重复: two that look alike are marked as two, and are found no more until the mark is taken off.
class DistinctService
{
public:
    explicit DistinctService(session::Session &session) : m_session(session) { }

    /// With today and the user's name. @return Same where they are marked already
    /// @throws Error Validation (one and the same), NotFound, Forbidden, Storage
    office::RowOutcome mark(PartyKind kind, qint64 one, qint64 other);
    /// As mark(), with the day and the name that an exported mark has.
    office::RowOutcome mark(PartyKind kind, qint64 one, qint64 other, QDate onDay, const QString &by);
    /// @throws Error Conflict when stale, NotFound, Forbidden
    void unmark(const DistinctPair &pair);
    /// @throws Error Forbidden
    std::vector<DistinctPair> pairs(PartyKind kind) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::parties
