#pragma once

#include "base/quantity.h"
#include "office/known_date.h"
#include "office/sheets/row_reader.h"

namespace mishutai::office {

// Cells that may say less than a plain number or day; as RowReader's own: a column that the sheet lacks leaves the field alone,
// an empty cell empties it.

/// "127", "35余", "超过1000人", "X".
void readQuantity(RowReader &cells, const QString &key, std::optional<Quantity> &target);

/// The figure alone, for columns whose unit stands elsewhere.
std::optional<Quantity> withoutUnit(const std::optional<Quantity> &quantity);

/// "2021-05-14", "2021年1月", "2021". Invalid days for an empty cell.
/// @param coarsest a text that says less is a fault
void readKnownDate(RowReader &cells, const QString &key, QDate today, DatePrecision coarsest, KnownDate &target);

} // namespace mishutai::office
