#pragma once

#include "document/document.h"

#include "base/task_control.h"

#include <QByteArray>

#include <span>

namespace mishutai::document {

/// A Word file (Office Open XML) on the page of GB/T 9704: 22 lines of 28 characters, headings as styles, page numbers — n — on
/// the outer side, tables whose head repeats; charts are pictures that hold their values as description. No text is lost; equal
/// documents give equal bytes. A document with a chart needs a QGuiApplication. @throws Error (Cancelled, Io)
QByteArray writeDocx(const Document &document, TaskControl &control);

/// Several documents in one file, each on pages of its own that count from 1. @param documents at least one
QByteArray writeDocx(std::span<const Document> documents, TaskControl &control);

} // namespace mishutai::document
