#include "ui/common/card.h"
#include "ui/common/charts.h"
#include "ui/common/guarded.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/support/window.h"

#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QWheelEvent>

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double brighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (brighter + 0.05) / (darker + 0.05);
}

} // namespace

TEST_CASE("texts are legible in both themes: contrast of at least 4.5 to 1")
{
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        for (const QColor &ground : {theme->card, theme->window}) {
            for (const QColor &ink : {theme->text, theme->muted, theme->accent, theme->good, theme->warning, theme->bad}) {
                INFO(ink.name().toStdString() << " on " << ground.name().toStdString());
                CHECK(contrast(ink, ground) >= 4.5);
            }
        }
        CHECK(contrast(theme->text, theme->accentSoft) >= 4.5);
        CHECK(contrast(theme->good, theme->accentSoft) >= 4.5);
        CHECK(contrast(theme->warning, theme->accentSoft) >= 4.5);
        CHECK(contrast(theme->bad, theme->accentSoft) >= 4.5);
        CHECK(contrast(theme->onAccent, theme->accent) >= 4.5);
        CHECK(contrast(theme->bad, theme->badSoft) >= 4.5);
        CHECK(contrast(theme->text, theme->goodSoft) >= 4.5);
    }
}

TEST_CASE("font size changes by keys and wheel within 80 to 200 per cent, and is kept")
{
    test::SampleFile file(0);
    QSettings settings;
    settings.clear();
    {
        Appearance appearance(settings);
        CHECK(px(36) == 36);
        QWidget window;
        test::shown(window, 300, 200);
        QTest::keyClick(&window, Qt::Key_Plus, Qt::ControlModifier);
        CHECK(appearance.scale() == 110);
        QWheelEvent turn(
            QPointF(5, 5), QPointF(5, 5), {}, QPoint(0, 120), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&window, &turn);
        CHECK(appearance.scale() == 120);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&window, Qt::Key_Equal, Qt::ControlModifier);
        CHECK(appearance.scale() == 200);
        CHECK(px(36) == 72);
        appearance.setScale(10);
        CHECK(appearance.scale() == 80);
        appearance.setScale(150);
        appearance.setScheme(Appearance::Scheme::Dark);
        CHECK(theme().isDark);
        CHECK(QApplication::font().pointSizeF() == Approx(10.5 * 1.5));
    }
    {
        Appearance again(settings);
        CHECK(again.scale() == 150);
        CHECK(theme().isDark);
        QWidget window;
        test::shown(window, 300, 200);
        QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
        CHECK(again.scale() == 100);
        again.setScheme(Appearance::Scheme::Light);
    }
    CHECK_FALSE(theme().isDark);
}

TEST_CASE("every length of the style sheet follows the font and no colour is left open")
{
    test::SampleFile file(0);
    QSettings settings;
    settings.clear();
    Appearance appearance(settings);
    const QString normal = styleSheet(Theme::light());
    CHECK_FALSE(normal.contains('@'));
    CHECK(normal.contains("font-size: 20px"));
    appearance.setScale(200);
    CHECK(styleSheet(Theme::light()).contains("font-size: 40px"));
    appearance.setScale(100);
}

TEST_CASE("every icon draws something, in the colour asked for")
{
    const QStringList files = QDir(":/resources/icons").entryList({"*.svg"});
    CHECK(files.size() >= 30);
    for (const QString &file : files) {
        INFO(file.toStdString());
        const QImage picture = iconPixmap(file.section('.', 0, 0), Qt::red, 24, 2.0).toImage();
        CHECK(picture.width() == 48);
        int inked = 0;
        bool isRed = true;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor colour = picture.pixelColor(x, y);
                inked += colour.alpha() > 128 ? 1 : 0;
                isRed = isRed && (colour.alpha() < 200 || colour.red() > 200);
            }
        }
        CHECK(inked > 20);
        if (!file.startsWith("sheet-"))
            CHECK(isRed);
    }
    CHECK_FALSE(icon("no-such-picture").isNull());
}

