#include "pdf_probe.h"
#include "sample_documents.h"

#include "document/fonts.h"
#include "document/layout/layout.h"
#include "document/layout/page_geometry.h"
#include "document/pdf/paint.h"
#include "document/text_writer.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <QFontDatabase>
#include <QImage>
#include <QTemporaryDir>

using namespace mishutai;
using namespace mishutai::document;

namespace {

PagedDocument pagesOf(const Document &document)
{
    FontSet fonts(FontPolicy::Bundled);
    return layout(document, fonts);
}

Document bodyOnly(const QString &text)
{
    Document document;
    document.blocks.push_back(Paragraph{plain(text), Paragraph::Kind::Body});
    return document;
}

/// The placed text that holds a piece of text, on any page.
const PlacedText *find(const PagedDocument &paged, const QString &piece)
{
    for (const PlacedPage &page : paged.pages)
        for (const PlacedText &text : page.texts)
            if (text.text.contains(piece))
                return &text;
    return nullptr;
}

QString textOf(const PlacedPage &page)
{
    QString text;
    for (const PlacedText &one : page.texts)
        text += one.text;
    return text;
}

} // namespace

TEST_CASE("Every role has its converted font", "[document]")
{
    FontSet fonts(FontPolicy::Bundled);
    const auto [role, family] = GENERATE(table<FontRole, QString>({
        {FontRole::Title, QStringLiteral("Mishutai Title")},
        {FontRole::Body, QStringLiteral("Mishutai Fang")},
        {FontRole::Kai, QStringLiteral("Mishutai Kai")},
        {FontRole::Hei, QStringLiteral("Mishutai Hei")},
        {FontRole::PageNumber, QStringLiteral("Mishutai Song")},
    }));
    const int face = fonts.face(role, U'工');
    CHECK(fonts.family(face) == family);
    CHECK(fonts.isFirstChoice(role, face));
    CHECK(fonts.hasCharacter(face, U'工'));
    CHECK(fonts.advance(face, U'工') == 1000);
    // Radicals and compatibility ideographs share glyphs with ordinary characters; the converted fonts have none.
    CHECK_FALSE(fonts.hasCharacter(face, 0x2F2F));
    CHECK_FALSE(fonts.hasCharacter(face, 0xF900));
}

TEST_CASE("An office's own fonts come first, and there is always one", "[document]")
{
    FontSet fonts(FontPolicy::Installed);
    const auto role = GENERATE(FontRole::Title, FontRole::Body, FontRole::Kai, FontRole::Hei, FontRole::PageNumber);
    const int face = fonts.face(role, U'工');
    CHECK(QFontDatabase::hasFamily(fonts.family(face)));
    CHECK(fonts.hasCharacter(face, U'工'));
    const bool hasOfficeFont = QFontDatabase::hasFamily(QStringLiteral("仿宋_GB2312"));
    if (role == FontRole::Body && hasOfficeFont)
        CHECK(fonts.family(face) == QStringLiteral("仿宋_GB2312"));
}

TEST_CASE("Fonts load only when a character asks", "[document]")
{
    FontSet fonts(FontPolicy::Bundled);
    CHECK(fonts.faceCount() == 0);
    fonts.face(FontRole::Body, U'人');
    CHECK(fonts.faceCount() == 1);
    const int rare = fonts.face(FontRole::Body, U'燊');
    CHECK(fonts.faceCount() == 2);
    CHECK(fonts.family(rare) == QStringLiteral("Mishutai Wenkai"));
    CHECK_FALSE(fonts.isFirstChoice(FontRole::Body, rare));
}

TEST_CASE("Missing fonts are a clear error", "[document]")
{
    QTemporaryDir empty;
    FontSet fonts(FontPolicy::Bundled, {empty.path()});
    try {
        fonts.face(FontRole::Body, U'人');
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Io);
        CHECK(error.remedy().contains(QStringLiteral("scripts/setup.sh")));
    }
}

TEST_CASE("Rare characters are set in another font and listed", "[document]")
{
    const PagedDocument paged = pagesOf(bodyOnly(QStringLiteral("示例燊达机械有限公司由王𬭎出资。")));
    CHECK(paged.substitutedCharacters() == QStringLiteral("燊𬭎"));
    REQUIRE(paged.substituted.size() == 2);
    CHECK(paged.substituted[0].family == QStringLiteral("Mishutai Wenkai"));
    const PlacedText *rare = find(paged, QStringLiteral("𬭎"));
    REQUIRE(rare);
    CHECK(paged.faces[rare->face] == QStringLiteral("Mishutai Wenkai"));
    CHECK(rare->offsets.size() == 1);
    CHECK(rare->width == page::cells(1));
}

