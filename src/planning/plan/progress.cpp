#include "base/error.h"
#include "metrics/metric.h"
#include "metrics/wording.h"
#include "planning/plan/plan_service.h"

namespace mishutai::planning {

namespace {

QHash<QString, QVariant> filtersOf(const QString &text)
{
    QHash<QString, QVariant> filters;
    for (const QString &part : text.split(',', Qt::SkipEmptyParts))
        filters.insert(part.section('=', 0, 0).trimmed(), part.section('=', 1).trimmed());
    return filters;
}

/// The value in millionths, so that counts and decimals compare alike; money in fen.
qint64 comparable(const metrics::MetricValue &value)
{
    return value.kind == metrics::ValueKind::Count ? Decimal::fromInteger(value.raw).micro() : value.raw;
}

bool isReached(Direction direction, qint64 actual, qint64 target)
{
    return direction == Direction::AtMost ? actual <= target : actual >= target;
}

/// What the records say; in its place, what is wrong with the line's own condition, so that the other lines are still shown.
std::optional<metrics::MetricValue> valueOf(
    const PlanItemDetails &d, const metrics::MetricSource &metrics, QDate end, QString &problem)
{
    try {
        return metrics.value({d.metric, Period::range(QDate(d.year, 1, 1), end), filtersOf(d.metricFilter)});
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Validation)
            throw;
        problem = error.problem();
        return std::nullopt;
    }
}

Progress measured(const PlanItem &item, const metrics::MetricSource &metrics, QDate asOf)
{
    const PlanItemDetails &d = item.details;
    Progress result{item, {}, {}, std::nullopt, d.doneOn.isValid() && d.doneOn <= asOf};
    if (d.target)
        result.targetText = d.target->text() + d.unit;
    if (d.targetAmount)
        result.targetText = d.targetAmount->wan() + QStringLiteral("万元");
    const QDate start(d.year, 1, 1);
    if (d.metric.isEmpty() || asOf < start)
        return result;
    const QDate end = std::min(asOf, QDate(d.year, 12, 31));
    const auto found = valueOf(d, metrics, end, result.actualText);
    if (!found || found->isEmpty)
        return result;
    const metrics::MetricValue &value = *found;
    result.actualText = metrics::word(value, value.kind == metrics::ValueKind::Money ? QStringLiteral("万元") : QString());
    const qint64 target = d.targetAmount ? d.targetAmount->fen() : d.target ? d.target->micro() : 0;
    if (value.qualifier == Qualifier::Unknown || target == 0)
        return result;
    result.rate = ratio(comparable(value), target);
    result.isReached = isReached(d.direction, comparable(value), target);
    return result;
}

} // namespace

std::vector<Progress> progress(const std::vector<PlanItem> &items, const metrics::MetricSource &metrics, QDate asOf)
{
    std::vector<Progress> found;
    for (const PlanItem &item : items) {
        if (item.details.kind != PlanKind::Problem)
            found.push_back(measured(item, metrics, asOf));
    }
    return found;
}

} // namespace mishutai::planning
