#pragma once

#include "document/layout/paged_document.h"

class QPDF;

namespace mishutai::document {

/// Language, title, subject and dates of a PDF, the same in its /Info and its XMP packet, as PDF/A-1 asks.
void setMetadata(QPDF &pdf, const PagedDocument &document);

} // namespace mishutai::document
