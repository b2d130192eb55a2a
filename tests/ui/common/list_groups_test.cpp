#include "ui/common/list/list_footer.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/views/saved_views.h"
#include "ui/common/list/views/view_sheet.h"
#include "ui/common/message_bar.h"
#include "ui/support/sample_list.h"
#include "ui/support/window.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

constexpr int kLevel = 2;
constexpr int kDue = 5;

struct Fixture {
    explicit Fixture(int count) : file(count), panel(file.session(), test::sampleDefinition())
    {
        test::shown(panel, 900, 768);
        panel.view()->setFocus();
    }

    ListView &view() { return *panel.view(); }
    ListModel &model() { return *panel.model(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&view(), Qt::Key(key), modifiers);
        test::settle();
    }
    void groupByLevel()
    {
        view().setCurrentIndex(model().index(0, kLevel));
        press(Qt::Key_G, Qt::AltModifier);
    }
    QStringList groups()
    {
        QStringList labels;
        for (int row = 0; row < model().rowCount(); ++row) {
            if (const QVariant label = model().index(row, 0).data(ListModel::GroupRole); label.isValid())
                labels << label.toString();
        }
        return labels;
    }
    int row() { return view().currentIndex().row(); }

    test::SampleFile file;
    ListPanel panel;
};

} // namespace

TEST_CASE("a list is grouped by the column of the cursor, with the number and the sum of each group")
{
    Fixture f(20);
    f.groupByLevel();
    CHECK(f.groups()
        == QStringList{QStringLiteral("理事单位（4）"), QStringLiteral("副理事长单位（4）"), QStringLiteral("会员单位（12）")});
    CHECK(f.model().rowCount() == 23);
    qint64 due = 0;
    for (int row = 1; row <= 4; ++row) {
        CHECK(f.model().index(row, kLevel).data(ListModel::RawRole) == QVariant("council"));
        due += f.model().index(row, kDue).data(ListModel::RawRole).toLongLong();
    }
    CHECK(f.model().index(0, kDue).data().toString() == Money::fromFen(due).grouped());
    CHECK(f.model().index(0, 0).data().toString() == QStringLiteral("理事单位（4）"));
    // The lines of groups are no records.
    CHECK(f.panel.footer()->countText() == QStringLiteral("共 20 条"));
    f.press(Qt::Key_A, Qt::ControlModifier);
    CHECK(f.view().selectedIds().size() == 20);
    f.view().selectId(1);
    f.press(Qt::Key_Up);
    CHECK_FALSE(f.view().currentId().has_value());
    CHECK(f.view().selectedIds().empty());

    f.press(Qt::Key_G, Qt::AltModifier);
    CHECK(f.groups().isEmpty());
    CHECK(f.model().rowCount() == 20);
}

TEST_CASE("days are grouped by year, and what differs in each row is not grouped by")
{
    Fixture f(1000);
    constexpr int kJoined = 3;
    constexpr int kName = 0;
    constexpr int kCode = 1;
    f.view().setCurrentIndex(f.model().index(0, kJoined));
    f.press(Qt::Key_G, Qt::AltModifier);
    CHECK(f.groups()
        == QStringList{QStringLiteral("2018年（363）"), QStringLiteral("2019年（365）"), QStringLiteral("2020年（272）")});
    f.press(Qt::Key_G, Qt::AltModifier);
    CHECK(f.groups().isEmpty());
    f.view().setCurrentIndex(f.model().index(0, kCode));
    f.press(Qt::Key_G, Qt::AltModifier);
    CHECK(f.groups().isEmpty());
    REQUIRE_FALSE(MessageArea::of(&f.view()).bars().isEmpty());
    CHECK(MessageArea::of(&f.view()).bars().last()->text().contains(QStringLiteral("「会员编号」")));
    // Made of 70 names a hundred times over; of the first few rows each has its own.
    CHECK(f.view().isGroupable(kName));
    ListState state = f.model().state();
    state.filters = {{"code", db::Condition::AtMost, "M00020"}};
    f.model().setState(state);
    CHECK_FALSE(f.view().isGroupable(kName));
    const QHeaderView *header = f.view().horizontalHeader();
    Q_EMIT f.view().horizontalHeader()->customContextMenuRequested({header->sectionViewportPosition(kCode) + 5, 5});
    for (const QAction *one : f.panel.findChild<QMenu *>()->actions()) {
        if (one->text().startsWith(QStringLiteral("按此列分组")))
            CHECK_FALSE(one->isEnabled());
    }
}

