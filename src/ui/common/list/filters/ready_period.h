#pragma once

#include "base/period.h"
#include "db/lists/list_definition.h"

namespace mishutai::ui {

/// A span of days that moves with the day: 「本季度」. Filters keep its key, so that a saved view means the quarter in which it
/// is looked at.
struct ReadyPeriod {
    QString key; ///< "thisQuarter", as stored
    QString label;
};

const std::vector<ReadyPeriod> &readyPeriods();
/// Nothing for a key that is unknown.
std::optional<Period> readyPeriod(const QString &key, QDate today);
QString readyPeriodLabel(const QString &key);

/// The filters with each InPeriod as days.
std::vector<db::ListFilter> withDates(const std::vector<db::ListFilter> &filters, QDate today);

} // namespace mishutai::ui
