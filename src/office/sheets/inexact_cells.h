#pragma once

#include "base/quantity.h"
#include "office/known_date.h"
#include "office/sheets/row_reader.h"

namespace mishutai::office {

// Cells that may say less than a plain number or day; as RowReader's own: a column that the sheet lacks leaves the field alone,
// an empty cell empties it.

/// "127", "35余", "超过1000人", "X".
void readQuantity(RowReader &cells, const QString &key, std::optional<Quantity> &target);
/// The same for a column of that unit: "1.2亿" in 元 is 120000000. The figure alone, without the unit.
void readQuantityIn(RowReader &cells, const QString &key, const QString &unit, std::optional<Quantity> &target);

/// The figure alone, for columns whose unit stands elsewhere: 1.2万人 is 12000, and 1.2 where that unit is 万人.
/// @throws Error (Validation) when the figure has no number of that unit (5000元 as 家, or too many digits)
std::optional<Quantity> withoutUnit(const std::optional<Quantity> &quantity, const QString &unit = {});

/// "2021-05-14", "2021年1月", "2021". Invalid days for an empty cell.
/// @param coarsest a text that says less is a fault
void readKnownDate(RowReader &cells, const QString &key, QDate today, DatePrecision coarsest, KnownDate &target);

} // namespace mishutai::office
