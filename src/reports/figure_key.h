#pragma once

#include "metrics/metric.h"

#include <optional>
#include <variant>

namespace mishutai::reports {

/// A record named by its list and id.
struct RecordRef {
    QString objectType;
    qint64 objectId = 0;
    bool operator==(const RecordRef &) const = default;
};

/// What a figure on a page stands for: a question to the metrics, or one record (a date or a name out of a row).
using FigureSource = std::variant<metrics::MetricQuery, RecordRef>;

/// The opaque key that a document::FigureRef carries, and back. Stable: the same source gives the same key.
QString figureKey(const FigureSource &source);
std::optional<FigureSource> figureSource(const QString &key);

} // namespace mishutai::reports
