#include "document/layout/text_setter.h"

#include "document/layout/break_rules.h"
#include "document/layout/page_geometry.h"

#include <QChar>

#include <algorithm>

namespace mishutai::document {

namespace {

bool isBlank(char32_t character)
{
    return character == U' ' || character == 0x00A0 || QChar::category(character) == QChar::Other_Control;
}

bool sameRun(const Glyph &a, const Glyph &b)
{
    return a.face == b.face && a.size == b.size && a.figure == b.figure;
}

int rounded(int fine)
{
    return (fine + (fine < 0 ? -kFine / 2 : kFine / 2)) / kFine;
}

} // namespace

Glyph TextSetter::glyph(char32_t character, FontRole role, const TextStyle &style)
{
    const int face = m_fonts.face(role, character);
    if (!m_fonts.isFirstChoice(role, face) || !m_fonts.hasCharacter(face, character))
        remember(character, face);
    Glyph glyph{character, face, style.size, 0, {}};
    // A full-width mark of a font that draws it narrow (“ of a Latin cut) still owns a cell.
    const int thousandths = isFullWidth(character) ? 1000 : m_fonts.advance(face, character);
    const qint64 natural = static_cast<qint64>(thousandths) * style.size * kFine / 1000;
    const bool onGrid = style.spacing == Spacing::Grid;
    glyph.width = static_cast<int>(onGrid ? natural * page::kTextWidth / (page::kColumns * page::kSize3) : natural);
    return glyph;
}

void TextSetter::remember(char32_t character, int face)
{
    const auto isSame = [character](const SubstitutedCharacter &one) { return one.character == character; };
    if (std::none_of(m_substituted.begin(), m_substituted.end(), isSame))
        m_substituted.push_back({character, m_fonts.hasCharacter(face, character) ? m_fonts.family(face) : QString()});
}

Glyphs TextSetter::glyphs(const Runs &runs, const TextStyle &style)
{
    Glyphs glyphs;
    for (const Run &run : runs) {
        const FontRole role = run.emphasis ? style.emphasis : style.role;
        const QString figure = run.figure ? run.figure->key : QString();
        const QList<uint> characters = run.text.toUcs4();
        for (const uint codePoint : characters) {
            const bool blank = isBlank(codePoint);
            if (blank && glyphs.empty())
                continue;
            glyphs.push_back(glyph(blank ? U' ' : codePoint, role, style));
            glyphs.back().figure = figure;
        }
    }
    while (!glyphs.empty() && glyphs.back().character == U' ')
        glyphs.pop_back();
    return glyphs;
}

int TextSetter::width(std::span<const Glyph> glyphs)
{
    int sum = 0;
    for (const Glyph &glyph : glyphs)
        sum += glyph.width;
    return (sum + kFine - 1) / kFine;
}

void TextSetter::place(
    std::vector<PlacedText> &into, std::span<const Glyph> glyphs, std::span<const int> positions, int left, int baseline)
{
    size_t first = 0;
    while (first < glyphs.size()) {
        size_t last = first + 1;
        while (last < glyphs.size() && sameRun(glyphs[first], glyphs[last]))
            ++last;
        PlacedText text;
        text.face = glyphs[first].face;
        text.size = glyphs[first].size;
        text.figure = glyphs[first].figure;
        text.x = left + rounded(positions[first]);
        text.baseline = baseline;
        for (size_t i = first; i < last; ++i) {
            text.text += QString::fromUcs4(&glyphs[i].character, 1);
            text.offsets.push_back(left + rounded(positions[i]) - text.x);
        }
        text.width = left + rounded(positions[last - 1] + glyphs[last - 1].width) - text.x;
        into.push_back(std::move(text));
        first = last;
    }
}

void TextSetter::placeText(std::vector<PlacedText> &into, const QString &text, const TextStyle &style, int x, int baseline)
{
    const Glyphs line = glyphs(text, style);
    std::vector<int> positions;
    int at = 0;
    for (const Glyph &glyph : line) {
        positions.push_back(at);
        at += glyph.width;
    }
    place(into, line, positions, x, baseline);
}

Runs joined(Runs first, const Runs &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace mishutai::document
