#include "document/layout/flow.h"

#include "document/layout/page_geometry.h"

#include <algorithm>
#include <utility>

namespace mishutai::document {

namespace {

class Paginator
{
public:
    explicit Paginator(const Flow &flow) : m_flow(flow) { beginPage(); }
    Pagination run();

private:
    int chainRows(size_t first) const;
    int headRows(const Box &box) const;
    void add(size_t index);
    void put(const Box &box);
    void beginPage();
    void nextPage();
    bool fits(int rows) const { return m_row + rows <= page::kRows; }

    const Flow &m_flow;
    Pagination m_result;
    std::vector<const Box *> m_waiting; ///< floating boxes for the top of the next page
    int m_row = 0;
};

/// Rows of a box and of all that must stand on its page after it.
int Paginator::chainRows(size_t first) const
{
    int rows = 0;
    for (size_t i = first; i < m_flow.boxes.size(); ++i) {
        rows += m_flow.boxes[i].rows;
        if (!m_flow.boxes[i].keepsWithNext)
            break;
    }
    return rows;
}

int Paginator::headRows(const Box &box) const
{
    int rows = 0;
    if (box.tableHead >= 0)
        for (const Box &head : m_flow.heads[static_cast<size_t>(box.tableHead)])
            rows += head.rows;
    return rows;
}

void Paginator::beginPage()
{
    m_result.pages.emplace_back();
    m_row = 0;
}

void Paginator::nextPage()
{
    beginPage();
    const std::vector<const Box *> waiting = std::exchange(m_waiting, {});
    for (const Box *box : waiting) {
        if (!fits(box->rows))
            beginPage();
        put(*box);
        m_row = std::min(m_row + 1, page::kRows); // a blank row between it and the text
    }
}

void Paginator::put(const Box &box)
{
    const int y = page::rowTop(m_row);
    putBox(m_result.pages.back(), box, y);
    if (box.outline) {
        m_result.outline.push_back(*box.outline);
        m_result.outline.back().page = static_cast<int>(m_result.pages.size()) - 1;
        m_result.outline.back().y = y;
    }
    m_row += box.rows;
}

void Paginator::add(size_t index)
{
    const Box &box = m_flow.boxes[index];
    if (box.breaksBefore || (box.stopsFloats && !m_waiting.empty()))
        nextPage();
    if (box.isSpace) {
        const bool followsAWaitingBox = index > 0 && !m_waiting.empty() && m_waiting.back() == &box - 1;
        if (m_row > 0 && !followsAWaitingBox)
            m_row = std::min(m_row + box.rows, page::kRows);
        return;
    }
    if (box.floats && !fits(box.rows)) {
        m_waiting.push_back(&box);
        return;
    }
    const int chain = chainRows(index);
    const bool chainFitsAPage = chain + headRows(box) <= page::kRows;
    if (m_row > 0 && !fits(chainFitsAPage ? chain : box.rows)) {
        nextPage();
        // A chain behind a float may need a page of its own.
        if (m_row > 0 && !fits((chainFitsAPage ? chain : box.rows) + headRows(box)))
            nextPage();
        if (box.tableHead >= 0)
            for (const Box &head : m_flow.heads[static_cast<size_t>(box.tableHead)])
                put(head);
    }
    put(box);
}

Pagination Paginator::run()
{
    for (size_t i = 0; i < m_flow.boxes.size(); ++i)
        add(i);
    if (!m_waiting.empty())
        nextPage();
    m_result.rowsOnLastPage = m_row;
    return std::move(m_result);
}

} // namespace

void putBox(PlacedPage &page, const Box &box, int y)
{
    for (PlacedText text : box.texts) {
        text.baseline += y;
        page.texts.push_back(std::move(text));
    }
    for (Shape shape : box.shapes) {
        for (QPoint &point : shape.points)
            point.ry() += y;
        page.shapes.push_back(std::move(shape));
    }
}

Pagination paginate(const Flow &flow)
{
    return Paginator(flow).run();
}

} // namespace mishutai::document
