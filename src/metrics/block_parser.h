#pragma once

#include "metrics/metric.h"

namespace mishutai::metrics {

/// Splits a file of db/metrics into its blocks. A block is a head of `-- key: value` lines and, unless it has `derived:`, one
/// SELECT up to `;`. Keys: metric, label, unit, value (count | money | decimal), definition, reads, operation, rows, fold,
/// filter (repeated), derived. A derived metric is `a + b - c` or `a + b / c + d`, each name perhaps with `@-1y`.
/// @throws Error Validation with file and line
std::vector<Metric> parseBlocks(const QString &text, const QString &fileName);

} // namespace mishutai::metrics