TEST_CASE("A character that no font has is listed too", "[document]")
{
    const PagedDocument paged = pagesOf(bodyOnly(QStringLiteral("好\U0001F984")));
    REQUIRE(paged.substituted.size() == 1);
    CHECK(paged.substituted[0].family.isEmpty());
}

TEST_CASE("Equal documents give equal pages", "[document]")
{
    CHECK(pagesOf(samples::summary()) == pagesOf(samples::summary()));
    Document changed = samples::summary();
    changed.signer += QStringLiteral("处");
    CHECK_FALSE(pagesOf(samples::summary()) == pagesOf(changed));
}

TEST_CASE("Two digits take the cell of one character", "[document]")
{
    const PagedDocument paged = pagesOf(bodyOnly(QStringLiteral("二〇12年")));
    const PlacedText *text = find(paged, QStringLiteral("12"));
    REQUIRE(text);
    CHECK(text->x == page::kLeft + page::cells(2));
    CHECK(text->offsets == std::vector<int>{0, 316, 632, 790, 948});
}

TEST_CASE("The date stands by the signature as 7.3.5.2 says", "[document]")
{
    const auto [signer, dateIsLonger] = GENERATE(table<QString, bool>({
        {QStringLiteral("示例市先进材料产业生态圈联盟秘书处"), false},
        {QStringLiteral("联盟秘书处"), true},
    }));
    Document document = bodyOnly(QStringLiteral("正文。"));
    document.signer = signer;
    document.date = QDate(2022, 11, 26);
    const PagedDocument paged = pagesOf(document);
    const PlacedText *name = find(paged, signer);
    const PlacedText *date = find(paged, QStringLiteral("2022年11月26日"));
    REQUIRE(name);
    REQUIRE(date);
    CHECK(date->x - name->x == Approx(page::cells(2)).margin(2));
    const PlacedText *longer = dateIsLonger ? date : name;
    CHECK(page::kRight - (longer->x + longer->width) == Approx(page::cells(2)).margin(2));
    CHECK(date->baseline - name->baseline == Approx(page::kRowPitch).margin(1));
    CHECK(name->baseline - paged.pages[0].texts[0].baseline == Approx(2 * page::kRowPitch).margin(2));
}

TEST_CASE("A signature is never alone on a page", "[document]")
{
    for (int paragraphs = 17; paragraphs <= 24; ++paragraphs) {
        Document document;
        for (int i = 0; i < paragraphs; ++i)
            document.blocks.push_back(Paragraph{plain(QStringLiteral("第%1段").arg(i)), Paragraph::Kind::Body});
        document.signer = QStringLiteral("秘书处");
        document.date = QDate(2022, 1, 26);
        const PagedDocument paged = pagesOf(document);
        CAPTURE(paragraphs);
        CHECK(textOf(paged.pages.back()).contains(QStringLiteral("第%1段").arg(paragraphs - 1)));
    }
}

TEST_CASE("Page numbers stand right on odd and left on even pages", "[document]")
{
    const PagedDocument paged = pagesOf(samples::randomText(3000, 1));
    REQUIRE(paged.pages.size() > 3);
    for (size_t i = 0; i < paged.pages.size(); ++i) {
        const PlacedText &number = paged.pages[i].texts.back();
        CHECK(number.text == QStringLiteral("— %1 —").arg(i + 1));
        CHECK(number.size == page::kSize4);
        if (i % 2 == 0)
            CHECK(number.x + number.width == Approx(page::kRight - page::kSize4).margin(2));
        else
            CHECK(number.x == page::kLeft + page::kSize4);
    }
}

TEST_CASE("A click finds the figure under it and nothing beside it", "[document]")
{
    const PagedDocument paged = pagesOf(samples::summary());
    const PlacedText *figure = find(paged, QStringLiteral("127家"));
    REQUIRE(figure);
    CHECK(figure->figure == QStringLiteral("members.count"));
    const QPoint middle(figure->x + figure->width / 2, figure->baseline - figure->size / 3);
    CHECK(paged.figureAt(0, middle) == QStringLiteral("members.count"));
    CHECK_FALSE(paged.figureAt(0, {figure->x - 200, middle.y()}));
    CHECK_FALSE(paged.figureAt(0, {middle.x(), figure->baseline + figure->size}));
    CHECK_FALSE(paged.figureAt(99, middle));
    CHECK_FALSE(paged.figureAt(-1, middle));
}

