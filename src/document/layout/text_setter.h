#pragma once

#include "document/document.h"
#include "document/fonts.h"
#include "document/layout/line_breaking.h"
#include "document/layout/paged_document.h"

namespace mishutai::document {

/// How wide a character's cell is.
enum class Spacing {
    Grid, ///< 28 characters of 3号 fill a row: 15.793 pt for 16 pt type, other characters in proportion
    Natural ///< as the font says
};

struct TextStyle {
    FontRole role = FontRole::Body;
    FontRole emphasis = FontRole::Kai; ///< of runs with emphasis
    int size = 0; ///< units
    Spacing spacing = Spacing::Natural;
};

/// Turns text into glyphs of the fonts at hand and glyphs into placed text, and remembers which characters needed a
/// substitute.
class TextSetter
{
public:
    explicit TextSetter(FontSet &fonts) : m_fonts(fonts) { }

    /// Control characters and line breaks become blanks; blanks at both ends are left out.
    Glyphs glyphs(const Runs &runs, const TextStyle &style);
    Glyphs glyphs(const QString &text, const TextStyle &style) { return glyphs(plain(text), style); }

    /// Width of all glyphs in units, rounded up.
    static int width(std::span<const Glyph> glyphs);
    /// Puts the glyphs of a line on a baseline; left is the left edge of the text, from which positions (fine) count.
    static void place(
        std::vector<PlacedText> &into, std::span<const Glyph> glyphs, std::span<const int> positions, int left, int baseline);
    /// The same for one line of text at its natural widths, from x on.
    void placeText(std::vector<PlacedText> &into, const QString &text, const TextStyle &style, int x, int baseline);

    /// Characters that the role's own font lacked, in order of appearance.
    const std::vector<SubstitutedCharacter> &substituted() const { return m_substituted; }

private:
    Glyph glyph(char32_t character, FontRole role, const TextStyle &style);
    void remember(char32_t character, int face);

    FontSet &m_fonts;
    std::vector<SubstitutedCharacter> m_substituted;
};

/// Runs joined, as when a number stands before a heading.
Runs joined(Runs first, const Runs &second);

} // namespace mishutai::document
