#pragma once

#include <QPoint>
#include <QRect>

namespace mishutai::document {

/// Lengths on paper are whole twentieths of a point, which is a device of 1440 dpi: below that resolution QPdfWriter rounds
/// letter spacing away. Origin at the page's top left corner, y down.
namespace page {

constexpr int kUnitsPerPoint = 20;
constexpr int kResolution = 1440;

/// Lengths from hundredths of a millimetre.
constexpr int fromHundredthMm(int hundredths)
{
    return (hundredths * kResolution + 1270) / 2540;
}
constexpr int fromPoints(int points)
{
    return points * kUnitsPerPoint;
}

// A4 and the 版心 of GB/T 9704-2012, 5.1 and 5.2.1: 156 × 225 mm, 37 mm below the top edge, 28 mm right of the bound edge.
constexpr int kWidth = fromHundredthMm(21000);
constexpr int kHeight = fromHundredthMm(29700);
constexpr int kLeft = fromHundredthMm(2800);
constexpr int kTop = fromHundredthMm(3700);
constexpr int kTextWidth = fromHundredthMm(15600);
constexpr int kTextHeight = fromHundredthMm(22500);
constexpr int kRight = kLeft + kTextWidth;
constexpr int kBottom = kTop + kTextHeight;

// 5.2.3: 22 rows of 28 characters that fill the 版心.
constexpr int kRows = 22;
constexpr int kColumns = 28;

/// Top of a row of the grid, 0 to 22. Computed each time, never summed up, so that no error grows.
constexpr int rowTop(int row)
{
    return kTop + (kTextHeight * row + kRows / 2) / kRows;
}
/// Width of n cells of the grid (a cell is 15.793 pt wide).
constexpr int cells(int n)
{
    return (kTextWidth * n + kColumns / 2) / kColumns;
}
constexpr int kRowPitch = (kTextHeight + kRows / 2) / kRows;

// Type sizes by their Chinese names.
constexpr int kSize2 = fromPoints(22); ///< 2号
constexpr int kSize3 = fromPoints(16); ///< 3号
constexpr int kSize4 = fromPoints(14); ///< 4号
constexpr int kSizeSmall4 = fromPoints(12); ///< 小4号
constexpr int kSize5 = fromPoints(21) / 2; ///< 5号, 10.5 pt

/// Baseline of text of a size that stands in the middle of a box: the em box of a Chinese font reaches from 0.88 em above to
/// 0.12 em below the baseline.
constexpr int baselineInBox(int top, int height, int size)
{
    return top + (height - size) / 2 + (size * 88 + 50) / 100;
}

} // namespace page

} // namespace mishutai::document
