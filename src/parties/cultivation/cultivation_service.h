#pragma once

#include "office/sheets/record_sheet.h"
#include "parties/cultivation/cultivation.h"

#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Use cases of 培育库.
class CultivationService
{
public:
    explicit CultivationService(session::Session &session) : m_session(session) { }

    /// Adds the round, or changes the one with its key, as sheets do.
    /// @throws Error Validation, NotFound (no such unit), Forbidden, Storage
    office::RowOutcome put(const CultivationDetails &details);
    /// A round that is new. @throws as put(); also Conflict when one with its key is there
    void add(const CultivationDetails &details);
    /// Changes a round as it was read, its key too. @throws as put(); also Conflict when it is stale or the key is another's
    void change(const Cultivation &stored, const CultivationDetails &details);
    /// @throws Error Conflict when stale, NotFound, Forbidden
    void remove(qint64 id, int revision);
    /// The latest year first. @throws Error Forbidden
    std::vector<Cultivation> ofUnit(UnitId unit) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::parties
