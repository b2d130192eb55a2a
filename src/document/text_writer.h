#pragma once

#include "document/document.h"

namespace mishutai::document {

/// The document as plain text for a message or mail: one line a paragraph, headings numbered, paragraphs indented by two
/// ideographic blanks, tables and the values of charts as rows whose columns stand under each other in a fixed-width font.
/// Ends with a newline.
QString writeText(const Document &document);

} // namespace mishutai::document
