#include "document/layout/flow.h"
#include "document/layout/page_geometry.h"

#include <catch2/catch.hpp>

using namespace mishutai::document;

namespace {

/// A box that shows its name.
Box box(const QString &name, int rows = 1, bool keepsWithNext = false)
{
    Box box;
    box.rows = rows;
    box.keepsWithNext = keepsWithNext;
    PlacedText text;
    text.text = name;
    box.texts.push_back(text);
    return box;
}

Flow flowOf(int rows)
{
    Flow flow;
    for (int i = 0; i < rows; ++i)
        flow.boxes.push_back(box(QString::number(i)));
    return flow;
}

QStringList namesOn(const PlacedPage &page)
{
    QStringList names;
    for (const PlacedText &text : page.texts)
        names << text.text;
    return names;
}

} // namespace

TEST_CASE("A page holds 22 rows", "[document]")
{
    CHECK(paginate(flowOf(22)).pages.size() == 1);
    const Pagination two = paginate(flowOf(23));
    REQUIRE(two.pages.size() == 2);
    CHECK(namesOn(two.pages[1]) == QStringList{QStringLiteral("22")});
    CHECK(two.rowsOnLastPage == 1);
    CHECK(paginate(Flow()).pages.size() == 1);
}

TEST_CASE("A chain moves as a whole", "[document]")
{
    Flow flow = flowOf(20);
    flow.boxes.push_back(box(QStringLiteral("heading"), 1, true));
    flow.boxes.push_back(box(QStringLiteral("subheading"), 1, true));
    flow.boxes.push_back(box(QStringLiteral("text")));
    const Pagination pages = paginate(flow);
    REQUIRE(pages.pages.size() == 2);
    CHECK(
        namesOn(pages.pages[1]) == QStringList{QStringLiteral("heading"), QStringLiteral("subheading"), QStringLiteral("text")});
}

TEST_CASE("A chain longer than a page is set all the same", "[document]")
{
    Flow flow = flowOf(60);
    for (Box &one : flow.boxes)
        one.keepsWithNext = true;
    CHECK(paginate(flow).pages.size() == 3);
}

TEST_CASE("Blank rows vanish at the top of a page", "[document]")
{
    Flow flow = flowOf(22);
    Box space = box(QStringLiteral("space"));
    space.isSpace = true;
    flow.boxes.push_back(space);
    flow.boxes.push_back(box(QStringLiteral("text")));
    const Pagination pages = paginate(flow);
    REQUIRE(pages.pages.size() == 2);
    CHECK(pages.pages[1].texts.front().baseline == page::rowTop(0));
}

TEST_CASE("The head of a table is repeated before the first row on a page", "[document]")
{
    Flow flow;
    flow.heads.push_back({box(QStringLiteral("head"))});
    flow.boxes.push_back(box(QStringLiteral("head"), 1, true));
    for (int i = 0; i < 30; ++i) {
        flow.boxes.push_back(box(QString::number(i)));
        flow.boxes.back().tableHead = 0;
    }
    const Pagination pages = paginate(flow);
    REQUIRE(pages.pages.size() == 2);
    CHECK(namesOn(pages.pages[0]).size() == 22);
    CHECK(namesOn(pages.pages[1]).front() == QStringLiteral("head"));
    CHECK(namesOn(pages.pages[1])[1] == QStringLiteral("21"));
}

TEST_CASE("A chart that does not fit waits while text fills the page, but not past a new part", "[document]")
{
    Flow flow = flowOf(18);
    flow.boxes.push_back(box(QStringLiteral("chart"), 10));
    flow.boxes.back().floats = true;
    flow.boxes.push_back(box(QStringLiteral("space")));
    flow.boxes.back().isSpace = true;
    flow.boxes.push_back(box(QStringLiteral("after 1")));
    flow.boxes.push_back(box(QStringLiteral("after 2")));
    flow.boxes.push_back(box(QStringLiteral("part")));
    flow.boxes.back().stopsFloats = true;
    const Pagination pages = paginate(flow);
    REQUIRE(pages.pages.size() == 2);
    CHECK(namesOn(pages.pages[0]).last() == QStringLiteral("after 2"));
    CHECK(namesOn(pages.pages[0]).size() == 20);
    CHECK(namesOn(pages.pages[1]) == QStringList{QStringLiteral("chart"), QStringLiteral("part")});
    CHECK(pages.pages[1].texts[1].baseline == page::rowTop(11));
}

TEST_CASE("A chart at the very end gets its page", "[document]")
{
    Flow flow = flowOf(18);
    flow.boxes.push_back(box(QStringLiteral("chart"), 10));
    flow.boxes.back().floats = true;
    const Pagination pages = paginate(flow);
    REQUIRE(pages.pages.size() == 2);
    CHECK(namesOn(pages.pages[1]) == QStringList{QStringLiteral("chart")});
}

TEST_CASE("The grid does not drift", "[document]")
{
    CHECK(page::rowTop(0) == page::kTop);
    CHECK(page::rowTop(22) == page::kBottom);
    for (int row = 0; row < 22; ++row) {
        const qreal exact = (37 + 225.0 * row / 22) * 72 / 25.4;
        CHECK(std::abs(page::rowTop(row) / 20.0 - exact) < 0.06);
    }
    CHECK(page::cells(28) == page::kTextWidth);
}
