#pragma once

#include "document/layout/paged_document.h"

#include "base/task_control.h"

#include <QByteArray>

namespace mishutai::document {

/// A PDF of the pages: fonts embedded as subsets, text stays text (search finds ordinary characters, those beyond the BMP
/// too), outline of two levels, language, PDF/A-1b declared. Equal pages give equal bytes: its dates are the document's.
/// Reports pages as progress. Needs a QGuiApplication. @throws Error (Cancelled; Io when the result could not be made)
QByteArray writePdf(const PagedDocument &document, TaskControl &control);

} // namespace mishutai::document
