#include "document/sheets/sheet_layout.h"

#include "document/layout/block_layout.h"
#include "document/layout/break_rules.h"
#include "document/layout/page_geometry.h"
#include "document/sheets/sheet_columns.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::document {

namespace {

constexpr int kRulePen = 8;
constexpr int kLabelGrey = 238;
constexpr int kRowsBetweenReports = 500;
constexpr TextStyle kTitleStyle{FontRole::Title, FontRole::Title, page::kSize2 * 9 / 11, Spacing::Natural};
constexpr TextStyle kAboveStyle{FontRole::PageNumber, FontRole::PageNumber, page::kSize5, Spacing::Natural};
constexpr TextStyle kFootStyle{FontRole::PageNumber, FontRole::PageNumber, page::fromPoints(9), Spacing::Natural};
constexpr TextStyle kNumberStyle{FontRole::PageNumber, FontRole::PageNumber, page::fromPoints(12), Spacing::Natural};

/// Lines of one cell, each with its glyphs.
struct CellLines {
    std::vector<std::pair<Glyphs, BrokenLine>> lines;
    Alignment alignment = Alignment::Left;
    bool isLabel = false;
    int left = 0;
    int right = 0;
};

class SheetLayout
{
public:
    SheetLayout(const Sheet &sheet, FontSet &fonts, TaskControl &control)
        : m_sheet(sheet), m_fonts(fonts), m_setter(fonts), m_control(control)
    {
    }
    PagedDocument run();

private:
    int pitch() const { return m_columns.size * 11 / 8; }
    int padding() const { return m_columns.size / 3; }
    std::vector<CellLines> cells(const SheetRow &row);
    CellLines cell(const SheetCell &cell, int left, int right);
    void put(const SheetRow &row);
    void putLines(const std::vector<CellLines> &cells, size_t first, size_t count, int least);
    void beginPage();
    void putText(const QString &text, const TextStyle &style, Alignment alignment);
    void finishPages();

