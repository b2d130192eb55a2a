#pragma once

#include "document/layout/flow.h"
#include "document/layout/text_setter.h"

namespace mishutai::document {

/// How the lines of a paragraph stand in a box; lengths in units.
struct LineBlock {
    int left = 0; ///< left edge of the text on the page
    int width = 0;
    int firstIndent = 0;
    int indent = 0; ///< of the lines after the first
    Alignment alignment = Alignment::Left;
    bool isJustified = false; ///< Left only
};

/// Text lines of one paragraph, one box a row: the size stands in the middle of the row.
std::vector<Box> rowsOfText(const Glyphs &glyphs, const LineBlock &block);

/// Places broken lines pitch units apart, the first one's box top at y.
void placeLines(std::vector<PlacedText> &into, const Glyphs &glyphs, const std::vector<BrokenLine> &lines, const LineBlock &block,
    int y, int pitch);

std::vector<BrokenLine> breakInto(const Glyphs &glyphs, const LineBlock &block);

/// No row of a paragraph alone on a page: the first keeps with the second, the last but one with the last.
void keepWidowsAndOrphans(std::vector<Box> &rows);

/// A line between two points.
Shape rule(QPoint from, QPoint to, int penWidth);

/// Appends a table to a flow. @param number of its caption, from 1
void addTable(Flow &flow, TextSetter &setter, const Table &table, int number);

/// A chart with its caption below, as one box. @param number of its caption, from 1
Box chartBox(TextSetter &setter, const Chart &chart, int number);

} // namespace mishutai::document
