#pragma once

#include "base/error.h"
#include "metrics/metric.h"

#include <QHash>

namespace mishutai::test {

/// Answers metrics from a table, and remembers what it was asked.
class FakeMetrics : public metrics::MetricSource
{
public:
    QHash<QString, metrics::MetricValue> values;
    QHash<QString, std::vector<metrics::MetricRow>> rowsOf;
    mutable std::vector<metrics::MetricQuery> asked;

    metrics::MetricValue value(const metrics::MetricQuery &query) const override
    {
        asked.push_back(query);
        if (!values.contains(query.metric))
            throw Error(Error::Kind::NotFound, "没有指标「" + query.metric + "」", {}, "相近的指标是 a");
        return values.value(query.metric);
    }
    std::vector<metrics::MetricRow> rows(const metrics::MetricQuery &query, int limit) const override
    {
        asked.push_back(query);
        auto found = rowsOf.value(query.metric);
        if (limit > 0 && found.size() > static_cast<size_t>(limit))
            found.resize(static_cast<size_t>(limit), {});
        return found;
    }
    const metrics::Metric &metric(const QString &) const override { return m_metric; }

private:
    metrics::Metric m_metric;
};

} // namespace mishutai::test
