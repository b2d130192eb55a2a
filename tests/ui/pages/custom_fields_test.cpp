#include "members/member_service.h"
#include "office/custom_fields/custom_field_service.h"
#include "office/custom_fields/custom_value_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/list/empty_state.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"

#include <QPushButton>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

using office::CustomKind;
using office::CustomOwner;

/// A field by keys alone: name, whose, kind, choices.
void defineByKeys(DeskWindow &desk, const QString &name, const QString &owner, const QString &kind, const QString &choices = {})
{
    desk.press(Qt::Key_N, Qt::ControlModifier);
    for (const QString &typed : {name, owner, kind, choices}) {
        if (!typed.isEmpty()) {
            desk.press(Qt::Key_A, Qt::ControlModifier);
            desk.type(typed);
        }
        desk.press(Qt::Key_Return);
    }
}

/// Goes to the leaf 历史 of the current record. @return its texts
QString historyText(DeskWindow &desk, ui::ListPage *page)
{
    page->panel()->view()->setFocus();
    for (int turns = 0; turns < 9 && page->detail()->currentTab() != QStringLiteral("历史"); ++turns)
        desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    return DeskWindow::labels(page->detail());
}

/// Shows the last columns of the list by the column chooser.
void showLastColumns(DeskWindow &desk, int count)
{
    desk.press(Qt::Key_L, Qt::AltModifier);
    desk.press(Qt::Key_End);
    for (int i = 0; i < count; ++i) {
        desk.press(Qt::Key_Space);
        desk.press(Qt::Key_Up);
    }
    desk.press(Qt::Key_Escape);
}

/// Filters the list by a column: what is typed and Enter.
void filterByKeys(DeskWindow &desk, ui::ListPage *page, const QString &column, const QString &typed)
{
    ui::ListView *view = page->panel()->view();
    view->setFocus();
    const auto &columns = page->panel()->model()->definition().columns;
    const auto place = std::ranges::find(columns, column, &db::ListColumn::key) - columns.begin();
    view->setCurrentIndex(page->panel()->model()->index(0, static_cast<int>(place)));
    desk.press(Qt::Key_Down, Qt::AltModifier);
    desk.type(typed);
    desk.press(Qt::Key_Return);
}

} // namespace

TEST_CASE("fields of the office's own are defined, put in order, retired and removed by keys")
{
    DeskWindow desk;
    auto *page = desk.go("custom_fields");
    REQUIRE(page);
    settle();
    for (const QPushButton *button : page->panel()->neverFilled()->findChildren<QPushButton *>())
        CHECK(button->text() != QStringLiteral("导入名单"));
    defineByKeys(desk, QStringLiteral("融资阶段"), QStringLiteral("单位"), QStringLiteral("选项"));
    REQUIRE(page->openedForm());
    CHECK(page->openedForm()->field("choices")->shownFault().contains(QStringLiteral("可选的内容")));
    page->openedForm()->field("choices")->editor()->setFocus();
    desk.type(QStringLiteral("天使轮；A轮"));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return rowCount(page) == 1; }));
    defineByKeys(desk, QStringLiteral("专利数"), QStringLiteral("单位"), QStringLiteral("数"));
    REQUIRE(until([&] { return rowCount(page) == 2; }));
    CHECK(cell(page, 0, "name") == QStringLiteral("融资阶段"));
    CHECK(cell(page, 0, "choices") == QStringLiteral("天使轮；A轮"));

    // The new one is current.
    desk.press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(until([&] { return cell(page, 0, "name") == QStringLiteral("专利数"); }));
    desk.press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.says(QStringLiteral("已经是第一个")));

    defineByKeys(desk, QStringLiteral("备注"), QStringLiteral("会员"), QStringLiteral("文字"));
    REQUIRE(page->openedForm());
    CHECK(page->openedForm()->field("name")->shownFault().contains(QStringLiteral("本来就有")));
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("所在分会"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return rowCount(page) == 3; }));

    session::Session &session = desk.application().session();
    office::CustomValueService(session).set(
        session::Operation::MemberEdit, CustomOwner::Member, 1, {{QStringLiteral("所在分会"), QStringLiteral("一分会")}});
    settle();
    desk.press(Qt::Key_Delete);
    CHECK(desk.says(QStringLiteral("不能删除")));
    desk.press(Qt::Key_Return);
    REQUIRE(page->openedForm());
    auto *inUse = page->openedForm()->field("inUse");
    inUse->editor()->setFocus();
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("否"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(until([&] { return office::CustomFieldService(session).fields(CustomOwner::Member).empty(); }));
    CHECK(office::CustomValueService(session).values(CustomOwner::Member, 1).size() == 1);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return office::CustomFieldService(session).fields(CustomOwner::Member).size() == 1; }));
}

