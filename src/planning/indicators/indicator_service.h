#pragma once

#include "planning/indicators/indicator.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::planning {

/// Use cases of indicators that are reported rather than counted.
class IndicatorService
{
public:
    explicit IndicatorService(session::Session &session) : m_session(session) { }

    enum class Outcome { Added, Changed, Same };
    /// Adds the indicator or changes the one with its code. @throws Error Validation, Forbidden, Storage
    Outcome save(const IndicatorDetails &details);
    /// Records a reading, or changes the one of the same span and stage. @throws Error Validation (no such indicator), Forbidden
    Outcome observe(const ObservationDetails &details);

    std::vector<Indicator> all() const;
    std::vector<ObservationDetails> observations() const;

private:
    session::Session &m_session;
};

} // namespace mishutai::planning