TEST_CASE("Headings of two levels make the outline", "[document]")
{
    const PagedDocument paged = pagesOf(samples::summary());
    QStringList outline;
    for (const OutlineEntry &entry : paged.outline)
        outline << QString(entry.level, u'*') + entry.text;
    CHECK(outline.join(u'\n')
        == QStringLiteral(
            "*一、2021年工作情况\n**（一）加强组织建设，规范内部运行\n**（二）搭建交流平台，促进产业协同\n"
            "**（三）用好专项资金，严格财务管理\n*二、存在的主要问题\n**（一）服务能力有待提升。\n**（二）经费来源较为单一。\n"
            "*三、2022年工作计划\n**（一）扩大覆盖面\n**（二）提升服务质效"));
    CHECK(std::is_sorted(paged.outline.begin(), paged.outline.end(),
        [](const OutlineEntry &a, const OutlineEntry &b) { return std::pair(a.page, a.y) < std::pair(b.page, b.y); }));
}

TEST_CASE("A page break begins a page, but no empty one", "[document]")
{
    Document document = bodyOnly(QStringLiteral("前文。"));
    document.blocks.insert(document.blocks.begin(), PageBreak());
    document.blocks.push_back(PageBreak());
    document.blocks.push_back(PageBreak());
    document.blocks.push_back(Paragraph{plain(QStringLiteral("后文。")), Paragraph::Kind::Body});
    const PagedDocument paged = pagesOf(document);
    REQUIRE(paged.pages.size() == 2);
    CHECK(textOf(paged.pages[1]).startsWith(QStringLiteral("后文。")));
}

TEST_CASE("The imprint ends on the lower edge of the last page", "[document]")
{
    Document document = bodyOnly(QStringLiteral("正文。"));
    document.imprint = Imprint{
        QStringLiteral("分送"), QStringLiteral("各理事单位，各会员单位"), QStringLiteral("联盟秘书处"), QDate(2022, 1, 27)};
    const PagedDocument paged = pagesOf(document);
    REQUIRE(paged.pages.size() == 1);
    const std::vector<Shape> &rules = paged.pages[0].shapes;
    REQUIRE(rules.size() == 3);
    CHECK(rules.back().points.front().y() == page::kBottom);
    CHECK(textOf(paged.pages[0]).contains(QStringLiteral("分送：各理事单位，各会员单位。")));
    CHECK(find(paged, QStringLiteral("2022年1月27日印发")));
}

TEST_CASE("Attachments are named under each other", "[document]")
{
    Document document = bodyOnly(QStringLiteral("正文。"));
    document.attachments = {QStringLiteral("会员名单"), QStringLiteral("活动一览")};
    const PagedDocument paged = pagesOf(document);
    const PlacedText *first = find(paged, QStringLiteral("附件：1．会员名单"));
    const PlacedText *second = find(paged, QStringLiteral("2．活动一览"));
    REQUIRE(first);
    REQUIRE(second);
    CHECK(second->x == Approx(first->x + page::cells(3)).margin(2));
}

TEST_CASE("A table's head is on each of its pages and no text leaves its cell", "[document]")
{
    const PagedDocument paged = pagesOf(samples::longTable(80));
    REQUIRE(paged.pages.size() > 3);
    for (const PlacedPage &page : paged.pages)
        CHECK(textOf(page).contains(QStringLiteral("单位名称")));
    for (const PlacedPage &page : paged.pages)
        for (const PlacedText &text : page.texts) {
            CHECK(text.x >= page::kLeft);
            CHECK(text.x + text.width <= page::kRight);
        }
}

TEST_CASE("Table rows are complete at the foot of a page", "[document]")
{
    const PagedDocument paged = pagesOf(samples::longTable(80));
    for (const PlacedPage &page : paged.pages) {
        int lowestVertical = 0;
        int lowestHorizontal = 0;
        for (const Shape &shape : page.shapes) {
            const QPoint from = shape.points.front();
            const QPoint to = shape.points.back();
            (from.x() == to.x() ? lowestVertical : lowestHorizontal)
                = std::max(from.x() == to.x() ? lowestVertical : lowestHorizontal, to.y());
        }
        CHECK(lowestVertical == lowestHorizontal);
    }
}