TEST_CASE("the form of a member has the office's own fields; one undo takes back record and values")
{
    DeskWindow desk;
    session::Session &session = desk.application().session();
    office::CustomFieldService fields(session);
    fields.add({CustomOwner::Member, QStringLiteral("所在分会"), CustomKind::Text});
    fields.add(
        {CustomOwner::Unit, QStringLiteral("融资阶段"), CustomKind::Choice, {QStringLiteral("天使轮"), QStringLiteral("A轮")}});
    fields.add({CustomOwner::Unit, QStringLiteral("专利数"), CustomKind::Number});
    fields.add({CustomOwner::Unit, QStringLiteral("年补贴"), CustomKind::Money});
    fields.add({CustomOwner::Unit, QStringLiteral("评定日"), CustomKind::Date});
    fields.add({CustomOwner::Unit, QStringLiteral("愿接待"), CustomKind::YesNo});
    auto *page = desk.go("members");
    const qint64 id = *page->panel()->view()->currentId();
    desk.press(Qt::Key_F2);
    REQUIRE(page->openedForm());
    CHECK(DeskWindow::labels(page->openedForm()).contains(QStringLiteral("本单位自定义")));
    page->openedForm()->field("referrer")->setText(QStringLiteral("示例推荐"));
    page->openedForm()->field(QStringLiteral("custom.所在分会"))->editor()->setFocus();
    for (const char *typed : {"一分会", "tsl", "1,200.50", "3000*2", "2021.5.14"}) {
        desk.type(QString::fromUtf8(typed));
        desk.press(Qt::Key_Return);
    }
    desk.type(QStringLiteral("也许"));
    desk.press(Qt::Key_Return);
    REQUIRE(page->openedForm());
    CHECK_FALSE(page->openedForm()->field(QStringLiteral("custom.愿接待"))->shownFault().isEmpty());
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("否"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(page->openedForm() == nullptr);

    office::CustomValueService values(session);
    const UnitId unit = *members::MemberService(session).get(MemberId(id)).unit;
    CHECK(values.values(CustomOwner::Member, id)
        == QHash<QString, QString>{{QStringLiteral("所在分会"), QStringLiteral("一分会")}});
    CHECK(values.values(CustomOwner::Unit, unit.value())
        == QHash<QString, QString>{{QStringLiteral("融资阶段"), QStringLiteral("天使轮")}, {QStringLiteral("专利数"), "1200.5"},
            {QStringLiteral("年补贴"), "6000.00"}, {QStringLiteral("评定日"), "2021-05-14"},
            {QStringLiteral("愿接待"), QStringLiteral("否")}});
    const QString shown = DeskWindow::labels(page->detail());
    for (const char *text : {"本单位自定义", "所在分会", "一分会", "天使轮", "1,200.5", "6,000.00", "2021-05-14"})
        CHECK(shown.contains(QString::fromUtf8(text)));
    const QString history = historyText(desk, page);
    CHECK(history.contains(QStringLiteral("所在分会：空白 → 一分会")));
    CHECK(history.contains(QStringLiteral("年补贴：空白 → 6,000.00")));
    CHECK(history.contains(QStringLiteral("愿接待：空白 → 否")));

    // Saved as it is: nothing differs.
    desk.press(Qt::Key_F2);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(page->openedForm() == nullptr);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return values.values(CustomOwner::Member, id).isEmpty(); }));
    CHECK(values.values(CustomOwner::Unit, unit.value()).isEmpty());
    CHECK(members::MemberService(session).get(MemberId(id)).details.referrer != QStringLiteral("示例推荐"));
}

TEST_CASE("a new unit is registered with the office's own fields in one step")
{
    DeskWindow desk;
    session::Session &session = desk.application().session();
    office::CustomFieldService(session).add({CustomOwner::Unit, QStringLiteral("专利数"), CustomKind::Number});
    auto *page = desk.go("units");
    const int before = rowCount(page);
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->openedForm());
    desk.type(QStringLiteral("示例自定义材料有限公司"));
    page->openedForm()->field(QStringLiteral("custom.专利数"))->editor()->setFocus();
    desk.type("12");
    desk.press(Qt::Key_Return);
    INFO(formText(page));
    REQUIRE(until([&] { return rowCount(page) == before + 1; }));
    const qint64 id = *page->panel()->view()->currentId();
    CHECK(office::CustomValueService(session).values(CustomOwner::Unit, id).value(QStringLiteral("专利数")) == "12");
    CHECK(DeskWindow::labels(page->detail()).contains(QStringLiteral("专利数")));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return rowCount(page) == before; }));
    CHECK(office::CustomValueService(session).rows(CustomOwner::Unit, id).empty());
}

