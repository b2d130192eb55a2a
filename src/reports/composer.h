#pragma once

#include "document/document.h"
#include "metrics/metric.h"
#include "reports/template.h"

#include <QDate>
#include <QHash>

namespace mishutai::reports {

/// A report to be made: which template, over which span, dated when.
struct Draft {
    Template source;
    Period period;
    std::optional<QDate> date; ///< 成文日期
    QHash<QString, QString> office; ///< name, short_name, addressee, signer
    QHash<QString, QString> given = {}; ///< of a letter: member.name, ask.place, …
};

/// The document of a draft: sentences with every figure asked from the metrics and bound to its question. Pure: the same draft
/// and the same answers give the same document.
/// @throws Error Validation with the template's line (unknown metric, filter, format or field), Forbidden
document::Document compose(const Draft &draft, const metrics::MetricSource &metrics);

} // namespace mishutai::reports
