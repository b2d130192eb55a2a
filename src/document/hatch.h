#pragma once

#include "document/layout/paged_document.h"

#include <QRect>

namespace mishutai::document {

/// The area of a series in a bar chart: outline and, by the series' number, a grey, slanted lines, nothing, crossed lines,
/// level lines or lines slanted the other way. Lines of their own, not brushes: a brush keeps no scale between screen and PDF.
/// @param series from 0; beyond 5 it starts over
std::vector<Shape> hatchedBar(const QRect &bar, int series);

/// The mark of a series in a line chart around a point.
Shape seriesMark(QPoint centre, int series);
/// How the line of a series is stroked.
Shape::Stroke seriesStroke(int series);

} // namespace mishutai::document
