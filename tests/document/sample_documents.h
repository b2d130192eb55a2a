#pragma once

#include "document/document.h"

namespace mishutai::document::samples {

/// A year's summary of a fictitious alliance: every kind of block, several pages.
Document summary();
/// Paragraphs of random but repeatable text with headings, figures, marks and Latin words; about a page for every 560
/// characters asked for.
Document randomText(int characters, unsigned seed);
/// A table of many rows, some of several lines.
Document longTable(int rows);

} // namespace mishutai::document::samples
