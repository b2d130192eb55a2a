#include "ui/common/page_preview.h"

#include "document/document.h"
#include "document/fonts.h"
#include "document/layout/layout.h"
#include "document/layout/page_geometry.h"
#include "ui/common/look/theme.h"
#include "ui/support/window.h"

#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

/// Some pages of text with two figures on the first and one on the last.
document::PagedDocument sample(document::FontSet &fonts)
{
    document::Document text;
    text.titleLines = {QStringLiteral("示例联盟2021年工作总结")};
    const auto figure = [](const QString &value, const QString &key) { return document::Run{value, document::FigureRef{key}}; };
    text.blocks.push_back(document::Paragraph{
        .runs = {{QStringLiteral("截至年末会员"), {}}, figure(QStringLiteral("127家"), "members.count"),
            {QStringLiteral("，全年活动"), {}}, figure(QStringLiteral("23场"), "activities.count"), {QStringLiteral("。"), {}}}});
    for (int i = 0; i < 40; ++i)
        text.blocks.push_back(
            document::Paragraph{.runs = document::plain(QStringLiteral("这是用来占满几页的正文。").repeated(6))});
    text.blocks.push_back(
        document::Paragraph{.runs = {{QStringLiteral("全年收入"), {}}, figure(QStringLiteral("19.7万元"), "income")}});
    return document::layout(text, fonts);
}

struct Fixture {
    Fixture() : document(std::make_shared<document::PagedDocument>(sample(fonts)))
    {
        preview.setDocument(document);
        test::shown(preview, 900, 700);
        preview.view()->setFocus();
    }

    /// Middle of a figure's text on the viewport.
    QPoint place(const QString &key)
    {
        namespace page = document::page;
        const int width = preview.view()->zoom() * (page::kWidth * 96 / page::kResolution) / 100;
        const int left = (preview.view()->viewport()->width() - width) / 2;
        for (const document::PlacedText &text : document->pages.front().texts) {
            if (text.figure == key)
                return {left + (text.x + text.width / 2) * width / page::kWidth,
                    px(16) + (text.baseline - text.size / 3) * width / page::kWidth
                        - preview.view()->verticalScrollBar()->value()};
        }
        return {};
    }

    document::FontSet fonts;
    std::shared_ptr<document::PagedDocument> document;
    PagePreview preview;
};

} // namespace

TEST_CASE("pages are leafed through by key, with their number and zoom beside")
{
    Fixture f;
    PageView &view = *f.preview.view();
    REQUIRE(view.pageCount() >= 3);
    CHECK(view.currentPage() == 1);
    QTest::keyClick(&view, Qt::Key_PageDown);
    CHECK(view.currentPage() == 2);
    QTest::keyClick(&view, Qt::Key_End);
    CHECK(view.currentPage() == view.pageCount());
    const QList<QLabel *> labels = f.preview.findChildren<QLabel *>();
    const QString number = QStringLiteral("第 %1 页，共 %1 页").arg(view.pageCount());
    CHECK(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == number; }));
    QTest::keyClick(&view, Qt::Key_Home);
    CHECK(view.currentPage() == 1);

    view.setZoom(100);
    CHECK(view.zoom() == 100);
    QTest::keyClick(&view, Qt::Key_Minus);
    CHECK(view.zoom() == 90);
    view.setZoom(5);
    CHECK(view.zoom() == 30);
    view.setZoom(0);
    CHECK(view.zoom() > 90);
}

TEST_CASE("a click on a figure names it, and so does Enter on the marked one")
{
    Fixture f;
    PageView &view = *f.preview.view();
    QSignalSpy clicked(&f.preview, &PagePreview::figureClicked);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, f.place("members.count"));
    REQUIRE(clicked.size() == 1);
    CHECK(clicked.last().first().toString() == "members.count");
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(5, 5));
    CHECK(clicked.size() == 1);

    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    REQUIRE(clicked.size() == 2);
    CHECK(clicked.last().first().toString() == "activities.count");
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    CHECK(clicked.last().first().toString() == "income");
    CHECK(view.currentPage() == view.pageCount());
}

TEST_CASE("paper is white in the dark theme too, and the text is on it")
{
    test::SampleFile file(0);
    QSettings settings;
    settings.clear();
    Appearance appearance(settings);
    appearance.setScheme(Appearance::Scheme::Dark);
    {
        Fixture f;
        const QImage picture = f.preview.view()->viewport()->grab().toImage();
        const QPoint middle(picture.width() / 2, px(30));
        CHECK(picture.pixelColor(middle) == QColor(Qt::white));
        CHECK(picture.pixelColor(2, 2) == Theme::dark().window);
        int dark = 0;
        for (int y = 0; y < picture.height(); y += 2) {
            for (int x = 120; x < picture.width() - 120; x += 2)
                dark += picture.pixelColor(x, y).lightness() < 90 ? 1 : 0;
        }
        CHECK(dark > 500);
    }
    appearance.setScheme(Appearance::Scheme::Light);
}
