#pragma once

#include "document/layout/paged_document.h"

#include <QSize>

namespace mishutai::document {

/// The border of a certificate in gold: two rules with a band of 回纹 between them. @param paper in units
void addFrame(PlacedPage &page, const QSize &paper);

/// A gold rule that a diamond divides. @param middle of it @param width of the whole
void addDivider(PlacedPage &page, QPoint middle, int width);

} // namespace mishutai::document
