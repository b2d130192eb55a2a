#include "ui/common/list/list_view.h"

#include "ui/common/list/filters/filter_chips.h"
#include "ui/common/list/filters/header_filter.h"
#include "ui/common/list/found_note.h"
#include "ui/common/list/list_footer.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/views/saved_views.h"
#include "ui/common/list/views/view_sheet.h"
#include "ui/support/window.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

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

TEST_CASE("a second column is sorted by with Shift, by key too")
{
    Fixture f(30);
    f.view().setCurrentIndex(f.model().index(0, 6));
    QTest::keyClick(&f.view(), Qt::Key_Up, Qt::AltModifier);
    f.view().setCurrentIndex(f.model().index(0, 1));
    QTest::keyClick(&f.view(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    QTest::keyClick(&f.view(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    REQUIRE(f.model().state().sorts.size() == 2);
    CHECK(f.model().state().sorts[0].column == "paid");
    CHECK(f.model().state().sorts[1].column == "code");
    CHECK(f.model().state().sorts[1].isDescending);
    CHECK(f.code(0) == "M00030");
}

TEST_CASE("text is filtered by what it lacks, begins with, is and is not; any column by being empty")
{
    struct Case {
        int condition; ///< place in the list of conditions
        QString typed;
        int found; ///< of 70
        QString chip;
    };
    const Case one = GENERATE(Case{1, QStringLiteral("成都"), 63, QStringLiteral("单位名称 不含「成都」")},
        Case{2, QStringLiteral("示例成都"), 7, QStringLiteral("单位名称 以「示例成都」开头")},
        Case{3, QStringLiteral("示例成都先进炭材有限责任公司"), 1, QStringLiteral("单位名称 是 示例成都先进炭材有限责任公司")},
        Case{
            4, QStringLiteral("示例成都先进炭材有限责任公司"), 69, QStringLiteral("单位名称 不是 示例成都先进炭材有限责任公司")});
    CAPTURE(one.condition);
    Fixture f(70);
    HeaderFilter *sheet = f.openFilter(0);
    REQUIRE(sheet);
    QApplication::focusWidget()->setProperty("text", one.typed);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto *condition = sheet->findChild<QComboBox *>();
    REQUIRE(condition->hasFocus());
    for (int step = 0; step < one.condition; ++step)
        QTest::keyClick(condition, Qt::Key_Down);
    QTest::keyClick(condition, Qt::Key_Return);
    test::settle();
    CHECK(f.model().rowCount() == one.found);
    CHECK(f.panel.findChild<FilterChips *>()->texts() == QStringList{one.chip});
    // Opened again it shows what it does.
    sheet = f.openFilter(0);
    REQUIRE(sheet);
    CHECK(sheet->findChild<QComboBox *>()->currentIndex() == one.condition);
}

TEST_CASE("a date is filtered by a ready-made span, typed by initials or chosen by arrow")
{
    Fixture f(1400);
    // The clock of tests stands at the end of 2021.
    HeaderFilter *sheet = f.openFilter(3);
    REQUIRE(sheet);
    QTest::keyClicks(QApplication::focusWidget(), "bjd");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    test::settle();
    CHECK(f.panel.findChild<FilterChips *>()->texts() == QStringList{QStringLiteral("入会日期 在本季度")});
    const QDate last = QDate(2018, 1, 3).addDays(1399);
    CHECK(f.model().rowCount() == QDate(2021, 10, 1).daysTo(last) + 1);

    sheet = f.openFilter(3);
    REQUIRE(sheet);
    qobject_cast<QLineEdit *>(QApplication::focusWidget())->clear();
    for (int step = 0; step < 8; ++step)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    test::settle();
    CHECK(f.panel.findChild<FilterChips *>()->texts() == QStringList{QStringLiteral("入会日期 在上年")});
    CHECK(f.model().rowCount() == 366);

    sheet = f.openFilter(3);
    REQUIRE(sheet);
    for (QPushButton *button : sheet->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("空着"))
            QTest::keyClick(button, Qt::Key_Space);
    }
    test::settle();
    CHECK(f.model().rowCount() == 0);
    CHECK(f.panel.findChild<FilterChips *>()->texts() == QStringList{QStringLiteral("入会日期 空着")});
}

TEST_CASE("filters are there again in the next window")
{
    test::SampleFile file(60);
    const std::vector<db::ListFilter> filters{{"level", db::Condition::AnyOf, QStringList{"council", "vice"}},
        {"name", db::Condition::NotContains, QStringLiteral("重庆")}, {"due", db::Condition::AtLeast, qint64(0)},
        {"joined", db::Condition::AtMost, QDate(2018, 2, 10)}, {"phone", db::Condition::IsNotEmpty, {}}};
    int found = 0;
    {
        ListPanel panel(file.session(), test::sampleDefinition());
        test::shown(panel, 900, 700);
        ListState state = panel.model()->state();
        state.filters = filters;
        panel.model()->setState(state);
        test::settle();
        found = panel.model()->rowCount();
        CHECK(found > 0);
        CHECK(found < 60);
    }
    ListPanel again(file.session(), test::sampleDefinition());
    test::shown(again, 900, 700);
    CHECK(again.model()->rowCount() == found);
    CHECK(again.findChild<FilterChips *>()->texts().size() == 5);
    again.clearFilters();
    test::settle();
    ListPanel third(file.session(), test::sampleDefinition());
    test::shown(third, 900, 700);
    CHECK(third.model()->rowCount() == 60);
}

TEST_CASE("rows are chosen by keyboard: a range, single ones, all")
{
    Fixture f(20);
    f.view().selectId(3);
    QTest::keyClick(&f.view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&f.view(), Qt::Key_Down, Qt::ShiftModifier);
    CHECK(f.view().selectedIds() == std::vector<qint64>{3, 4, 5});
    QTest::keyClick(&f.view(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&f.view(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&f.view(), Qt::Key_Space, Qt::ControlModifier);
    CHECK(f.view().selectedIds() == std::vector<qint64>{3, 4, 5, 7});
    CHECK(f.panel.footer()->countText() == QStringLiteral("共 20 条，已选 4 条"));
    QTest::keyClick(&f.view(), Qt::Key_A, Qt::ControlModifier);
    CHECK(f.view().selectedIds().size() == 20);
}

TEST_CASE("amounts and their sum are shown in 万元, and what is copied stays yuan")
{
    Fixture f(10);
    CHECK(f.model().index(0, 5).data().toString() == "2,000.00");
    f.panel.footer()->switchUnit();
    CHECK(f.model().index(0, 5).data().toString() == "0.2");
    CHECK(f.model().headerData(5, Qt::Horizontal, Qt::DisplayRole).toString() == QStringLiteral("欠缴（万元）"));
    CHECK(f.model().index(0, 5).data(ListModel::ClipboardRole).toString() == "2000.00");
    ListPanel again(f.file.session(), test::sampleDefinition());
    CHECK(again.model()->amountUnit() == AmountUnit::TenThousand);
}

TEST_CASE("a row says in which text it was found where no column in sight shows it")
{
    Fixture f(30);
    f.view().setColumnShown(4, false);
    f.panel.setSearch("0007");
    test::settle();
    REQUIRE(f.model().rowCount() == 2); // the code M00007 and the phone that ends in 0007
    const auto inSight = [&f](int column) { return f.view().isInSight(column); };
    CHECK(foundNote(f.model(), 0, typedWords("0007"), inSight).isEmpty());
    CHECK(foundNote(f.model(), 1, typedWords("0007"), inSight) == QStringLiteral("电话尾号 0007"));
    f.view().setColumnShown(4, true);
    CHECK(foundNote(f.model(), 1, typedWords("0007"), inSight).isEmpty());
}

TEST_CASE("a list is kept as a view and taken again by its number or initials")
{
    Fixture f(60);
    const auto openViews = [&] {
        f.panel.openViews();
        return f.panel.findChild<ViewSheet *>();
    };
    ListState state = f.model().state();
    state.filters = {{"level", db::Condition::AnyOf, QStringList{"council"}}};
    f.model().setState(state);
    f.view().setColumnShown(3, false);
    f.view().sortBy(1, /*adds=*/false);
    f.view().sortBy(1, /*adds=*/false);
    REQUIRE(openViews());
    test::commit(QApplication::focusWidget(), QStringLiteral("开理事会"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    test::settle();
    REQUIRE(f.panel.views().size() == 1);

    REQUIRE(openViews());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // 全部
    test::settle();
    CHECK(f.model().rowCount() == 60);
    CHECK_FALSE(f.view().isColumnHidden(3));
    CHECK(f.model().state().sorts.empty());

    for (const char *typed : {"1", "kls\r"}) {
        CAPTURE(typed);
        f.panel.clearFilters();
        REQUIRE(openViews());
        QTest::keyClicks(QApplication::focusWidget(), typed);
        test::settle();
        CHECK(f.model().rowCount() == 12);
        CHECK(f.view().isColumnHidden(3));
        CHECK(f.code(0) == "M00056");
        CHECK_FALSE(f.panel.findChild<ViewSheet *>());
    }
    // The views stand in the data file.
    ListPanel other(f.file.session(), test::sampleDefinition());
    REQUIRE(other.views().size() == 1);
    CHECK(other.views().front().name == QStringLiteral("开理事会"));

    REQUIRE(openViews());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    test::settle();
    CHECK(f.panel.views().empty());
}
