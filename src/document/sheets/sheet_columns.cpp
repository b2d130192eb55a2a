#include "document/sheets/sheet_columns.h"

#include "document/layout/break_rules.h"
#include "document/layout/page_geometry.h"

#include <algorithm>
#include <numeric>

namespace mishutai::document {

namespace {

constexpr int kSide = page::fromHundredthMm(1500);
constexpr int kTop = page::fromHundredthMm(1800);
constexpr int kBottom = page::fromHundredthMm(2000);
constexpr int kMostEms = 14; ///< a longer text wraps before it makes the page turn
constexpr int kFullEms = 60; ///< no column is wider than such a text asks for
constexpr int kEmptyEms = 2; ///< for the title of a column in which no row has text; a longer one wraps
constexpr int kShortEms = 6; ///< what is no longer stays on one line: a status, a name, a code
constexpr size_t kMeasuredRows = 20'000; ///< what comes later wraps

struct Wanted {
    int whole = 0; ///< the longest text in one line, up to kMostEms
    int least = 0; ///< the longest number, word or short text
    int full = 0; ///< the longest text in one line
    int word = 0; ///< the longest number or word

    bool hasText() const { return full > 0; }
};

constexpr int kEm = 1000;

/// Widths in thousandths of the type size, so that they hold for every size.
class Measure
{
public:
    explicit Measure(TextSetter &setter) : m_setter(setter) { }

    /// What the columns of a sheet want. One without text in its rows wants no more than a title that wraps.
    std::vector<Wanted> take(const Sheet &sheet)
    {
        std::vector<Wanted> titles(sheet.columns.size());
        std::vector<Wanted> texts(sheet.columns.size());
        for (const SheetRow &row : sheet.head)
            take(row, titles);
        for (size_t i = 0; i < std::min(sheet.rows.size(), kMeasuredRows); ++i)
            take(sheet.rows[i], texts);
        if (!sheet.rows.empty())
            take(sheet.rows.back(), texts);
        for (size_t i = 0; i < texts.size(); ++i)
            addTitle(titles[i], sheet.rows.empty(), texts[i]);
        for (size_t i = 0; i < std::min(texts.size(), sheet.leastEms.size()); ++i)
            reserve(sheet.leastEms[i] * kEm, texts[i]);
        return texts;
    }

private:
    static void addTitle(const Wanted &title, bool isWhole, Wanted &column)
    {
        if (!column.hasText() && !isWhole) {
            column.least = column.whole = std::max(std::min(title.whole, kEmptyEms * kEm), title.word);
            return;
        }
        column.least = std::max(column.least, title.least);
        column.whole = std::max(column.whole, title.whole);
        column.full = std::max(column.full, title.full);
    }

    static void reserve(int width, Wanted &column)
    {
        column.least = std::max(column.least, width);
        column.whole = std::max(column.whole, width);
        column.full = std::max(column.full, width);
    }

    void take(const SheetRow &row, std::vector<Wanted> &columns)
    {
        size_t column = 0;
        for (const SheetCell &cell : row.cells) {
            if (cell.span == 1 && column < columns.size())
                take(cell, columns[column]);
            column += static_cast<size_t>(std::max(cell.span, 1));
        }
    }

    void take(const SheetCell &cell, Wanted &wanted)
    {
        const FontRole role = cell.isLabel ? FontRole::Hei : FontRole::PageNumber;
        for (const QString &line : cell.text.split(u'\n')) {
            int whole = 0;
            int word = 0;
            for (const Glyph &glyph : m_setter.glyphs(line, {role, role, kEm, Spacing::Natural})) {
                const int width = glyph.width / kFine;
                whole += width;
                word = isHalfWidthWord(glyph.character) ? word + width : 0;
                wanted.word = std::max({wanted.word, word, kEm});
            }
            wanted.least = std::max({wanted.least, wanted.word, whole <= kShortEms * kEm ? whole : 0});
            wanted.whole = std::max({wanted.whole, std::min(whole, kMostEms * kEm), wanted.least});
            wanted.full = std::max({wanted.full, std::min(whole, kFullEms * kEm), wanted.whole});
        }
    }

