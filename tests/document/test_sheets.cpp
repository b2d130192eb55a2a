#include "pdf_probe.h"

#include "document/layout/layout.h"
#include "document/layout/page_geometry.h"
#include "document/pdf/pdf_writer.h"
#include "document/sheets/certificate.h"
#include "document/sheets/sheet_columns.h"
#include "document/sheets/sheet_layout.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::document;

namespace {

Sheet listOf(int rows, int columns, const QString &long_ = {})
{
    Sheet sheet;
    sheet.title = QStringLiteral("会员名单");
    sheet.above = QStringLiteral("状态 是 在会；共%1家").arg(rows);
    sheet.aboveRight = QStringLiteral("2021年12月31日");
    sheet.widths = Sheet::Widths::Content;
    sheet.foot = QStringLiteral("某某联盟");
    sheet.columns.assign(static_cast<size_t>(columns), 1);
    SheetRow head;
    for (int column = 0; column < columns; ++column)
        head.cells.push_back({QStringLiteral("列%1").arg(column + 1), 1, Alignment::Centre, true});
    sheet.head = {head};
    for (int row = 0; row < rows; ++row) {
        SheetRow cells;
        for (int column = 0; column < columns; ++column)
            cells.cells.push_back({column == 1 ? QStringLiteral("某某新材料第%1有限公司").arg(row) + long_
                    : column % 3 == 2          ? QStringLiteral("1380000%1").arg(row, 4, 10, QLatin1Char('0'))
                                               : QString::number(row + 1)});
        sheet.rows.push_back(cells);
    }
    return sheet;
}

PagedDocument laidOut(const Sheet &sheet)
{
    FontSet fonts(FontPolicy::Bundled);
    return layout(sheet, fonts, TaskControl::silent());
}

Certificate certificate(const QString &holder)
{
    return {QStringLiteral("会员证书"), QStringLiteral("2021-0007"), holder,
        QStringLiteral("经本会理事会审议通过，自2021年3月1日起成为某某新材料产业技术创新联盟理事单位，特发此证。"),
        QStringLiteral("有效期：2021年3月1日至2025年12月31日"), QStringLiteral("某某新材料产业技术创新联盟"),
        QDate(2021, 12, 31)};
}

/// Every text and line inside the paper with a margin, in units.
void checkInside(const PagedDocument &document, int margin)
{
    const int width = document.isLandscape ? page::kHeight : page::kWidth;
    const int height = document.isLandscape ? page::kWidth : page::kHeight;
    for (const PlacedPage &page : document.pages) {
        for (const PlacedText &text : page.texts) {
            CAPTURE(text.text.toStdString());
            CHECK(text.x >= margin);
            CHECK(text.x + text.width <= width - margin);
            CHECK(text.baseline - text.size >= margin / 2);
            CHECK(text.baseline <= height - margin / 2);
        }
        for (const Shape &shape : page.shapes)
            for (const QPoint &point : shape.points)
                CHECK((point.x() >= margin / 2 && point.x() <= width - margin / 2 && point.y() >= margin / 2
                    && point.y() <= height - margin / 2));
    }
}

QString textOf(const PagedDocument &document)
{
    QString text;
    for (const PlacedPage &page : document.pages)
        for (const PlacedText &one : page.texts)
            text += one.text;
    return probe::withoutBlanks(text);
}

} // namespace

TEST_CASE("A list turns its page and shrinks its type only where it must", "[document][sheet]")
{
    const auto [columns, isLandscape] = GENERATE(table<int, bool>({{3, false}, {5, false}, {9, false}, {13, true}, {24, true}}));
    CAPTURE(columns);
    const PagedDocument paged = laidOut(listOf(30, columns));
    CHECK(paged.isLandscape == isLandscape);
    checkInside(paged, page::fromHundredthMm(1400));
}

TEST_CASE("A long name has the room that columns without text leave", "[document][sheet]")
{
    const QString name = QStringLiteral("某某省先进炭素新材料产业技术研究院有限责任公司");
    Sheet sheet = listOf(3, 2);
    for (SheetRow &row : sheet.rows)
        row.cells[1].text = name;
    for (int column = 0; column < 6; ++column) {
        sheet.columns.push_back(1);
        sheet.head.front().cells.push_back({QStringLiteral("法定代表人"), 1, Alignment::Centre, true});
        for (SheetRow &row : sheet.rows)
            row.cells.push_back({});
    }
    const PagedDocument paged = laidOut(sheet);
    CHECK_FALSE(paged.isLandscape);
    const auto isName = [&name](const PlacedText &text) { return text.text == name; };
    CHECK(std::ranges::count_if(paged.pages.front().texts, isName) == 3);
    checkInside(paged, page::fromHundredthMm(1400));
    // The titles wrap, whole.
    CHECK(textOf(paged).count(QStringLiteral("法定代表人")) == 6);
    // Without rows every title has its line.
    sheet.rows.clear();
    const PagedDocument empty = laidOut(sheet);
    const auto isTitle = [](const PlacedText &text) { return text.text == QStringLiteral("法定代表人"); };
    CHECK(std::ranges::count_if(empty.pages.front().texts, isTitle) == 6);
}

