#pragma once

#include "metrics/metric.h"

namespace mishutai::metrics {

/// All metrics of the program, read from the blocks of db/metrics/*.sql (grammar: docs/architecture.md, "A block").
class Catalogue
{
public:
    /// The program's own catalogue. Read once; thread-safe afterwards.
    static const Catalogue &standard();
    /// @throws Error Validation naming file, line and what is wrong with the block
    static Catalogue parse(const QString &text, const QString &fileName);

    void merge(Catalogue other);
    const std::vector<Metric> &all() const { return m_metrics; }
    const Metric *find(const QString &name) const;
    /// @throws Error NotFound, its remedy naming the nearest known metric
    const Metric &get(const QString &name) const;
    /// Tables that the metric reads, through its operands too.
    QStringList tablesOf(const QString &name) const;

private:
    void checkOperands() const;

    std::vector<Metric> m_metrics;
};

} // namespace mishutai::metrics
