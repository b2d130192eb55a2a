#pragma once

#include "document/layout/text_setter.h"
#include "document/sheets/sheet.h"

#include <vector>

namespace mishutai::document {

/// Where the table of a sheet stands; lengths in units of page_geometry.h.
struct SheetColumns {
    std::vector<int> edges; ///< x of the column borders, one more than columns
    int size = 0; ///< of the type
    int top = 0; ///< of the text area
    int bottom = 0;
    bool isLandscape = false;
};

/// Columns, type size and orientation: portrait at 5号 where all fits, then landscape, then smaller type with lines that wrap.
/// Columns without text in their rows are narrow; long texts have the room.
SheetColumns columnsOf(const Sheet &sheet, TextSetter &setter);

} // namespace mishutai::document