TEST_CASE("A column has the room that is reserved for it though no row says anything", "[document][sheet]")
{
    Sheet sheet = listOf(3, 3);
    for (SheetRow &row : sheet.rows)
        row.cells[2].text.clear();
    const auto widthOfLast = [&] {
        FontSet fonts(FontPolicy::Bundled);
        TextSetter setter(fonts);
        const SheetColumns columns = columnsOf(sheet, setter);
        return (columns.edges[3] - columns.edges[2]) / columns.size;
    };
    CHECK(widthOfLast() < 6);
    sheet.leastEms = {0, 0, 14};
    CHECK(widthOfLast() >= 14);
}

TEST_CASE("The head of a list is on every page and no row is missing", "[document][sheet]")
{
    const PagedDocument paged = laidOut(listOf(150, 5));
    REQUIRE(paged.pages.size() >= 4);
    const probe::Pdf pdf(writePdf(paged, TaskControl::silent()));
    const QString text = pdf.text();
    for (const PlacedPage &page : paged.pages)
        for (const char16_t *title : {u"列1", u"列5"})
            CHECK(std::count_if(page.texts.begin(), page.texts.end(), [title](const PlacedText &one) {
                return one.text == QString::fromUtf16(title);
            }) == 1);
    for (int row = 0; row < 150; ++row)
        CHECK(text.count(QStringLiteral("某某新材料第%1有限公司").arg(row)) == 1);
    for (size_t i = 1; i <= paged.pages.size(); ++i)
        CHECK(text.contains(QStringLiteral("—%1—").arg(i)));
    CHECK(text.contains(QStringLiteral("状态是在会；共150家")));
}