TEST_CASE("errors leave no slot: problem, cause and remedy in the window, details to copy")
{
    QWidget window;
    test::shown(window, 800, 500);
    CHECK(guarded(&window, [] {}));
    CHECK_FALSE(guarded(&window, [] {
        throw Error(Error::Kind::Io, QStringLiteral("没有导出"), QStringLiteral("磁盘已满"), QStringLiteral("换一个位置再试"));
    }));
    MessageArea &area = MessageArea::of(&window);
    REQUIRE(area.bars().size() == 1);
    CHECK(area.bars().first()->kind() == MessageBar::Kind::Bad);
    CHECK(area.bars().first()->text() == QStringLiteral("没有导出\n原因：磁盘已满\n办法：换一个位置再试"));
    for (QPushButton *button : area.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("复制详情"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    CHECK(QApplication::clipboard()->text().contains(QStringLiteral("磁盘已满")));

    CHECK_FALSE(guarded(&window, [] { throw std::runtime_error("inside"); }));
    REQUIRE(area.bars().size() == 2);
    CHECK_FALSE(area.bars().last()->text().contains("inside"));
    CHECK_FALSE(guarded(&window, [] { throw Error(Error::Kind::Cancelled, QStringLiteral("已取消")); }));
    CHECK(area.bars().last()->kind() == MessageBar::Kind::Plain);
}

TEST_CASE("news replaces older news, errors stay, the same fault twice is one, undo acts and closes")
{
    QWidget window;
    test::shown(window, 800, 500);
    MessageArea &area = MessageArea::of(&window);
    CHECK(&MessageArea::of(&window) == &area);
    area.failed(Error(Error::Kind::Io, QStringLiteral("没有保存"), QStringLiteral("磁盘已满")));
    area.failed(Error(Error::Kind::Io, QStringLiteral("没有保存"), QStringLiteral("没有权限")));
    REQUIRE(area.bars().size() == 1);
    CHECK(area.bars().first()->text().contains(QStringLiteral("没有权限")));
    bool isUndone = false;
    area.done(QStringLiteral("已删除1条"), [] {});
    area.done(QStringLiteral("已删除2条"), [&isUndone] { isUndone = true; });
    CHECK(area.bars().size() == 2);
    for (int i = 0; i < 6; ++i)
        area.saved(QString::number(i));
    REQUIRE(area.bars().size() == 3);
    CHECK(area.bars().last()->text() == "5");
    test::settle();
    for (QPushButton *button : area.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("撤销") && button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    test::settle();
    CHECK(isUndone);
    CHECK(area.bars().size() == 2);
    // What was typed wrongly is right once it is saved.
    area.failed(Error(Error::Kind::Validation, QStringLiteral("还不能保存")));
    CHECK(area.bars().size() == 2);
    area.saved(QStringLiteral("已保存"));
    REQUIRE(area.bars().size() == 2);
    CHECK(area.bars().first()->text().startsWith(QStringLiteral("没有保存")));
    area.clear();
    CHECK_FALSE(area.isVisible());
}

TEST_CASE("a message has two lines at most, and an error shows the rest when asked")
{
    QWidget window;
    test::shown(window, 800, 500);
    MessageArea &area = MessageArea::of(&window);
    const QString longText = QStringLiteral("这一句话很长").repeated(40);
    area.done(longText);
    test::settle();
    const int twoLines = area.fontMetrics().lineSpacing() * 2;
    CHECK(area.bars().first()->height() < twoLines + px(40));
    CHECK(area.bars().first()->width() <= window.width());
    CHECK(area.bars().first()->findChild<QLabel *>() != nullptr);
    area.failed(Error(Error::Kind::Io, QStringLiteral("没有导出"), longText, longText));
    test::settle();
    MessageBar *bar = area.bars().last();
    CHECK(bar->height() < twoLines + px(40));
    QPushButton *more = nullptr;
    for (QPushButton *button : bar->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("全文") && button->isVisible())
            more = button;
    }
    REQUIRE(more);
    QTest::mouseClick(more, Qt::LeftButton);
    test::settle();
    CHECK(bar->height() > twoLines + px(40));
    CHECK_FALSE(more->isVisible());
}

TEST_CASE("a figure opens by mouse and by Enter, a sentence is copied")
{
    FigureCard card;
    card.setFigure(QStringLiteral("会员单位"), QStringLiteral("127家"), {});
    test::shown(card, 260, 110);
    QSignalSpy clicked(&card, &FigureCard::clicked);
    QTest::mouseClick(&card, Qt::LeftButton);
    QTest::keyClick(&card, Qt::Key_Return);
    CHECK(clicked.size() == 2);
    CHECK(card.accessibleName() == QStringLiteral("会员单位 127家"));

    SentenceCard sentence;
    sentence.setSentence(QStringLiteral("截至今日会员127家。"));
    sentence.copy();
    CHECK(QApplication::clipboard()->text() == QStringLiteral("截至今日会员127家。"));
}

TEST_CASE("a chart has an axis from zero in round steps, and says so when there is nothing to draw")
{
    ChartCard card;
    ChartData data;
    data.title = QStringLiteral("会费");
    data.unit = QStringLiteral("万元");
    data.decimals = 2;
    data.categories = {"1月", "2月"};
    data.series = {{QStringLiteral("应缴"), {4700, 5200}, true}, {QStringLiteral("已缴"), {3600, std::nullopt}, false}};
    card.setData(data);
    test::shown(card, 500, 320);
    const auto *view = card.findChild<QChartView *>();
    REQUIRE(view);
    CHECK(view->isVisible());
    CHECK(view->minimumHeight() >= px(240));
    CHECK(view->chart()->series().size() == 1);
    CHECK(view->chart()->axes(Qt::Vertical).size() == 1);

    data.kind = ChartData::Kind::Line;
    card.setData(data);
    CHECK(card.findChild<QChartView *>()->chart()->series().size() == 2);
    data.series.clear();
    card.setData(data);
    CHECK_FALSE(view->isVisible());
}
