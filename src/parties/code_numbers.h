#pragma once

#include <QString>

#include <functional>

namespace mishutai::session {
class Work;
}

namespace mishutai::parties {

/// Codes of one kind of record, which run on over the years, or begin anew each year where one is named.
struct CodeSeries {
    QString sequence; ///< its name in the data file, "units"
    QString prefix; ///< "单位": 单位-0001
    int year = 0; ///< 2021: 活动-2021-001
    int digits = 4;
};

/// The code of a new record: the one given, or the next of the series that no record bears yet. A number once given is never
/// given again, even when its record is undone.
QString settledCode(
    session::Work &work, const CodeSeries &series, const QString &given, const std::function<bool(const QString &)> &isTaken);

} // namespace mishutai::parties
