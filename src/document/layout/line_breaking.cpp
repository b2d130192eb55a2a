#include "document/layout/line_breaking.h"

#include "document/layout/break_rules.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace mishutai::document {

namespace {

class LineBreaker
{
public:
    LineBreaker(std::span<const Glyph> glyphs, const LineWidths &widths);
    std::vector<BrokenLine> run();

private:
    int width(size_t first, size_t last) const { return m_sums[last] - m_sums[first]; }
    /// How much the marks of a line can give, the last one included.
    int squeezeRoom(size_t first, size_t last) const;
    size_t nextBreak(size_t after) const;
    size_t withoutBlanks(size_t first, size_t last) const;
    size_t endOfLine(size_t first, int available) const;
    BrokenLine set(size_t first, size_t last, int indent) const;
    void squeeze(BrokenLine &line, int excess) const;
    std::vector<int> gapsFor(const BrokenLine &line, int missing) const;
    void stretch(BrokenLine &line, int missing) const;

    std::span<const Glyph> m_glyphs;
    LineWidths m_widths;
    std::vector<bool> m_allowed;
    std::vector<int> m_sums;
};

int halfCell(const Glyph &glyph)
{
    return glyph.width / 2;
}

bool isMark(const Glyph &glyph)
{
    return (isBlankOnRight(glyph.character) || isBlankOnLeft(glyph.character)) && glyph.width > glyph.size * kFine * 9 / 10;
}

LineBreaker::LineBreaker(std::span<const Glyph> glyphs, const LineWidths &widths) : m_glyphs(glyphs), m_widths(widths)
{
    std::u32string text;
    m_sums.push_back(0);
    for (const Glyph &glyph : glyphs) {
        text += glyph.character;
        m_sums.push_back(m_sums.back() + glyph.width);
    }
    m_allowed = breakOpportunities(text);
}

int LineBreaker::squeezeRoom(size_t first, size_t last) const
{
    int room = 0;
    // Where characters must stand under each other only the mark at the end may give.
    for (size_t i = m_widths.isJustified || last == first ? first : last - 1; i < last; ++i)
        if (isMark(m_glyphs[i]) && (m_widths.isJustified || isBlankOnRight(m_glyphs[i].character)))
            room += halfCell(m_glyphs[i]);
    return room;
}

/// The first place after a character where a line may end.
size_t LineBreaker::nextBreak(size_t after) const
{
    size_t at = after + 1;
    while (at < m_glyphs.size() && !m_allowed[at])
        ++at;
    return std::min(at, m_glyphs.size());
}

size_t LineBreaker::withoutBlanks(size_t first, size_t last) const
{
    while (last > first + 1 && m_glyphs[last - 1].character == U' ')
        --last;
    return last;
}

size_t LineBreaker::endOfLine(size_t first, int available) const
{
    size_t fitting = first;
    size_t next = nextBreak(first);
    while (next > fitting && width(first, withoutBlanks(first, next)) <= available) {
        fitting = next;
        if (fitting == m_glyphs.size())
            return fitting;
        next = nextBreak(fitting);
    }
    const size_t inked = withoutBlanks(first, next);
    if (width(first, inked) - squeezeRoom(first, inked) <= available)
        return next;
    if (fitting > first)
        return fitting;
    // One word longer than the line: it breaks where it must.
    fitting = first + 1;
    while (fitting < m_glyphs.size() && width(first, fitting + 1) <= available)
        ++fitting;
    return fitting;
}

void LineBreaker::squeeze(BrokenLine &line, int excess) const
{
    std::vector<int> given(line.last - line.first, 0);
    const Glyph &end = m_glyphs[line.last - 1];
    if (isMark(end) && isBlankOnRight(end.character)) {
        given.back() = std::min(excess, halfCell(end));
        excess -= given.back();
    }
    int room = squeezeRoom(line.first, line.last - (given.back() > 0 ? 1 : 0));
    for (size_t i = 0; i < given.size() && excess > 0 && room > 0; ++i) {
        const Glyph &glyph = m_glyphs[line.first + i];
        if (!isMark(glyph) || given[i] > 0)
            continue;
        // Each mark gives its share of what is still asked for.
        given[i] = static_cast<int>(static_cast<qint64>(excess) * halfCell(glyph) / room);
        room -= halfCell(glyph);
        excess -= given[i];
    }
    int shift = 0;
    for (size_t i = 0; i < given.size(); ++i) {
        const bool onLeft = isBlankOnLeft(m_glyphs[line.first + i].character);
        line.positions[i] -= shift + (onLeft ? given[i] : 0);
        shift += given[i];
    }
    line.width -= shift;
}

/// Room that a line gains before each of its characters, evenly where it may be broken and beside marks. Nothing where that
/// would be seen: a line that ends before a long number stays as it is, blank at the right.
std::vector<int> LineBreaker::gapsFor(const BrokenLine &line, int missing) const
{
    // pdftotext and its like see a blank from a tenth of the type size on.
    const int most = m_glyphs[line.first].size * kFine * 9 / 100;
    std::vector<int> gaps(line.last - line.first, 0);
    const auto takes = [this](size_t i) { return m_allowed[i] || isMark(m_glyphs[i]) || isMark(m_glyphs[i - 1]); };
    qint64 takers = 0;
    for (size_t i = 1; i < gaps.size(); ++i)
        takers += takes(line.first + i) ? 1 : 0;
    if (missing > takers * most)
        return gaps;
    for (size_t i = 1; i < gaps.size() && takers > 0; ++i) {
        if (!takes(line.first + i))
            continue;
        gaps[i] = static_cast<int>(missing / takers);
        missing -= gaps[i];
        --takers;
    }
    return gaps;
}

void LineBreaker::stretch(BrokenLine &line, int missing) const
{
    const std::vector<int> gaps = gapsFor(line, missing);
    int shift = 0;
    for (size_t i = 0; i < gaps.size(); ++i) {
        shift += gaps[i];
        line.positions[i] += shift;
    }
    line.width += shift;
}

BrokenLine LineBreaker::set(size_t first, size_t last, int indent) const
{
    BrokenLine line{first, withoutBlanks(first, last), {}, 0};
    for (size_t i = first; i < line.last; ++i)
        line.positions.push_back(indent + width(first, i));
    line.width = indent + width(first, line.last);
    if (line.width > m_widths.width)
        squeeze(line, line.width - m_widths.width);
    else if (m_widths.isJustified && last < m_glyphs.size())
        stretch(line, m_widths.width - line.width);
    return line;
}

std::vector<BrokenLine> LineBreaker::run()
{
    std::vector<BrokenLine> lines;
    size_t first = 0;
    int indent = m_widths.firstIndent;
    while (first < m_glyphs.size()) {
        const size_t last = endOfLine(first, m_widths.width - indent);
        lines.push_back(set(first, last, indent));
        first = last;
        while (first < m_glyphs.size() && m_glyphs[first].character == U' ')
            ++first;
        indent = m_widths.indent;
    }
    return lines;
}

} // namespace

std::vector<BrokenLine> breakLines(std::span<const Glyph> glyphs, const LineWidths &widths)
{
    return LineBreaker(glyphs, widths).run();
}

} // namespace mishutai::document
