#include "document/sheets/ornament.h"

#include "document/layout/page_geometry.h"

#include <QRect>

#include <algorithm>

namespace mishutai::document {

namespace {

constexpr int kMargin = page::fromHundredthMm(1100);
constexpr int kBand = page::fromHundredthMm(800); ///< from the outer to the inner rule
constexpr int kMotif = page::fromHundredthMm(560);
constexpr int kOuterPen = 60;
constexpr int kInnerPen = 20;
constexpr int kMotifPen = 18;

Shape goldLine(std::vector<QPoint> points, int penWidth, bool isClosed = false)
{
    Shape shape;
    shape.points = std::move(points);
    shape.isClosed = isClosed;
    shape.penWidth = penWidth;
    shape.ink = Ink::Gold;
    return shape;
}

Shape frame(const QRect &rect, int penWidth)
{
    return goldLine({rect.topLeft(), {rect.right(), rect.top()}, rect.bottomRight(), {rect.left(), rect.bottom()}}, penWidth,
        /*isClosed=*/true);
}

/// One 回: a square spiral of seven strokes. @param box of the motif
Shape spiral(const QRect &box)
{
    // Sixths of the box, from the middle outwards.
    static constexpr int kTurns[][2] = {{3, 3}, {4, 3}, {4, 4}, {2, 4}, {2, 2}, {5, 2}, {5, 5}, {1, 5}, {1, 1}, {5, 1}};
    std::vector<QPoint> points;
    for (const auto &turn : kTurns)
        points.emplace_back(box.left() + box.width() * turn[0] / 6, box.top() + box.height() * turn[1] / 6);
    return goldLine(std::move(points), kMotifPen);
}

/// Motifs along a line of boxes, as many as nearly fill it. @param from and to are the middles of the corner motifs
void addBand(PlacedPage &page, QPoint from, QPoint to)
{
    const QPoint way = to - from;
    const int length = std::max(std::abs(way.x()), std::abs(way.y()));
    const int count = std::max(length / kMotif, 1);
    for (int i = 0; i < count; ++i) {
        const QPoint middle = from + way * i / count;
        page.shapes.push_back(spiral({middle.x() - kMotif / 2, middle.y() - kMotif / 2, kMotif, kMotif}));
    }
}

} // namespace

void addFrame(PlacedPage &page, const QSize &paper)
{
    const QRect outer(kMargin, kMargin, paper.width() - 2 * kMargin, paper.height() - 2 * kMargin);
    const QRect inner = outer.adjusted(kBand, kBand, -kBand, -kBand);
    const QRect middle = outer.adjusted(kBand / 2, kBand / 2, -kBand / 2, -kBand / 2);
    page.shapes.push_back(frame(outer, kOuterPen));
    page.shapes.push_back(frame(inner, kInnerPen));
    const int inset = kInnerPen * 3;
    page.shapes.push_back(frame(inner.adjusted(inset, inset, -inset, -inset), kInnerPen / 2));
    const QPoint corners[]
        = {middle.topLeft(), {middle.right(), middle.top()}, middle.bottomRight(), {middle.left(), middle.bottom()}};
    for (int side = 0; side < 4; ++side)
        addBand(page, corners[side], corners[(side + 1) % 4]);
}

void addDivider(PlacedPage &page, QPoint middle, int width)
{
    const int half = page::fromPoints(4);
    for (const int direction : {-1, 1})
        page.shapes.push_back(goldLine(
            {{middle.x() + direction * 3 * half, middle.y()}, {middle.x() + direction * width / 2, middle.y()}}, kInnerPen));
    Shape diamond = goldLine({{middle.x() - half, middle.y()}, {middle.x(), middle.y() - half}, {middle.x() + half, middle.y()},
                                 {middle.x(), middle.y() + half}},
        kInnerPen, /*isClosed=*/true);
    diamond.fillGrey = 0;
    page.shapes.push_back(std::move(diamond));
}

} // namespace mishutai::document
