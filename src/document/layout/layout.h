#pragma once

#include "document/document.h"
#include "document/fonts.h"
#include "document/layout/paged_document.h"

namespace mishutai::document {

/// Sets a document on pages of GB/T 9704-2012: A4, 22 rows of 28 characters of 3号 in 156 × 225 mm. Title 2号小标宋, 主送,
/// headings 黑体 and 楷体, body 仿宋, tables and charts on the grid, 署名 and date without seal (7.3.5.2), 版记 on the last page
/// if there is one, page numbers — n — right on odd and left on even pages. Equal documents and fonts give equal pages.
/// Runs on the thread of the FontSet. @throws Error (Io) when no font can be had
PagedDocument layout(const Document &document, FontSet &fonts);

} // namespace mishutai::document
