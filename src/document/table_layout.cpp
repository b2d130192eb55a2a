#include "document/layout/block_layout.h"
#include "document/layout/break_rules.h"
#include "document/layout/page_geometry.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace mishutai::document {

namespace {

constexpr int kMostPadding = page::fromPoints(5);
constexpr int kRulePen = 10;
constexpr int kMostRowsOfABox = 18; ///< a row of the table beyond this goes on in a further row
constexpr int kSmallTable = 8; ///< grid rows up to which a table stays on one page

class TableLayout
{
public:
    TableLayout(TextSetter &setter, const Table &table);
    void addTo(Flow &flow, int number);

private:
    struct Cell {
        Glyphs glyphs;
        std::vector<BrokenLine> lines;
    };

    TextStyle style(bool isHeader) const;
    LineBlock block(size_t column, bool isHeader) const;
    int pitch() const { return m_size * 11 / 8; }
    void placeColumns();
    void chooseSize();
    bool wordsFit(const Table::Row &row, bool isHeader);
    std::vector<Box> boxes(const Table::Row &row, bool isHeader);
    Box box(std::vector<Cell> &cells, size_t firstLine, size_t lineCount, bool isHeader);
    void frame(Box &box) const;
    std::vector<Box> captionBoxes(int number);

    TextSetter &m_setter;
    const Table &m_table;
    std::vector<int> m_edges; ///< x of the column borders
    int m_size = page::kSizeSmall4;
};

TableLayout::TableLayout(TextSetter &setter, const Table &table) : m_setter(setter), m_table(table)
{
    placeColumns();
    chooseSize();
}

void TableLayout::placeColumns()
{
    int total = 0;
    for (const Table::Column &column : m_table.columns)
        total += std::max(column.weight, 1);
    int sum = 0;
    m_edges.push_back(page::kLeft);
    for (const Table::Column &column : m_table.columns) {
        sum += std::max(column.weight, 1);
        m_edges.push_back(page::kLeft + static_cast<int>(static_cast<qint64>(page::kTextWidth) * sum / total));
    }
}

/// 小4号, smaller only where a number or word would not fit its column.
void TableLayout::chooseSize()
{
    for (const int size : {page::kSizeSmall4, page::kSize5, page::fromPoints(9), page::fromPoints(15) / 2}) {
        m_size = size;
        const auto fits
            = [this](bool isHeader) { return [this, isHeader](const Table::Row &row) { return wordsFit(row, isHeader); }; };
        if (std::all_of(m_table.header.begin(), m_table.header.end(), fits(true))
            && std::all_of(m_table.rows.begin(), m_table.rows.end(), fits(false)))
            return;
    }
}

bool TableLayout::wordsFit(const Table::Row &row, bool isHeader)
{
    for (size_t column = 0; column < row.size() && column < m_table.columns.size(); ++column) {
        const int width = block(column, isHeader).width * kFine;
        int word = 0;
        for (const Glyph &glyph : m_setter.glyphs(row[column], style(isHeader))) {
            word = isHalfWidthWord(glyph.character) ? word + glyph.width : 0;
            if (word > width)
                return false;
        }
    }
    return true;
}

TextStyle TableLayout::style(bool isHeader) const
{
    return {isHeader ? FontRole::Hei : FontRole::Body, FontRole::Hei, m_size, Spacing::Natural};
}

LineBlock TableLayout::block(size_t column, bool isHeader) const
{
    LineBlock block;
    const int width = m_edges[column + 1] - m_edges[column];
    const int padding = std::min(kMostPadding, width / 12);
    block.left = m_edges[column] + padding;
    block.width = std::max(width - 2 * padding, m_size);
    block.alignment = isHeader ? Alignment::Centre : m_table.columns[column].alignment;
    return block;
}

void TableLayout::frame(Box &box) const
{
    const int bottom = box.rows * page::kRowPitch;
    for (const int y : {0, bottom})
        box.shapes.push_back(rule({m_edges.front(), y}, {m_edges.back(), y}, kRulePen));
    for (const int x : m_edges)
        box.shapes.push_back(rule({x, 0}, {x, bottom}, kRulePen));
}

Box TableLayout::box(std::vector<Cell> &cells, size_t firstLine, size_t lineCount, bool isHeader)
{
    Box box;
    size_t most = 1;
    for (const Cell &cell : cells)
        most = std::max(most, std::min(cell.lines.size() - std::min(firstLine, cell.lines.size()), lineCount));
    const int textHeight = static_cast<int>(most) * pitch();
    box.rows = (textHeight + page::kRowPitch - 1) / page::kRowPitch;
    for (size_t column = 0; column < cells.size(); ++column) {
        Cell &cell = cells[column];
        const size_t first = std::min(firstLine, cell.lines.size());
        const size_t last = std::min(first + lineCount, cell.lines.size());
        const std::vector<BrokenLine> lines(
            cell.lines.begin() + static_cast<qsizetype>(first), cell.lines.begin() + static_cast<qsizetype>(last));
        const int top = (box.rows * page::kRowPitch - static_cast<int>(lines.size()) * pitch()) / 2;
        placeLines(box.texts, cell.glyphs, lines, block(column, isHeader), top, pitch());
    }
    frame(box);
    return box;
}

/// The boxes of a row: one, except where a cell is longer than a page.
std::vector<Box> TableLayout::boxes(const Table::Row &row, bool isHeader)
{
    std::vector<Cell> cells;
    size_t most = 1;
    for (size_t column = 0; column < m_table.columns.size(); ++column) {
        Cell cell;
        if (column < row.size())
            cell.glyphs = m_setter.glyphs(row[column], style(isHeader));
        cell.lines = breakInto(cell.glyphs, block(column, isHeader));
        most = std::max(most, cell.lines.size());
        cells.push_back(std::move(cell));
    }
    const size_t linesOfABox = static_cast<size_t>(kMostRowsOfABox * page::kRowPitch / pitch());
    std::vector<Box> result;
    for (size_t line = 0; line < most; line += linesOfABox)
        result.push_back(box(cells, line, linesOfABox, isHeader));
    return result;
}

/// Caption in the middle and unit at the right, in one row where there is room.
std::vector<Box> TableLayout::captionBoxes(int number)
{
    const LineBlock middle{page::kLeft, page::kTextWidth, 0, 0, Alignment::Centre, false};
    const LineBlock right{page::kLeft, page::kTextWidth, 0, 0, Alignment::Right, false};
    const Glyphs caption = m_setter.glyphs(QCoreApplication::translate("Document", "表%1　%2").arg(number).arg(m_table.caption),
        {FontRole::Hei, FontRole::Hei, page::kSize4, Spacing::Natural});
    const Glyphs unit = m_setter.glyphs(m_table.unit, {FontRole::Body, FontRole::Body, page::kSizeSmall4, Spacing::Natural});
    std::vector<Box> boxes = rowsOfText(caption, middle);
    std::vector<Box> unitBoxes = rowsOfText(unit, right);
    const int needed = TextSetter::width(caption) + 2 * (TextSetter::width(unit) + page::cells(1));
    if (boxes.size() == 1 && unitBoxes.size() == 1 && needed <= page::kTextWidth) {
        std::move(unitBoxes.front().texts.begin(), unitBoxes.front().texts.end(), std::back_inserter(boxes.front().texts));
        return boxes;
    }
    boxes.insert(boxes.end(), unitBoxes.begin(), unitBoxes.end());
    return boxes;
}

void TableLayout::addTo(Flow &flow, int number)
{
    std::vector<Box> head;
    for (const Table::Row &row : m_table.header)
        for (Box &box : boxes(row, /*isHeader=*/true))
            head.push_back(std::move(box));
    std::vector<Box> all = captionBoxes(number);
    all.insert(all.end(), head.begin(), head.end());
    const size_t firstRow = all.size();
    for (const Table::Row &row : m_table.rows)
        for (Box &box : boxes(row, /*isHeader=*/false)) {
            box.tableHead = static_cast<int>(flow.heads.size());
            all.push_back(std::move(box));
        }
    const size_t endOfRows = all.size();
    const LineBlock noteBlock{page::kLeft, page::kTextWidth, 0, 0, Alignment::Left, true};
    for (Box &box : rowsOfText(
             m_setter.glyphs(m_table.note, {FontRole::Body, FontRole::Kai, page::kSizeSmall4, Spacing::Natural}), noteBlock))
        all.push_back(std::move(box));

    int rows = 0;
    for (const Box &box : all)
        rows += box.rows;
    for (size_t i = 0; i + 1 < all.size(); ++i) {
        const bool isHead = i < firstRow;
        const bool isLastButOne = i + 2 == endOfRows && i > firstRow;
        const bool isBeforeNote = i + 1 >= endOfRows;
        all[i].keepsWithNext = isHead || isLastButOne || isBeforeNote || rows <= kSmallTable;
    }
    flow.heads.push_back(std::move(head));
    flow.boxes.insert(flow.boxes.end(), std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
}

} // namespace

void addTable(Flow &flow, TextSetter &setter, const Table &table, int number)
{
    Q_ASSERT(!table.columns.empty());
    TableLayout(setter, table).addTo(flow, number);
}

} // namespace mishutai::document
