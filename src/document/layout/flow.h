#pragma once

#include "document/layout/paged_document.h"

#include <optional>
#include <vector>

namespace mishutai::document {

/// Something that takes whole rows of the grid and is never split over two pages. x counts from the page's left edge, y from
/// the top of the box.
struct Box {
    int rows = 1;
    std::vector<PlacedText> texts;
    std::vector<Shape> shapes;
    std::optional<OutlineEntry> outline; ///< page and y are filled in on the page
    int tableHead = -1; ///< index into Flow::heads of what goes before this box when it begins a page
    bool keepsWithNext = false;
    bool isSpace = false; ///< blank rows, left out at the top of a page
    bool breaksBefore = false; ///< begins a page
    bool floats = false; ///< may move to the top of the next page while the text after it fills this one
    bool stopsFloats = false; ///< nothing that floats may come after it
};

/// A document as one endless column.
struct Flow {
    std::vector<Box> boxes;
    std::vector<std::vector<Box>> heads;
};

struct Pagination {
    std::vector<PlacedPage> pages; ///< at least one
    std::vector<OutlineEntry> outline;
    int rowsOnLastPage = 0;
};

/// Fills pages of 22 rows. A chain of boxes that keep with the next stays on one page unless it is longer than a page.
Pagination paginate(const Flow &flow);

/// Copies what stands in a box onto a page, its top at y.
void putBox(PlacedPage &page, const Box &box, int y);

} // namespace mishutai::document
