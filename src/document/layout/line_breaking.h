#pragma once

#include <QString>

#include <span>
#include <vector>

namespace mishutai::document {

/// Lengths while a line is set: hundredths of a unit of page_geometry.h, so that no rounding adds up along a line.
constexpr int kFine = 100;

/// One character on its way to a line.
struct Glyph {
    char32_t character = 0;
    int face = 0;
    int size = 0; ///< units
    int width = 0; ///< fine
    QString figure;
};
using Glyphs = std::vector<Glyph>;

/// A line of a paragraph: the glyphs [first, last) and where each stands, fine, from the left edge of the text. Blanks at
/// the ends of a line are not in it.
struct BrokenLine {
    size_t first = 0;
    size_t last = 0;
    std::vector<int> positions;
    int width = 0; ///< fine, to the right end of the last cell
};

struct LineWidths {
    int firstIndent = 0; ///< fine
    int indent = 0; ///< fine, of the lines after the first
    int width = 0; ///< fine, from the left edge of the text to the right one, indent included
    bool isJustified = true; ///< all lines but the last reach the right edge; else no mark but the last gives room
};

/// Breaks a paragraph: a line takes what fits; when full-width marks can give room for up to the next break they are squeezed
/// (by half a cell at most, a mark at the end first, whose empty half may pass the edge), else its characters are spread
/// evenly, never inside a number with its unit; where that would take so much that a reader of the PDF's text would see a blank,
/// the line stays unspread and blank at the right. The rules of break_rules.h hold in every line,
/// except inside a single word longer than a line.
std::vector<BrokenLine> breakLines(std::span<const Glyph> glyphs, const LineWidths &widths);

} // namespace mishutai::document
