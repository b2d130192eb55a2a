#pragma once

#include "document/layout/paged_document.h"

#include <QByteArray>

#include <vector>

namespace mishutai::document {

/// Characters of one embedded font in the order in which its glyphs were first painted: the glyph with number i of the
/// subset (1 is the first) shows characters[i − 1].
struct PaintedFace {
    QString family;
    std::vector<char32_t> characters;
};

/// The faces of a document in the order in which pages first paint them.
std::vector<PaintedFace> paintedFaces(const PagedDocument &document);

/// Mends what QPdfWriter 6.4 leaves out or gets wrong: text of glyphs (it takes the lowest code point that shares a glyph and
/// nothing beyond the BMP), subset tags, outline, /Lang, dates, identifiers.
/// @throws Error (Io) when the bytes are not the PDF expected
QByteArray finishPdf(const QByteArray &pdf, const PagedDocument &document);

} // namespace mishutai::document
