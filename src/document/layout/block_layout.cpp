#include "document/layout/block_layout.h"

#include "document/layout/page_geometry.h"

namespace mishutai::document {

std::vector<BrokenLine> breakInto(const Glyphs &glyphs, const LineBlock &block)
{
    return breakLines(glyphs,
        {.firstIndent = block.firstIndent * kFine,
            .indent = block.indent * kFine,
            .width = block.width * kFine,
            .isJustified = block.isJustified});
}

void placeLines(std::vector<PlacedText> &into, const Glyphs &glyphs, const std::vector<BrokenLine> &lines, const LineBlock &block,
    int y, int pitch)
{
    for (const BrokenLine &line : lines) {
        const int free = block.width - (line.width + kFine - 1) / kFine;
        int left = block.left;
        if (block.alignment == Alignment::Centre)
            left += free / 2;
        else if (block.alignment == Alignment::Right)
            left += free;
        const std::span<const Glyph> ofLine = std::span(glyphs).subspan(line.first, line.last - line.first);
        TextSetter::place(into, ofLine, line.positions, left, page::baselineInBox(y, pitch, ofLine.front().size));
        y += pitch;
    }
}

std::vector<Box> rowsOfText(const Glyphs &glyphs, const LineBlock &block)
{
    std::vector<Box> rows;
    for (const BrokenLine &line : breakInto(glyphs, block)) {
        Box row;
        placeLines(row.texts, glyphs, {line}, block, 0, page::kRowPitch);
        rows.push_back(std::move(row));
    }
    return rows;
}

void keepWidowsAndOrphans(std::vector<Box> &rows)
{
    if (rows.size() < 2)
        return;
    rows.front().keepsWithNext = true;
    rows[rows.size() - 2].keepsWithNext = true;
}

Shape rule(QPoint from, QPoint to, int penWidth)
{
    Shape line;
    line.points = {from, to};
    line.penWidth = penWidth;
    return line;
}

} // namespace mishutai::document
