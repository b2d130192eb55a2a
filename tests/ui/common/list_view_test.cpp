#include "ui/common/list/list_view.h"

#include "ui/common/list/empty_state.h"
#include "ui/common/list/filters/filter_chips.h"
#include "ui/common/list/filters/header_filter.h"
#include "ui/common/list/frozen_column.h"
#include "ui/common/list/list_footer.h"
#include "ui/common/list/list_header.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/views/column_chooser.h"
#include "ui/common/look/appearance.h"
#include "ui/support/window.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

struct Fixture {
    explicit Fixture(int count) : file(count), panel(file.session(), test::sampleDefinition())
    {
        test::shown(panel, 900, 768);
        panel.view()->setFocus();
    }

    ListView &view() { return *panel.view(); }
    ListModel &model() { return *panel.model(); }
    QString code(int row) { return model().index(row, 1).data().toString(); }
    HeaderFilter *openFilter(int column)
    {
        view().setCurrentIndex(model().index(0, column));
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
        return panel.findChild<HeaderFilter *>();
    }

    test::SampleFile file;
    ListPanel panel;
};

} // namespace

TEST_CASE("selected rows are copied with their header, codes and phones as text")
{
    Fixture f(10);
    f.view().selectionModel()->select(
        QItemSelection(f.model().index(0, 0), f.model().index(1, 7)), QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(&f.view(), Qt::Key_C, Qt::ControlModifier);

    const QMimeData *data = QApplication::clipboard()->mimeData();
    const QStringList lines = data->text().split('\n');
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == QStringLiteral("单位名称\t会员编号\t类别\t入会日期\t电话\t欠缴（元）\t会费"));
    CHECK(lines[1] == QStringLiteral("示例成都先进炭材有限责任公司\tM00001\t理事单位\t2018-01-03\t13800000000\t2000.00\t欠缴"));
    CHECK(lines[2].endsWith(QStringLiteral("-500.00\t已缴")));
    CHECK(data->html().contains("mso-number-format:'\\@'\">13800000000<"));
    CHECK(data->html().contains("<td>2000.00</td>"));
}

TEST_CASE("sorting by header and by key: ascending, descending, as the list comes")
{
    Fixture f(12);
    f.view().setCurrentIndex(f.model().index(0, 3));
    const auto sortKey = [&] { QTest::keyClick(&f.view(), Qt::Key_Up, Qt::AltModifier); };
    sortKey();
    CHECK(f.code(0) == "M00001");
    sortKey();
    CHECK(f.code(0) == "M00012");
    CHECK(f.model().state().sorts.size() == 1);
    sortKey();
    CHECK(f.model().state().sorts.empty());
    CHECK(f.code(0) == "M00001");

    ListHeader *header = f.view().header();
    const auto click = [&](int column, Qt::KeyboardModifiers modifiers) {
        const QPoint place(header->sectionViewportPosition(column) + 12, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, place);
    };
    click(6, Qt::NoModifier);
    click(1, Qt::ShiftModifier);
    click(1, Qt::ShiftModifier);
    REQUIRE(f.model().state().sorts.size() == 2);
    CHECK(f.model().state().sorts[0].column == "paid");
    CHECK(f.model().state().sorts[1].isDescending);
    CHECK(f.code(0) == "M00012"); // 已缴 stands before 欠缴 in its column
}

TEST_CASE("the header numbers the columns of a sort by two, and says nothing of one")
{
    Fixture f(12);
    QSettings settings;
    Appearance appearance(settings);
    constexpr int kLevel = 2;
    constexpr int kPaid = 6;
    for (const auto scheme : {Appearance::Scheme::Dark, Appearance::Scheme::Light}) {
        appearance.setScheme(scheme);
        test::settle();
        // The middle of the disc beside the arrow, above and below its number.
        const auto disc = [&](int column) {
            const ListHeader *header = f.view().header();
            const QImage picture = f.view().header()->grab().toImage();
            const double ratio = picture.devicePixelRatio();
            const int right = header->sectionViewportPosition(column) + header->sectionSize(column) - px(10) - px(14) - px(1);
            const QPoint top(right - px(7), header->height() / 2 - px(6));
            return picture.pixelColor(top * ratio) == theme().accent;
        };
        f.view().sortBy(kLevel, /*adds=*/false);
        CHECK_FALSE(disc(kLevel));
        f.view().sortBy(kPaid, /*adds=*/true);
        CHECK(disc(kLevel));
        CHECK(disc(kPaid));
        f.view().sortBy(kLevel, /*adds=*/false);
        f.view().sortBy(kLevel, /*adds=*/false);
        CHECK(f.model().state().sorts.empty());
    }
}

