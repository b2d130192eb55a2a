#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/quantity.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::planning {

/// A figure that is reported to us or read off somewhere rather than counted from records: followers of a channel, output of a
/// zone.
struct IndicatorDetails {
    QString code; ///< "followers", the key in sheets and metrics
    QString name;
    QString unit;
    QString definition; ///< 口径
    bool operator==(const IndicatorDetails &) const = default;
};

struct Indicator {
    IndicatorId id;
    int revision;
    IndicatorDetails details;
};

/// 预计/快报/实际
enum class Stage { Expected, Preliminary, Actual };
const office::ChoiceTable<Stage> &stages();

/// One reading of an indicator. A level (followers) has from = to; a flow (output) has its span.
struct ObservationDetails {
    QString indicatorCode;
    QDate from;
    QDate to;
    Stage stage = Stage::Actual;
    Quantity value = Quantity::unknown();
    QString source;
    bool operator==(const ObservationDetails &) const = default;
};

/// Empty when acceptable.
std::vector<FieldError> validate(const IndicatorDetails &details);
std::vector<FieldError> validate(const ObservationDetails &details);

} // namespace mishutai::planning
