#pragma once

#include "document/layout/paged_document.h"

#include <QPainter>

namespace mishutai::document {

/// Paints a page with its top left corner at the painter's origin: the one way to screen, printer and PDF. The paper itself
/// is not painted. @param page from 0, in range @param scale device pixels per unit of page_geometry.h, 1 on a 1440 dpi
/// device, dpi / 1440 elsewhere
/// Thread: any with a QGuiApplication; the document's faces must have been loaded by a FontSet of this process.
void paintPage(QPainter &painter, const PagedDocument &document, int page, qreal scale);

} // namespace mishutai::document