    const Sheet &m_sheet;
    FontSet &m_fonts;
    TextSetter m_setter;
    TaskControl &m_control;
    SheetColumns m_columns;
    std::vector<PlacedPage> m_pages;
    int m_y = 0;
    bool m_isInHead = false;
};

void SheetLayout::putText(const QString &text, const TextStyle &style, Alignment alignment)
{
    const LineBlock block{m_columns.edges.front(), m_columns.edges.back() - m_columns.edges.front(), 0, 0, alignment, false};
    const Glyphs glyphs = m_setter.glyphs(text, style);
    const std::vector<BrokenLine> lines = breakInto(glyphs, block);
    const int height = style.size * 3 / 2;
    placeLines(m_pages.back().texts, glyphs, lines, block, m_y, height);
    m_y += height * static_cast<int>(lines.size());
}

CellLines SheetLayout::cell(const SheetCell &cell, int left, int right)
{
    CellLines result{{}, cell.alignment, cell.isLabel, left, right};
    const FontRole role = cell.isLabel ? FontRole::Hei : FontRole::PageNumber;
    const TextStyle style{role, role, m_columns.size, Spacing::Natural};
    LineBlock block{left + padding(), std::max(right - left - 2 * padding(), m_columns.size), 0, 0, cell.alignment, false};
    for (const QString &paragraph : cell.text.split(u'\n')) {
        const Glyphs glyphs = m_setter.glyphs(paragraph, style);
        std::vector<BrokenLine> lines = breakInto(glyphs, block);
        if (lines.empty())
            lines.emplace_back(); // a blank line keeps its room
        for (BrokenLine &line : lines)
            result.lines.emplace_back(glyphs, std::move(line));
    }
    return result;
}

std::vector<CellLines> SheetLayout::cells(const SheetRow &row)
{
    std::vector<CellLines> result;
    size_t column = 0;
    const size_t last = m_columns.edges.size() - 1;
    for (const SheetCell &one : row.cells) {
        if (column >= last)
            break;
        const size_t next = std::min(column + static_cast<size_t>(std::max(one.span, 1)), last);
        result.push_back(cell(one, m_columns.edges[column], m_columns.edges[next]));
        column = next;
    }
    if (column < last)
        result.push_back(cell({}, m_columns.edges[column], m_columns.edges[last]));
    return result;
}

/// Lines [first, first + count) of every cell as one ruled row at the present place.
void SheetLayout::putLines(const std::vector<CellLines> &cells, size_t first, size_t count, int least)
{
    size_t most = 1;
    for (const CellLines &cell : cells)
        most = std::max(most, std::min(cell.lines.size() - std::min(first, cell.lines.size()), count));
    const int height = std::max(static_cast<int>(most), least) * pitch() + 2 * padding();
    PlacedPage &page = m_pages.back();
    for (const CellLines &cell : cells) {
        Shape frame;
        frame.points = {{cell.left, m_y}, {cell.right, m_y}, {cell.right, m_y + height}, {cell.left, m_y + height}};
        frame.isClosed = true;
        frame.penWidth = kRulePen;
        frame.fillGrey = cell.isLabel ? kLabelGrey : Shape::kNoFill;
        page.shapes.push_back(std::move(frame));
        const size_t from = std::min(first, cell.lines.size());
        const size_t to = std::min(first + count, cell.lines.size());
        const int textHeight = static_cast<int>(to - from) * pitch();
        // What waits for a signature has its words at the top.
        int y = m_y + (least > 2 && !cell.isLabel ? padding() : (height - textHeight) / 2);
        const LineBlock block{cell.left + padding(), cell.right - cell.left - 2 * padding(), 0, 0, cell.alignment, false};
        for (size_t line = from; line < to; ++line, y += pitch())
            if (!cell.lines[line].first.empty())
                placeLines(page.texts, cell.lines[line].first, {cell.lines[line].second}, block, y, pitch());
    }
    m_y += height;
}

void SheetLayout::beginPage()
{
    m_pages.emplace_back();
    m_y = m_columns.top;
    if (m_pages.size() == 1) {
        putText(m_sheet.title, kTitleStyle, Alignment::Centre);
        const int titleEnd = m_y += page::fromPoints(4);
        putText(m_sheet.aboveRight, kAboveStyle, Alignment::Right);
        const int rightEnd = m_y;
        const int needed = TextSetter::width(m_setter.glyphs(m_sheet.above, kAboveStyle))
            + TextSetter::width(m_setter.glyphs(m_sheet.aboveRight, kAboveStyle)) + kAboveStyle.size;
        if (needed <= m_columns.edges.back() - m_columns.edges.front())
            m_y = titleEnd;
        putText(m_sheet.above, kAboveStyle, Alignment::Left);
        m_y = std::max(m_y, rightEnd) + page::fromPoints(3);
    }
    m_isInHead = true;
    for (const SheetRow &row : m_sheet.head)
        put(row);
    m_isInHead = false;
}

void SheetLayout::put(const SheetRow &row)
{
    const std::vector<CellLines> laid = cells(row);
    size_t most = 1;
    for (const CellLines &cell : laid)
        most = std::max(most, cell.lines.size());
    const int height = std::max(static_cast<int>(most), row.lines) * pitch() + 2 * padding();
    const bool isPageFresh = m_isInHead || m_y == m_columns.top;
    if (m_y + height <= m_columns.bottom || m_isInHead) {
        putLines(laid, 0, most, row.lines);
        return;
    }
    if (!isPageFresh)
        beginPage();
    for (size_t line = 0; line < most;) {
        const auto room = static_cast<size_t>(std::max((m_columns.bottom - m_y - 2 * padding()) / pitch(), 1));
        putLines(laid, line, std::min(room, most - line), line == 0 && most == 1 ? row.lines : 1);
        line += room;
        if (line < most)
            beginPage();
    }
}

void SheetLayout::finishPages()
{
    const int baseline = m_columns.bottom + page::fromHundredthMm(900);
    for (size_t i = 0; i < m_pages.size(); ++i) {
        const QString number = QStringLiteral("— %1 —").arg(i + 1);
        const int width = TextSetter::width(m_setter.glyphs(number, kNumberStyle));
        m_setter.placeText(
            m_pages[i].texts, number, kNumberStyle, (m_columns.edges.front() + m_columns.edges.back() - width) / 2, baseline);
        m_setter.placeText(m_pages[i].texts, m_sheet.foot, kFootStyle, m_columns.edges.front(), baseline);
        const QString count = QCoreApplication::translate("Document", "共 %1 页").arg(m_pages.size());
        const int countWidth = TextSetter::width(m_setter.glyphs(count, kFootStyle));
        m_setter.placeText(m_pages[i].texts, count, kFootStyle, m_columns.edges.back() - countWidth, baseline);
    }
}

PagedDocument SheetLayout::run()
{
    m_columns = columnsOf(m_sheet, m_setter);
    beginPage();
    const auto total = static_cast<qint64>(m_sheet.rows.size());
    for (size_t i = 0; i < m_sheet.rows.size(); ++i) {
        if (i % kRowsBetweenReports == 0) {
            m_control.throwIfCancelled();
            m_control.progress(static_cast<qint64>(i), total, QCoreApplication::translate("Document", "排版"));
        }
        put(m_sheet.rows[i]);
    }
    m_y += page::fromPoints(4);
    if (!m_sheet.note.isEmpty())
        putText(m_sheet.note, kAboveStyle, Alignment::Left);
    finishPages();

    PagedDocument paged;
    paged.pages = std::move(m_pages);
    paged.isLandscape = m_columns.isLandscape;
    paged.substituted = m_setter.substituted();
    for (int face = 0; face < m_fonts.faceCount(); ++face)
        paged.faces << m_fonts.family(face);
    paged.title = m_sheet.title;
    paged.language = QStringLiteral("zh-CN");
    paged.createdAt = m_sheet.createdAt.isValid() ? m_sheet.createdAt.toUTC() : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return paged;
}

} // namespace

PagedDocument layout(const Sheet &sheet, FontSet &fonts, TaskControl &control)
{
    Q_ASSERT(!sheet.columns.empty());
    return SheetLayout(sheet, fonts, control).run();
}

} // namespace mishutai::document