TEST_CASE("groups are folded and unfolded by arrows")
{
    Fixture f(20);
    f.groupByLevel();
    f.view().setCurrentIndex(f.model().index(2, 0));
    f.press(Qt::Key_Left); // up to the group
    CHECK(f.row() == 0);
    f.press(Qt::Key_Left);
    CHECK(f.model().rowCount() == 19);
    CHECK(f.row() == 0);
    f.press(Qt::Key_Down);
    CHECK(f.model().index(f.row(), 0).data(ListModel::GroupRole).toString() == QStringLiteral("副理事长单位（4）"));
    f.press(Qt::Key_Up);
    f.press(Qt::Key_Right);
    CHECK(f.model().rowCount() == 23);
    f.press(Qt::Key_Return);
    CHECK(f.model().rowCount() == 19);

    // What is folded stays so when the list is read again; a record that is asked for opens its group.
    f.file.bus().publish({"samples"});
    test::settle();
    CHECK(f.model().rowCount() == 19);
    CHECK(f.row() == 0);
    f.view().selectId(1);
    CHECK(f.view().currentId() == 1);
    CHECK(f.model().rowCount() == 23);

    f.press(Qt::Key_Left, Qt::ControlModifier);
    CHECK(f.model().rowCount() == 3);
    CHECK(f.row() == 0);
    f.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(f.model().rowCount() == 23);
    CHECK(f.model().ids().size() == 20);
}

TEST_CASE("groups follow search, sort and filter")
{
    Fixture f(20);
    f.groupByLevel();
    f.view().sortBy(kLevel, /*adds=*/false);
    f.view().sortBy(kLevel, /*adds=*/false);
    CHECK(f.groups().front() == QStringLiteral("会员单位（12）"));
    f.panel.setSearch("M0000");
    test::settle();
    CHECK(f.groups()
        == QStringList{QStringLiteral("会员单位（5）"), QStringLiteral("副理事长单位（2）"), QStringLiteral("理事单位（2）")});
    f.panel.setSearch({});
    ListState state = f.model().state();
    state.filters = {{"level", db::Condition::AnyOf, QStringList{"member"}}};
    f.model().setState(state);
    CHECK(f.groups() == QStringList{QStringLiteral("会员单位（12）")});
    f.panel.clearFilters();
    CHECK(f.groups().size() == 3);
}

TEST_CASE("grouping is kept with the list and with a view, and the menu of the header has it")
{
    Fixture f(20);
    f.groupByLevel();
    f.panel.openViews();
    test::commit(QApplication::focusWidget(), QStringLiteral("按类别"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    test::settle();
    {
        ListPanel again(f.file.session(), test::sampleDefinition());
        test::shown(again, 900, 768);
        CHECK(again.model()->rowCount() == 23);
    }
    const QHeaderView *header = f.view().horizontalHeader();
    Q_EMIT f.view().horizontalHeader()->customContextMenuRequested({header->sectionViewportPosition(kLevel) + 5, 5});
    QAction *entry = nullptr;
    for (QAction *one : f.panel.findChild<QMenu *>()->actions()) {
        if (one->text().startsWith(QStringLiteral("不再分组")))
            entry = one;
    }
    REQUIRE(entry);
    entry->trigger();
    test::settle();
    CHECK(f.model().rowCount() == 20);
    f.panel.showView(f.panel.views().front());
    test::settle();
    CHECK(f.model().rowCount() == 23);
    CHECK(f.model().state().group == "level");
    // Paper says which view it shows: as long as it does.
    CHECK(f.panel.shownView() == QStringLiteral("按类别"));
    f.view().setColumnWidth(0, f.view().columnWidth(0) + 20);
    CHECK(f.panel.shownView() == QStringLiteral("按类别"));
    f.panel.setSearch("M0000");
    test::settle();
    CHECK(f.panel.shownView().isEmpty());
    f.panel.setSearch({});
    f.view().sortBy(kDue, /*adds=*/false);
    CHECK(f.panel.shownView().isEmpty());
}
