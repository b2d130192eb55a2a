#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <vector>

namespace mishutai::office {

enum class HolidayKind {
    Holiday, ///< 放假: not worked though a weekday
    Workday ///< 上班: worked though a weekend day (调休)
};

const ChoiceTable<HolidayKind> &holidayKinds();

struct HolidayDetails {
    QDate dayOn;
    HolidayKind kind = HolidayKind::Holiday;
    QString name = {}; ///< "国庆节"
    bool operator==(const HolidayDetails &) const = default;
};

struct Holiday {
    HolidayId id;
    int revision;
    HolidayDetails details;
};

/// Empty when acceptable.
std::vector<FieldError> validate(const HolidayDetails &details);

} // namespace mishutai::office
