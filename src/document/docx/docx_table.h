#pragma once

#include "document/document.h"

namespace mishutai::document {

class DocxXml;

/// A table without its caption: real column widths, a head that repeats, rows that stay whole.
/// @param width of the table in twentieths of a point
void writeTable(DocxXml &xml, const Table &table, int width);

} // namespace mishutai::document
