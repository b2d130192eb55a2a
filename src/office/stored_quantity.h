#pragma once

#include "base/quantity.h"
#include "db/row.h"

#include <QString>

#include <optional>

namespace mishutai::db {
class Statement;
}

namespace mishutai::office {

/// A figure in the data file is three columns: NAME_micro, NAME_qualifier, NAME_wording. All NULL: not given. X: qualifier
/// 'unknown' without a number.
void appendQuantity(db::Row &row, const QString &name, const std::optional<Quantity> &quantity);
std::optional<Quantity> readQuantity(const db::Statement &statement, const QString &name, const QString &unit = {});

/// "20余", "X", "" as a cell of a sheet, without the unit.
QString quantityText(const std::optional<Quantity> &quantity);

} // namespace mishutai::office