TEST_CASE("the office's own fields are chosen, filtered and sorted in the list of members by keys")
{
    DeskWindow desk;
    session::Session &session = desk.application().session();
    auto *page = desk.go("members");
    const auto columns = page->panel()->model()->columnCount();
    office::CustomFieldService fields(session);
    const QString branch
        = QStringLiteral("custom.%1").arg(fields.add({CustomOwner::Member, QStringLiteral("分会"), CustomKind::Text}));
    const QString patents
        = QStringLiteral("custom.%1").arg(fields.add({CustomOwner::Unit, QStringLiteral("专利数"), CustomKind::Number}));
    settle();
    // The list that stands open follows.
    CHECK(page->panel()->model()->columnCount() == columns + 2);
    office::CustomValueService values(session);
    const std::vector<qint64> ids = page->panel()->model()->ids();
    for (size_t i = 0; i < 3; ++i) {
        const QString name = i == 1 ? QStringLiteral("西南分会") : QStringLiteral("华东分会");
        values.set(session::Operation::MemberEdit, CustomOwner::Member, ids[i], {{QStringLiteral("分会"), name}});
        const UnitId unit = *members::MemberService(session).get(MemberId(ids[i])).unit;
        values.set(session::Operation::UnitEdit, CustomOwner::Unit, unit.value(),
            {{QStringLiteral("专利数"), QString::number(9 + static_cast<int>(i))}});
    }
    settle();
    showLastColumns(desk, 2);
    CHECK(page->panel()->view()->shownColumns().size() >= 2);
    CHECK(cell(page, 1, branch) == QStringLiteral("西南分会"));
    CHECK(cell(page, 1, patents) == "10");

    filterByKeys(desk, page, branch, "hdfh");
    REQUIRE(until([&] { return rowCount(page) == 2; }));
    filterByKeys(desk, page, patents, "10");
    REQUIRE(until([&] { return rowCount(page) == 1; }));
    CHECK(cell(page, 0, patents) == "11");
    page->panel()->clearFilters();
    REQUIRE(until([&] { return rowCount(page) == 127; }));
    const auto &all = page->panel()->model()->definition().columns;
    const auto place = std::ranges::find(all, patents, &db::ListColumn::key) - all.begin();
    page->panel()->view()->setCurrentIndex(page->panel()->model()->index(0, static_cast<int>(place)));
    desk.press(Qt::Key_Up, Qt::AltModifier);
    desk.press(Qt::Key_Up, Qt::AltModifier);
    CHECK(until([&] { return cell(page, 0, patents) == "11" && cell(page, 2, patents) == "9"; }));
    desk.press(Qt::Key_F3);
    desk.type("xnfh");
    CHECK(until([&] { return rowCount(page) == 1; }));

    // Kept for the next window; what is exported is what is shown.
    desk.close();
    desk.start(desk.file());
    page = desk.go("members");
    bool isShown = false;
    for (const int column : page->panel()->view()->shownColumns())
        isShown = isShown || page->panel()->model()->definition().columns[static_cast<size_t>(column)].key == patents;
    CHECK(isShown);
}

TEST_CASE("the office's own fields are changed for several members at once, and taken back by one undo")
{
    DeskWindow desk;
    session::Session &session = desk.application().session();
    office::CustomFieldService fields(session);
    const QString money
        = QStringLiteral("custom.%1").arg(fields.add({CustomOwner::Unit, QStringLiteral("年补贴"), CustomKind::Money}));
    auto *page = desk.go("members");
    const auto change = [&](const QString &value) {
        page->panel()->view()->setFocus();
        desk.press(Qt::Key_Home, Qt::ControlModifier);
        desk.press(Qt::Key_Down, Qt::ShiftModifier);
        desk.press(Qt::Key_F2);
        desk.type(QStringLiteral("年补贴"));
        desk.press(Qt::Key_Return);
        desk.type(value);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
    };
    change("1200");
    CHECK(until([&] { return cell(page, 0, money) == "1,200.00" && cell(page, 1, money) == "1,200.00"; }));
    change(QStringLiteral("许多"));
    CHECK(desk.says(QStringLiteral("读不懂")));
    desk.press(Qt::Key_Escape);
    CHECK(cell(page, 0, money) == "1,200.00");
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return cell(page, 0, money).isEmpty() && cell(page, 1, money).isEmpty(); }));
}
