#pragma once

#include "db/lists/list_definition.h"
#include "metrics/metric_service.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// The words that a filter of a metric takes, found where its block says they stand: "members.level" is the column of a list,
/// "qualifications.kind" a choice of 资质. Labels are as the office calls its head. Empty where there are no such words.
std::vector<db::Choice> filterWords(session::Session &session, const QString &source);

/// For whoever types a filter: a text that stands in no record of its list is refused, with the texts there are. In a report and
/// a plan it counts as nothing, since a new file has no records yet.
/// @throws Error Validation
void requireKnownFilters(session::Session &session, const metrics::MetricService &metrics, const metrics::MetricQuery &query);

} // namespace mishutai::desk
