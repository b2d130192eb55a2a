#pragma once

#include "base/error.h"
#include "casework/part.h"

#include <QDate>
#include <QString>

#include <vector>

namespace mishutai::casework {

/// 名单与回执: a unit to which a case was sent, and its answer. Key within the case: unit.
struct ReceiptDetails {
    UnitId unit;
    QDate sentOn;
    QDate answeredOn; ///< invalid while it has not answered
    QString answer;

    bool operator==(const ReceiptDetails &) const = default;
};

using Receipt = Part<ReceiptDetails>;

/// Empty when acceptable.
std::vector<FieldError> validate(const ReceiptDetails &details);

} // namespace mishutai::casework
