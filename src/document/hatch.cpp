#include "document/hatch.h"

#include <algorithm>

namespace mishutai::document {

namespace {

constexpr int kSpacing = 90; ///< between hatch lines, 4.5 pt
constexpr int kHatchPen = 8;
constexpr int kOutlinePen = 12;

Shape segment(QPoint from, QPoint to)
{
    Shape line;
    line.points = {from, to};
    line.penWidth = kHatchPen;
    return line;
}

/// Lines at 45°, rising to the right (or falling), clipped to the bar. They start from the bar's corner.
void addSlanted(std::vector<Shape> &shapes, const QRect &bar, bool rises)
{
    const int width = bar.width();
    const int height = bar.height();
    for (int along = kSpacing; along < width + height; along += kSpacing) {
        // The rising line is x + y = along, seen from the upper left corner; the falling one is its mirror image.
        const int x1 = std::max(0, along - height);
        const int x2 = std::min(width, along);
        const QPoint from(rises ? x1 : width - x1, along - x1);
        const QPoint to(rises ? x2 : width - x2, along - x2);
        shapes.push_back(segment(bar.topLeft() + from, bar.topLeft() + to));
    }
}

void addLevel(std::vector<Shape> &shapes, const QRect &bar)
{
    for (int y = kSpacing; y < bar.height(); y += kSpacing)
        shapes.push_back(segment({bar.left(), bar.top() + y}, {bar.left() + bar.width(), bar.top() + y}));
}

Shape outline(const QRect &bar, int fill)
{
    Shape shape;
    const QPoint size(bar.width(), bar.height());
    shape.points
        = {bar.topLeft(), bar.topLeft() + QPoint(size.x(), 0), bar.topLeft() + size, bar.topLeft() + QPoint(0, size.y())};
    shape.isClosed = true;
    shape.penWidth = kOutlinePen;
    shape.fillGrey = fill;
    return shape;
}

} // namespace

std::vector<Shape> hatchedBar(const QRect &bar, int series)
{
    constexpr int kGrey = 120;
    constexpr int kWhite = 255;
    const int pattern = series % 6;
    std::vector<Shape> shapes{outline(bar, pattern == 0 ? kGrey : kWhite)};
    if (pattern == 1 || pattern == 3)
        addSlanted(shapes, bar, /*rises=*/true);
    if (pattern == 3 || pattern == 5)
        addSlanted(shapes, bar, /*rises=*/false);
    if (pattern == 4)
        addLevel(shapes, bar);
    return shapes;
}

Shape seriesMark(QPoint centre, int series)
{
    constexpr int kHalf = 55;
    Shape mark;
    mark.isClosed = true;
    mark.penWidth = kOutlinePen;
    mark.fillGrey = series % 2 == 0 ? 0 : 255;
    if (series % 3 == 0)
        mark.points = {{-kHalf, 0}, {0, -kHalf}, {kHalf, 0}, {0, kHalf}};
    else if (series % 3 == 1)
        mark.points = {{-kHalf, -kHalf}, {kHalf, -kHalf}, {kHalf, kHalf}, {-kHalf, kHalf}};
    else
        mark.points = {{-kHalf, kHalf}, {0, -kHalf}, {kHalf, kHalf}};
    for (QPoint &point : mark.points)
        point += centre;
    return mark;
}

Shape::Stroke seriesStroke(int series)
{
    constexpr Shape::Stroke kStrokes[] = {Shape::Stroke::Solid, Shape::Stroke::Dashed, Shape::Stroke::Dotted};
    return kStrokes[series % 3];
}

} // namespace mishutai::document
