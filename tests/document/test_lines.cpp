#include "document/layout/break_rules.h"
#include "document/layout/line_breaking.h"

#include <catch2/catch.hpp>

#include <random>

using namespace mishutai::document;

namespace {

constexpr int kSize = 320;
constexpr int kCell = kSize * kFine;

Glyphs glyphs(const QString &text)
{
    Glyphs result;
    for (const uint character : text.toUcs4())
        result.push_back({character, 0, kSize, isFullWidth(character) ? kCell : kCell / 2, {}});
    return result;
}

LineWidths cells(int count, int firstIndent = 0)
{
    return {firstIndent * kCell, 0, count * kCell, true};
}

QStringList linesOf(const QString &text, int width, int firstIndent = 0)
{
    const Glyphs all = glyphs(text);
    QStringList lines;
    for (const BrokenLine &line : breakLines(all, cells(width, firstIndent))) {
        lines << QString();
        for (size_t i = line.first; i < line.last; ++i)
            lines.back() += QString::fromUcs4(&all[i].character, 1);
    }
    return lines;
}

} // namespace

TEST_CASE("Lines are filled by fitting, squeezing, then stretching", "[document]")
{
    const auto [text, expected] = GENERATE(table<QString, QStringList>({
        {QStringLiteral("一二三四五六七八九十"), {QStringLiteral("一二三四五六七八九十")}},
        {QStringLiteral("一二三四五六七八九十甲"), {QStringLiteral("一二三四五六七八九十"), QStringLiteral("甲")}},
        // A mark may not start a line; the marks of the line make room for it.
        {QStringLiteral("一二三，五六七八九十，甲乙"), {QStringLiteral("一二三，五六七八九十，"), QStringLiteral("甲乙")}},
        // Without another mark the last character goes down with it.
        {QStringLiteral("一二三四五六七八九十。甲"), {QStringLiteral("一二三四五六七八九"), QStringLiteral("十。甲")}},
        {QStringLiteral("一二三四五六七八九“好”"), {QStringLiteral("一二三四五六七八九"), QStringLiteral("“好”")}},
        {QStringLiteral("一二三四五六七八1350万元"), {QStringLiteral("一二三四五六七八"), QStringLiteral("1350万元")}},
        {QStringLiteral("一二三四五六七八九 甲乙"), {QStringLiteral("一二三四五六七八九"), QStringLiteral("甲乙")}},
        {QString(), {}},
    }));
    CHECK(linesOf(text, 10) == expected);
}

TEST_CASE("A word longer than a line breaks where it must", "[document]")
{
    CHECK(linesOf(QString(45, u'a'), 10) == QStringList{QString(20, u'a'), QString(20, u'a'), QString(5, u'a')});
}

TEST_CASE("The first line is shorter by its indent", "[document]")
{
    CHECK(linesOf(QStringLiteral("一二三四五六七八九十甲乙"), 10, 2)
        == QStringList{QStringLiteral("一二三四五六七八"), QStringLiteral("九十甲乙")});
}

TEST_CASE("A full line stands on the grid and ends at the edge", "[document]")
{
    const Glyphs all = glyphs(QStringLiteral("一二三四五六七八九十甲"));
    const BrokenLine line = breakLines(all, cells(10)).front();
    for (size_t i = 0; i < 10; ++i)
        CHECK(line.positions[i] == static_cast<int>(i) * kCell);
    CHECK(line.width == 10 * kCell);
}

TEST_CASE("A squeezed line gives from its last mark first", "[document]")
{
    const Glyphs all = glyphs(QStringLiteral("一二三，五六七八九，甲乙丙丁"));
    const auto lines = breakLines(all, {0, 0, 10 * kCell - kCell / 2, true});
    // Half a cell is missing: the mark at the end hangs over by its empty half and nothing else moves.
    CHECK(lines.front().last == 10);
    CHECK(lines.front().positions.back() == 9 * kCell);
}

TEST_CASE("A line is spread while nobody sees it, and left as it is before a long amount", "[document]")
{
    // One cell is missing of thirty.
    const Glyphs near = glyphs(QString(29, u'一') + QStringLiteral("135万元"));
    const BrokenLine spread = breakLines(near, cells(30)).front();
    CHECK(spread.last == 29);
    CHECK(spread.width == 30 * kCell);
    // Five are missing; not even beside the mark does a hole appear.
    const Glyphs far = glyphs(QStringLiteral("一二三四五，") + QString(9, u'一') + QStringLiteral("1350000.00万元"));
    const BrokenLine left = breakLines(far, cells(20)).front();
    CHECK(left.last == 15);
    CHECK(left.width == 15 * kCell);
    for (size_t i = 0; i < left.positions.size(); ++i)
        CHECK(left.positions[i] == static_cast<int>(i) * kCell);
}

TEST_CASE("Random text keeps the rules of line ends and loses nothing", "[document]")
{
    const unsigned seed = GENERATE(range(1u, 21u));
    std::mt19937 random(seed);
    static const QString kCharacters
        = QStringLiteral("的一是在不了有和人这中大为上个国我以要他，。、；：！？（）《》“”—…%％0123456789.年月日家元ab ");
    QString text;
    for (int i = 0; i < 2000; ++i)
        text += kCharacters[static_cast<int>(random() % static_cast<unsigned>(kCharacters.size()))];
    const Glyphs all = glyphs(text);
    const LineWidths widths = cells(28, 2);
    const std::u32string characters = text.toStdU32String();
    const std::vector<bool> allowed = breakOpportunities(characters);
    size_t next = 0;
    for (const BrokenLine &line : breakLines(all, widths)) {
        while (next < line.first) {
            CHECK(all[next].character == U' ');
            ++next;
        }
        REQUIRE(line.last > line.first);
        if (line.first > 0)
            CHECK(allowed[line.first]);
        CHECK(line.positions.size() == line.last - line.first);
        CHECK(std::is_sorted(line.positions.begin(), line.positions.end()));
        CHECK(line.positions.back() < widths.width);
        next = line.last;
    }
    while (next < all.size() && all[next].character == U' ')
        ++next;
    CHECK(next == all.size());
}