TEST_CASE("the chosen row and the selection survive a new read")
{
    Fixture f(60);
    f.view().selectId(40);
    CHECK(f.view().currentId() == 40);
    f.view().selectionModel()->select(QItemSelection(f.model().index(38, 0), f.model().index(41, 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    f.view().sortBy(1, /*adds=*/false);
    f.view().sortBy(1, /*adds=*/false);
    CHECK(f.view().currentId() == 40);
    CHECK(f.view().selectedIds() == std::vector<qint64>{42, 41, 40, 39});

    db::Statement(f.file.database(), "DELETE FROM samples WHERE id = 40").execute();
    f.file.bus().publish({"samples"});
    test::settle();
    CHECK(f.view().currentId().has_value());
    CHECK(f.model().rowCount() == 59);
}

TEST_CASE("the line below counts what is found and selected, and sums it")
{
    Fixture f(127);
    CHECK(f.panel.footer()->countText() == QStringLiteral("共 127 条"));
    f.panel.setSearch("jfkj");
    CHECK(f.panel.footer()->countText() == QStringLiteral("127 条中的 18 条"));
    f.view().selectAll();
    const auto *totals = f.panel.footer()->findChild<TotalsRow *>();
    REQUIRE(totals);
    const auto expected = f.model().query().totals(f.model().ids());
    CHECK(totals->totals() == expected);
    CHECK(expected[5].has_value());
    CHECK(f.panel.footer()->countText() == QStringLiteral("127 条中的 18 条，已选 18 条"));
    f.view().selectId(f.model().ids().front());
    CHECK(f.panel.footer()->countText() == QStringLiteral("127 条中的 18 条"));
}

TEST_CASE("a list that was never filled says something else than one that is filtered empty")
{
    Fixture f(0);
    CHECK(f.panel.neverFilled()->isVisible());
    f.file.fill(3);
    f.file.bus().publish({"samples"});
    test::settle();
    CHECK(f.view().isVisible());

    f.panel.setSearch(QStringLiteral("没有这家"));
    CHECK_FALSE(f.view().isVisible());
    CHECK_FALSE(f.panel.neverFilled()->isVisible());
    QPushButton *clear = nullptr;
    for (QPushButton *button : f.panel.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("清除筛选"))
            clear = button;
    }
    REQUIRE(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    CHECK(f.view().isVisible());
    CHECK(f.model().rowCount() == 3);
}

TEST_CASE("the filter of a column opens by Alt+Down, filters by typed text or initials and shows a chip")
{
    Fixture f(70);
    HeaderFilter *sheet = f.openFilter(0);
    REQUIRE(sheet);
    QTest::keyClicks(QApplication::focusWidget(), "cd");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    test::settle();
    CHECK(f.model().rowCount() == 7);

    sheet = f.openFilter(0);
    REQUIRE(sheet);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(field);
    field->setText(QStringLiteral("金发"));
    QTest::keyClick(field, Qt::Key_Return);
    test::settle();
    REQUIRE(f.model().state().filters.size() == 1);
    CHECK(f.model().state().filters[0].condition == db::Condition::Contains);
    CHECK(f.panel.findChild<FilterChips *>()->texts() == QStringList{QStringLiteral("单位名称 含「金发」")});

    f.panel.clearFilters();
    CHECK(f.model().rowCount() == 70);
    CHECK(f.panel.findChild<FilterChips *>()->texts().isEmpty());
}

TEST_CASE("values of a choice stand in its order and are ticked by space")
{
    Fixture f(50);
    HeaderFilter *sheet = f.openFilter(2);
    REQUIRE(sheet);
    auto *values = sheet->findChild<QListWidget *>();
    REQUIRE(values->count() == 4);
    CHECK(values->item(1)->text() == QStringLiteral("理事单位　10"));
    CHECK(values->item(3)->text() == QStringLiteral("会员单位　30"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    CHECK(QApplication::focusWidget() == values);
    QTest::keyClick(values, Qt::Key_Space); // 全选 off
    QTest::keyClick(values, Qt::Key_End);
    QTest::keyClick(values, Qt::Key_Space);
    QTest::keyClick(values, Qt::Key_Return);
    test::settle();
    CHECK(f.model().rowCount() == 30);
    CHECK(f.panel.findChild<FilterChips *>()->texts() == QStringList{QStringLiteral("类别 是 会员单位")});
}

TEST_CASE("amounts are filtered by a range, dates by a period; what is neither is refused in place")
{
    Fixture f(100);
    HeaderFilter *sheet = f.openFilter(5);
    REQUIRE(sheet);
    auto *from = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QTest::keyClicks(from, "abc");
    QTest::keyClick(from, Qt::Key_Return);
    CHECK(sheet->isVisible());
    CHECK_FALSE(sheet->filters());
    from->setText("5,000");
    QTest::keyClick(from, Qt::Key_Return);
    test::settle();
    CHECK(f.model().rowCount() > 0);
    CHECK(f.model().rowCount() < 34);
    f.panel.clearFilters();

    sheet = f.openFilter(3);
    REQUIRE(sheet);
    auto *period = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    period->setText(QStringLiteral("2018年1月"));
    QTest::keyClick(period, Qt::Key_Return);
    test::settle();
    CHECK(f.model().rowCount() == 29);
    CHECK(f.panel.findChild<FilterChips *>()->texts() == QStringList{QStringLiteral("入会日期 从 2018-01-01 到 2018-01-31")});
}

TEST_CASE("Escape leaves the filter as it was and gives the focus back")
{
    Fixture f(20);
    REQUIRE(f.openFilter(0));
    QTest::keyClicks(QApplication::focusWidget(), "cd");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    test::settle();
    CHECK(f.model().rowCount() == 20);
    CHECK(f.view().hasFocus());
    CHECK_FALSE(f.panel.findChild<HeaderFilter *>());
}

TEST_CASE("columns, their order, widths and sorts are there again in the next window")
{
    test::SampleFile file(10);
    {
        ListPanel panel(file.session(), test::sampleDefinition());
        test::shown(panel, 900, 700);
        panel.view()->setColumnShown(7, true);
        panel.view()->setColumnShown(4, false);
        panel.view()->header()->moveSection(panel.view()->header()->visualIndex(6), 1);
        panel.view()->header()->resizeSection(2, 177);
        panel.view()->sortBy(3, /*adds=*/false);
        panel.view()->sortBy(3, /*adds=*/false);
    }
    ListPanel again(file.session(), test::sampleDefinition());
    test::shown(again, 900, 700);
    CHECK(again.view()->shownColumns() == std::vector<int>{0, 6, 1, 2, 3, 5, 7});
    CHECK(again.view()->header()->sectionSize(2) == 177);
    CHECK(again.model()->index(0, 1).data().toString() == "M00010");
    again.view()->restoreDefaults();
    CHECK(again.view()->shownColumns() == std::vector<int>{0, 1, 2, 3, 4, 5, 6});
    CHECK(again.model()->index(0, 1).data().toString() == "M00001");
}

TEST_CASE("the first column stays in sight when the list is scrolled sideways, and no cell hides under it")
{
    Fixture f(50);
    f.panel.resize(420, 600);
    test::settle();
    auto *frozen = f.view().findChild<FrozenColumn *>();
    REQUIRE(frozen);
    CHECK_FALSE(frozen->isVisible());
    f.view().setCurrentIndex(f.model().index(3, 6));
    test::settle();
    REQUIRE(f.view().horizontalScrollBar()->value() > 0);
    CHECK(frozen->isVisible());
    CHECK(frozen->width() == f.view().columnWidth(0));
    CHECK(frozen->rowHeight(0) == f.view().rowHeight(0));
    for (int column = 5; column > 0; --column) {
        QTest::keyClick(&f.view(), Qt::Key_Left);
        CHECK(f.view().currentIndex().column() == column);
        CHECK(f.view().visualRect(f.view().currentIndex()).left() >= frozen->coveredWidth());
    }
    QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, frozen->visualRect(f.model().index(7, 0)).center());
    CHECK(f.view().currentId() == 8);
    CHECK(f.view().hasFocus());
}

TEST_CASE("the column chooser follows at once and never hides the last column")
{
    Fixture f(3);
    ColumnChooser chooser(&f.view(), &f.panel);
    auto *list = chooser.findChild<QListWidget *>();
    REQUIRE(list->count() == 8);
    list->item(7)->setCheckState(Qt::Checked);
    CHECK_FALSE(f.view().isColumnHidden(7));
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(Qt::Unchecked);
    CHECK(f.view().shownColumns().size() == 1);
}

TEST_CASE("18 rows are in sight on a laptop of 768 lines")
{
    test::SampleFile file(127);
    QSettings settings;
    Appearance appearance(settings);
    ListPanel panel(file.session(), test::sampleDefinition());
    // The window's own lines above and below the list: title 32 + 34, status 26, system's title and task bar 70.
    test::shown(panel, 810, 768 - 70 - 26 - 66);
    const ListView &view = *panel.view();
    CHECK(view.viewport()->height() / view.rowHeight(0) >= 17);
}
