#pragma once

#include "planning/plan/plan_item.h"

namespace mishutai::session {
class Session;
}
namespace mishutai::metrics {
class MetricSource;
struct MetricValue;
} // namespace mishutai::metrics

namespace mishutai::planning {

/// Use cases of a year's plan: targets, tasks and problems.
class PlanService
{
public:
    explicit PlanService(session::Session &session) : m_session(session) { }

    /// @throws Error Validation (also for a metric that does not exist), Conflict (code taken), Forbidden, Storage
    PlanItemId add(const PlanItemDetails &details);
    /// @return whether anything differed. @throws as add(); also NotFound, Conflict when stale
    bool update(PlanItemId id, int revision, const PlanItemDetails &details);
    void remove(PlanItemId id, int revision);

    PlanItem get(PlanItemId id) const;
    std::optional<PlanItem> findByCode(const QString &code) const;
    /// All of a year, or of every year when 0; by year, kind, line.
    std::vector<PlanItem> items(int year) const;

private:
    session::Session &m_session;
};

/// How far a target has come.
struct Progress {
    PlanItem item;
    QString targetText; ///< "50家", "15万元"
    QString actualText; ///< empty when no metric measures it; what is wrong where its condition is
    std::optional<Decimal> rate; ///< actual ÷ target; nothing without a target or a known value
    bool isReached = false;
};

/// Targets of a year with what the records say of them up to a day.
/// @throws Error Forbidden when the user may not read one of the metrics
std::vector<Progress> progress(const std::vector<PlanItem> &items, const metrics::MetricSource &metrics, QDate asOf);

} // namespace mishutai::planning
