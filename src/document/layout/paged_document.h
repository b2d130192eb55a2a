#pragma once

#include <QDateTime>
#include <QPoint>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace mishutai::document {

/// What a text or shape is printed with; a black-and-white printer makes greys of them.
enum class Ink { Black, Red, Gold };

/// Text of one face and size on one baseline. Lengths in units of page_geometry.h.
struct PlacedText {
    int face = 0; ///< index into PagedDocument::faces
    int size = 0; ///< height of the type
    int x = 0; ///< left end of the first character's cell
    int baseline = 0;
    int width = 0; ///< of all cells together
    QString text;
    std::vector<int> offsets; ///< from x to the cell of each code point of text
    QString figure; ///< key of the FigureRef this text shows; empty for other text
    Ink ink = Ink::Black;
    bool operator==(const PlacedText &) const = default;
};

/// A line, a filled area or both, in black and greys, or in an ink that then stands for both.
struct Shape {
    enum class Stroke { None, Solid, Dashed, Dotted };
    static constexpr int kNoFill = -1;

    std::vector<QPoint> points;
    bool isClosed = false;
    Stroke stroke = Stroke::Solid;
    int penWidth = 8; ///< 0.4 pt
    int penGrey = 0; ///< 0 black to 255 white
    int fillGrey = kNoFill; ///< 0 black to 255 white
    Ink ink = Ink::Black;
    bool operator==(const Shape &) const = default;
};

struct PlacedPage {
    std::vector<PlacedText> texts;
    std::vector<Shape> shapes; ///< painted before the texts
    bool operator==(const PlacedPage &) const = default;
};

struct OutlineEntry {
    QString text; ///< with its number
    int level = 1; ///< 1 or 2
    int page = 0; ///< from 0
    int y = 0; ///< top of the heading
    bool operator==(const OutlineEntry &) const = default;
};

/// A character that the font of its role lacks.
struct SubstitutedCharacter {
    char32_t character = 0;
    QString family; ///< of the font that sets it; empty when no font has it
    bool operator==(const SubstitutedCharacter &) const = default;
};

/// A document on its pages: all that preview, printer and PDF need. A4.
struct PagedDocument {
    QStringList faces; ///< family names
    std::vector<PlacedPage> pages;
    bool isLandscape = false; ///< all pages
    std::vector<OutlineEntry> outline; ///< headings of level 1 and 2 in reading order
    std::vector<SubstitutedCharacter> substituted; ///< in order of appearance, each once

    QString title;
    QString subject;
    QString language;
    QDateTime createdAt; ///< UTC, always valid

    bool operator==(const PagedDocument &) const = default;

    /// Key of the figure whose text stands at a point of a page, for a click. Nothing beside figures or outside the pages.
    std::optional<QString> figureAt(int page, QPoint point) const;
    /// Characters set in another font, or in none, as one text: "燊𬭎".
    QString substitutedCharacters() const;
};

/// Documents that were laid out one after the other with the same FontSet, as one; title, language and dates of the first.
/// @param parts at least one, all portrait or all landscape
PagedDocument joined(std::vector<PagedDocument> parts);

} // namespace mishutai::document
