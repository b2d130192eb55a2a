#pragma once

#include "document/fonts.h"
#include "document/layout/paged_document.h"
#include "document/sheets/sheet.h"

#include "base/task_control.h"

namespace mishutai::document {

/// Sets a sheet on pages: title, what stands above, the table with its head repeated, — n — at the foot. No text is cut: it
/// wraps, and a row stays on one page unless it is longer than one. Reports rows as progress. Runs on the thread of the FontSet.
/// @throws Error (Io when no font can be had, Cancelled)
PagedDocument layout(const Sheet &sheet, FontSet &fonts, TaskControl &control);

} // namespace mishutai::document
