#pragma once

#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <optional>

namespace mishutai::office {

/// How exactly the day of an event or a case is known.
enum class DatePrecision { Day, Month, Year };
const ChoiceTable<DatePrecision> &datePrecisions();

/// A day, or the first and last day of the month or year when no more is known.
struct KnownDate {
    QDate from;
    QDate to;
    DatePrecision precision = DatePrecision::Day;
    bool operator==(const KnownDate &) const = default;

    /// The whole month or year that the day lies in; the day itself for Day.
    static KnownDate around(QDate day, DatePrecision precision);
    /// All that parseCellDate() takes as a day, and "2021-01", "2021年1月", "2021", "2021年". Nothing for anything else.
    static std::optional<KnownDate> parse(QStringView text, QDate today);
    /// "2021-05-14", "2021-05", "2021"; empty for an invalid day. Reads back.
    QString isoText() const;
};

} // namespace mishutai::office
