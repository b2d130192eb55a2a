#pragma once

#include "office/sheets/record_sheet.h"
#include "office/sheets/row_reader.h"
#include "parties/units/unit.h"

namespace mishutai::parties {

// A unit as columns of a sheet: of the sheet of units, and of others that say something of units beside.

/// All of them with the keys of UnitDetails, in the order of units.csv.
std::vector<office::SheetColumn> unitColumns();

/// Puts the cells under these columns into the details, but for 上级单位, which is a link. Faults are left in the reader.
void readUnitCells(office::RowReader &cells, UnitDetails &details);

/// 单位类型 of a new unit by its name, where the row says none, with a warning. Nothing where nobody looks at warnings.
void proposeKind(const office::SheetRow &row, UnitDetails &details);

/// The texts below unitColumns(), which readUnitCells() reads back.
QStringList unitCells(const UnitDetails &details, const QString &parentCode);

} // namespace mishutai::parties