TEST_CASE("Columns too narrow for their numbers are set smaller", "[document]")
{
    Document document;
    Table table;
    table.columns.assign(14, {1, Alignment::Right});
    table.header.push_back(Table::Row(14, plain(QStringLiteral("产值"))));
    table.rows.push_back(Table::Row(14, plain(QStringLiteral("12345"))));
    document.blocks.push_back(table);
    const PagedDocument paged = pagesOf(document);
    const PlacedText *number = find(paged, QStringLiteral("12345"));
    REQUIRE(number);
    CHECK(number->size < page::kSizeSmall4);
    CHECK(number->offsets.size() == 5);
}

TEST_CASE("Chart labels are never cut and figures in it can be clicked", "[document]")
{
    Document document;
    Chart chart;
    chart.kind = GENERATE(Chart::Kind::Bar, Chart::Kind::Line);
    chart.caption = QStringLiteral("月度活动");
    chart.series.resize(2);
    for (int month = 1; month <= 12; ++month) {
        chart.categories.push_back(QStringLiteral("2021年%1月份").arg(month));
        chart.series[0].values.push_back(month * 125);
        chart.series[1].values.push_back(month % 3 == 0 ? std::nullopt : std::optional<qint64>(-month * 10));
        chart.series[0].figures.push_back(FigureRef{QStringLiteral("month/%1").arg(month)});
    }
    chart.decimals = 1;
    document.blocks.push_back(chart);
    const PagedDocument paged = pagesOf(document);
    REQUIRE(paged.pages.size() == 1);
    const QString all = textOf(paged.pages[0]);
    for (const QString &category : chart.categories)
        CHECK(all.contains(category));
    CHECK(all.contains(QStringLiteral("图1　月度活动")));
    for (const char *value : {"12.5", "150", "-1", "-11"})
        CHECK(all.contains(QLatin1String(value)));
    const PlacedText *label = nullptr;
    for (const PlacedText &text : paged.pages[0].texts)
        if (text.figure == QStringLiteral("month/7"))
            label = &text;
    REQUIRE(label);
    CHECK(label->text == QStringLiteral("87.5"));
    for (const PlacedText &text : paged.pages[0].texts) {
        CHECK(text.x >= page::kLeft);
        CHECK(text.x + text.width <= page::kRight + 40);
    }
}

TEST_CASE("The preview paints what the pages say", "[document]")
{
    const PagedDocument paged = pagesOf(samples::summary());
    const qreal scale = GENERATE(96 / 1440.0, 150 / 1440.0);
    QImage image(QSize(qRound(page::kWidth * scale), qRound(page::kHeight * scale)), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPage(painter, paged, 0, scale);
    painter.end();
    const auto inkIn = [&](const QRect &area) {
        int ink = 0;
        for (int y = qRound(area.top() * scale); y < qRound((area.top() + area.height()) * scale); ++y)
            for (int x = qRound(area.left() * scale); x < qRound((area.left() + area.width()) * scale); ++x)
                ink += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        return ink;
    };
    for (const PlacedText &text : paged.pages[0].texts)
        CHECK(inkIn({text.x, text.baseline - text.size, text.width, text.size * 6 / 5}) > 0);
    CHECK(inkIn({0, 0, page::kWidth, page::kTop - 100}) == 0);
    CHECK(inkIn({0, page::kTop, page::kLeft - 40, page::kTextHeight}) == 0);
    CHECK(inkIn({page::kRight + 40, page::kTop, page::kWidth - page::kRight - 50, page::kTextHeight}) == 0);
}

TEST_CASE("Plain text has numbered headings and tables in columns", "[document]")
{
    const QString text = writeText(samples::summary());
    for (const char16_t *piece : {u"示例市先进材料产业生态圈联盟2021年度工作总结\n\n联盟全体理（监）事及会员代表：\n　　2021年，",
             u"\n　　一、2021年工作情况\n　　（一）加强组织建设，规范内部运行\n", u"\n　　——3月18日，", u"\n　　1．发展新会员\n",
             u"\n　　（1）办好公众号\n",
             u"\n表1　2021年度收支情况（单位：元）\n项目               金额  说明\n会费收入      116000.00  "
             u"按章程规定的标准收取\n",
             u"\n图1　近三年收入构成（单位：万元）\n", u"\n2020年                               9.8      4.55\n",
             u"\n\n示例市先进材料产业生态圈联盟秘书处\n2022年1月26日\n"}) {
        CAPTURE(QString::fromUtf16(piece).toStdString());
        CHECK(text.contains(QString::fromUtf16(piece)));
    }
}