    TextSetter &m_setter;
};

int pageWidth(bool isLandscape)
{
    return (isLandscape ? page::kHeight : page::kWidth) - 2 * kSide;
}

/// Twice the padding of a cell (a third of the type on each side) and a little, so that rounding never breaks a line.
int scaled(int thousandths, int size)
{
    return thousandths * size / 1000 + size * 2 / 3 + size / 10;
}

std::vector<int> widthsOf(const std::vector<Wanted> &columns, int size, int Wanted::*which)
{
    std::vector<int> widths;
    for (const Wanted &column : columns)
        widths.push_back(scaled(column.*which, size));
    return widths;
}

int sum(const std::vector<int> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

/// The widths grown or shrunk to a total in proportion.
std::vector<int> stretched(const std::vector<int> &widths, int total)
{
    const qint64 whole = std::max(sum(widths), 1);
    std::vector<int> result;
    qint64 before = 0;
    int edge = 0;
    for (const int width : widths) {
        before += width;
        const int next = static_cast<int>(before * total / whole);
        result.push_back(next - edge);
        edge = next;
    }
    return result;
}

/// Between what keeps words whole and what keeps texts on one line, as much as there is room.
std::vector<int> between(const std::vector<int> &least, const std::vector<int> &whole, int total)
{
    const qint64 free = total - sum(least);
    const qint64 asked = std::max(sum(whole) - sum(least), 1);
    std::vector<int> widths;
    for (size_t i = 0; i < least.size(); ++i)
        widths.push_back(least[i] + static_cast<int>((whole[i] - least[i]) * free / asked));
    return stretched(widths, total);
}

/// All texts on one line; what is left goes to texts that are longer than kMostEms, then to all columns that have text.
std::vector<int> spread(const std::vector<Wanted> &columns, int size, int total)
{
    std::vector<int> widths = widthsOf(columns, size, &Wanted::whole);
    const qint64 free = total - sum(widths);
    qint64 lack = 0;
    for (const Wanted &column : columns)
        lack += column.hasText() ? scaled(column.full, size) - scaled(column.whole, size) : 0;
    qint64 texts = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].hasText())
            continue;
        if (lack > 0)
            widths[i] += static_cast<int>((scaled(columns[i].full, size) - widths[i]) * std::min(free, lack) / lack);
        texts += widths[i];
    }
    const qint64 rest = total - sum(widths);
    for (size_t i = 0; i < columns.size() && texts > 0; ++i)
        widths[i] += columns[i].hasText() ? static_cast<int>(widths[i] * rest / texts) : 0;
    return stretched(widths, total);
}

void setEdges(SheetColumns &columns, const std::vector<int> &widths)
{
    columns.edges = {kSide};
    for (const int width : widths)
        columns.edges.push_back(columns.edges.back() + width);
    columns.top = kTop;
    columns.bottom = (columns.isLandscape ? page::kWidth : page::kHeight) - kBottom;
}

} // namespace

SheetColumns columnsOf(const Sheet &sheet, TextSetter &setter)
{
    constexpr int kSmall = page::fromPoints(9);
    constexpr int kSmaller = page::fromPoints(15) / 2;
    SheetColumns result;
    result.size = page::kSize5;
    if (sheet.widths == Sheet::Widths::Shares) {
        setEdges(result, stretched(sheet.columns, pageWidth(false)));
        return result;
    }
    const std::vector<Wanted> wanted = Measure(setter).take(sheet);
    for (const auto &[size, isLandscape] : {std::pair{page::kSize5, false}, {page::kSize5, true}, {kSmall, true}}) {
        const std::vector<int> whole = widthsOf(wanted, size, &Wanted::whole);
        if (sum(whole) > pageWidth(isLandscape))
            continue;
        result.size = size;
        result.isLandscape = isLandscape;
        setEdges(result, spread(wanted, size, pageWidth(isLandscape)));
        return result;
    }
    result.isLandscape = true;
    for (const int size : {kSmall, kSmaller}) {
        result.size = size;
        const std::vector<int> least = widthsOf(wanted, size, &Wanted::least);
        if (sum(least) <= pageWidth(true)) {
            setEdges(result, between(least, widthsOf(wanted, size, &Wanted::whole), pageWidth(true)));
            return result;
        }
    }
    setEdges(result, stretched(widthsOf(wanted, kSmaller, &Wanted::least), pageWidth(true)));
    return result;
}

} // namespace mishutai::document