TEST_CASE("A text longer than its column wraps and keeps every character", "[document][sheet]")
{
    const QString longText
        = QStringLiteral("（原某某化工研究院新型高分子材料中试基地及其全资子公司），ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    const PagedDocument paged = laidOut(listOf(5, 8, longText));
    checkInside(paged, page::fromHundredthMm(1400));
    const QString flat = probe::withoutBlanks(textOf(paged));
    for (const QChar character : longText)
        CHECK(flat.count(character) >= 5);
    Sheet huge = listOf(1, 3);
    huge.rows.front().cells[1].text = QString(6000, u'长');
    const PagedDocument pages = laidOut(huge);
    CHECK(pages.pages.size() > 2);
    CHECK(textOf(pages).count(u'长') == 6000);
    checkInside(pages, page::fromHundredthMm(1400));
}

TEST_CASE("A row that does not fit goes to the next page as a whole", "[document][sheet]")
{
    const PagedDocument paged = laidOut(listOf(60, 3, QStringLiteral("\n第二行\n第三行")));
    for (const PlacedPage &page : paged.pages) {
        int first = 0;
        int third = 0;
        for (const PlacedText &text : page.texts) {
            first += text.text.contains(QStringLiteral("有限公司")) ? 1 : 0;
            third += text.text.contains(QStringLiteral("第三行")) ? 1 : 0;
        }
        CHECK(first == third);
    }
}

TEST_CASE("A form has spans, rows to be filled in by hand and blank ends", "[document][sheet]")
{
    Sheet sheet;
    sheet.title = QStringLiteral("会员登记表");
    sheet.columns = {2, 4, 2, 4};
    sheet.rows = {{{{QStringLiteral("名称"), 1, Alignment::Left, true}, {QStringLiteral("某某公司"), 3}}},
        {{{QStringLiteral("意见"), 1, Alignment::Left, true}}, 6}};
    const PagedDocument paged = laidOut(sheet);
    REQUIRE(paged.pages.size() == 1);
    CHECK_FALSE(paged.isLandscape);
    REQUIRE(paged.pages.front().shapes.size() == 4);
    const auto &frame = paged.pages.front().shapes[1].points;
    CHECK(frame[1].x() - frame[0].x()
        == page::kWidth - 2 * page::fromHundredthMm(1500)
            - (paged.pages.front().shapes[0].points[1].x() - paged.pages.front().shapes[0].points[0].x()));
    CHECK(paged.pages.front().shapes[3].points[2].y() - paged.pages.front().shapes[3].points[0].y() > page::fromPoints(80));
}

TEST_CASE("Equal sheets give equal bytes and a cancelled one gives none", "[document][sheet]")
{
    const Sheet sheet = listOf(40, 6, QStringLiteral("𬭎<&>😀"));
    CHECK(writePdf(laidOut(sheet), TaskControl::silent()) == writePdf(laidOut(sheet), TaskControl::silent()));
    class Control : public TaskControl
    {
    public:
        void progress(qint64, qint64, const QString &) override { }
        bool isCancelled() const override { return true; }
    };
    Control control;
    FontSet fonts(FontPolicy::Bundled);
    CHECK_THROWS_AS(layout(sheet, fonts, control), Error);
}

TEST_CASE("A certificate keeps inside its border, whatever the name", "[document][certificate]")
{
    const QString holder
        = GENERATE(as<QString>(), QStringLiteral("某某公司"), QStringLiteral("成都某某新型碳纤维复合材料科技有限责任公司"),
            QStringLiteral("中国科学院某某某研究所某某高分子材料与工程国家重点实验室某某联合研究中心（成都）有限责任公司"),
            QString(60, u'长'), QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ Co."),
            QStringLiteral("燊𬭎<&>\"公司"));
    CAPTURE(holder.toStdString());
    FontSet fonts(FontPolicy::Bundled);
    const std::vector<Certificate> all{certificate(holder), certificate(QStringLiteral("某某公司"))};
    const bool isPortrait = GENERATE(false, true);
    CAPTURE(isPortrait);
    const PagedDocument paged
        = layout(all, fonts, TaskControl::silent(), isPortrait ? CertificateShape::Portrait : CertificateShape::Landscape);
    const int pageWidth = isPortrait ? page::kWidth : page::kHeight;
    const int pageHeight = isPortrait ? page::kHeight : page::kWidth;
    REQUIRE(paged.pages.size() == 2);
    CHECK(paged.isLandscape != isPortrait);
    const int border = page::fromHundredthMm(1900);
    for (const PlacedText &text : paged.pages.front().texts) {
        CAPTURE(text.text.toStdString());
        CHECK(text.x >= border);
        CHECK(text.x + text.width <= pageWidth - border);
        CHECK(text.baseline < pageHeight - border);
    }
    const probe::Pdf pdf(writePdf(paged, TaskControl::silent()));
    CHECK(pdf.text().contains(probe::withoutBlanks(QStringLiteral("证书编号：2021-0007"))));
    CHECK(pdf.text().contains(QStringLiteral("2021年12月31日")));
    const QString info = pdf.run(QStringLiteral("pdfinfo"), {QStringLiteral("FILE")});
    const QString size = isPortrait ? QStringLiteral("59\\d(\\.\\d+)? x 84\\d") : QStringLiteral("84\\d(\\.\\d+)? x 59\\d");
    CHECK(info.contains(QRegularExpression(QStringLiteral("Page size: +") + size)));
}

TEST_CASE("Documents joined keep their pages, outlines and numbers", "[document][pdf]")
{
    FontSet fonts(FontPolicy::Bundled);
    Document letter;
    letter.titleLines = {QStringLiteral("邀请函")};
    letter.blocks = {Heading{1, plain(QStringLiteral("议程")), true, {}}, Paragraph{plain(QStringLiteral("正文。"))}};
    letter.numbersFirstPage = false;
    std::vector<PagedDocument> parts;
    for (const char16_t *text : {u"甲", u"燊乙"}) {
        letter.addressee = QString::fromUtf16(text);
        parts.push_back(layout(letter, fonts));
    }
    const PagedDocument whole = joined(std::move(parts));
    CHECK(whole.pages.size() == 2);
    CHECK(whole.outline.back().page == 1);
    CHECK(whole.substitutedCharacters() == QStringLiteral("燊"));
    const probe::Pdf pdf(writePdf(whole, TaskControl::silent()));
    CHECK(pdf.text().contains(QStringLiteral("燊乙：")));
    CHECK_FALSE(pdf.text().contains(QStringLiteral("—1—")));
}

TEST_CASE("write sheets to look at", "[.look]")
{
    const auto write = [](const QString &name, const PagedDocument &paged) {
        QFile file(qEnvironmentVariable("MISHUTAI_TEST_OUTPUT") + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        const QByteArray bytes = writePdf(paged, TaskControl::silent());
        CHECK(file.write(bytes) == bytes.size());
    };
    FontSet fonts;
    const std::vector<Certificate> all{certificate(QStringLiteral("成都某某新型碳纤维复合材料科技有限责任公司"))};
    write(QStringLiteral("/certificate.pdf"), layout(all, fonts, TaskControl::silent()));
    write(QStringLiteral("/list.pdf"), layout(listOf(40, 9), fonts, TaskControl::silent()));
    write(QStringLiteral("/wide.pdf"), layout(listOf(40, 24, QStringLiteral("长名称长名称")), fonts, TaskControl::silent()));
}
