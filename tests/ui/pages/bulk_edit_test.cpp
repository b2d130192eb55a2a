// 批量修改 by keys: preview, clearing, thousands of records, one undo.
#include "base/error.h"
#include "session/session.h"
#include "ui/common/fields/choice_field.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/members/member_bulk.h"
#include "ui/pages/desk_window.h"
#include "ui/parties/unit_bulk.h"
#include "ui/records/bulk/bulk_edit_sheet.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

TEST_CASE("several members get another officer by keys alone, with a preview, and one Ctrl+Z takes it back")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const QString before = cell(members, 0, "serviceOfficer");
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    desk.press(Qt::Key_F2);
    auto *sheet = desk.window().findChild<ui::BulkEditSheet *>();
    REQUIRE(sheet);
    desk.type("fwzy");
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("示例张三"));
    desk.press(Qt::Key_Return);
    CHECK(sheet->preview() == QStringLiteral("将修改 3 条：服务专员 → 示例张三"));
    desk.press(Qt::Key_Return);
    CHECK(desk.says(QStringLiteral("已修改 3 条：服务专员 → 示例张三")));
    CHECK(until([&] { return cell(members, 2, "serviceOfficer") == QStringLiteral("示例张三"); }));
    CHECK(cell(members, 3, "serviceOfficer") != QStringLiteral("示例张三"));
    CHECK(members->panel()->view()->selectedIds().size() == 3);

    desk.press(Qt::Key_F2);
    sheet = desk.window().findChild<ui::BulkEditSheet *>();
    REQUIRE(sheet);
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("示例张三"));
    desk.press(Qt::Key_Return);
    CHECK(sheet->preview().startsWith(QStringLiteral("没有要改的")));
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(desk.window().findChild<ui::BulkEditSheet *>());

    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return cell(members, 0, "serviceOfficer") == before; }));
    CHECK(cell(members, 2, "serviceOfficer") != QStringLiteral("示例张三"));
}

TEST_CASE("an empty value changes nothing: to empty a field is a choice of its own")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    desk.press(Qt::Key_F2);
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("示例张三"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return cell(members, 0, "serviceOfficer") == QStringLiteral("示例张三"); }));
    desk.press(Qt::Key_F2);
    auto *sheet = desk.window().findChild<ui::BulkEditSheet *>();
    REQUIRE(sheet);
    for (int i = 0; i < 4; ++i)
        desk.press(Qt::Key_Return);
    CHECK(desk.window().findChild<ui::BulkEditSheet *>());
    CHECK(sheet->preview() == QStringLiteral("请填写改成什么"));
    sheet->valueField()->editor()->setFocus();
    desk.type(QStringLiteral("（清空）"));
    desk.press(Qt::Key_Return);
    CHECK(sheet->preview().endsWith(QStringLiteral("服务专员 → 空白")));
    desk.press(Qt::Key_Return);
    CHECK(until([&] { return cell(members, 0, "serviceOfficer").isEmpty(); }));
}

TEST_CASE("what thousands of records hold is read in another thread, and goes with the sheet")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const auto &list = members->panel()->model()->definition();
    std::vector<qint64> ids = members->panel()->model()->ids();
    while (ids.size() < 20 * ui::BulkEditSheet::kReadAtOnce)
        ids.push_back(ids[ids.size() % 100]);
    int runs = 0;
    const auto open = [&] {
        return new ui::BulkEditSheet(
            desk.application().session().database(), desk.application().workerRequest(), list, ui::memberBulkColumns(), ids,
            [&](const ui::BulkColumn &, const ui::BulkPlan &plan, const QString &) {
                ++runs;
                CHECK(plan.steps.size() == ids.size());
            },
            members);
    };
    auto *sheet = open();
    // The window went on at once; nothing is known yet.
    CHECK(sheet->preview().startsWith(QStringLiteral("正在查看所选")));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("示例另一人"));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return sheet->preview().startsWith(QStringLiteral("将修改 %1 条").arg(ids.size())); }));
    desk.press(Qt::Key_Return);
    CHECK(runs == 1);
    open();
    desk.press(Qt::Key_Escape);
    CHECK(until([&] { return desk.window().findChild<ui::BulkEditSheet *>() == nullptr; }));
    CHECK(runs == 1);
}

TEST_CASE("what can be changed for many is changed for each, and a wrong word changes none")
{
    DeskWindow desk;
    struct Case {
        const char *page;
        QString column; ///< as typed
        QString value;
        QString key;
        QString shown;
    };
    const Case cases[]{{"members", QStringLiteral("级别"), QStringLiteral("理事单位"), "level", QStringLiteral("理事单位")},
        {"members", QStringLiteral("所属区县"), QStringLiteral("示例区"), "district", QStringLiteral("示例区")},
        {"members", QStringLiteral("加标签"), QStringLiteral("年会 重点"), "tags", QStringLiteral("年会 重点")},
        {"members", QStringLiteral("去标签"), QStringLiteral("年会"), "tags", QStringLiteral("重点")},
        {"units", QStringLiteral("产业链"), QStringLiteral("示例链"), "chain", QStringLiteral("示例链")},
        {"units", QStringLiteral("细分领域"), QStringLiteral("（清空）"), "field", QString()}};
    for (const Case &one : cases) {
        CAPTURE(one.page, one.column.toStdString());
        auto *page = desk.go(one.page);
        page->panel()->view()->setFocus();
        desk.press(Qt::Key_Home, Qt::ControlModifier);
        desk.press(Qt::Key_Down, Qt::ShiftModifier);
        desk.press(Qt::Key_F2);
        auto *sheet = desk.window().findChild<ui::BulkEditSheet *>();
        REQUIRE(sheet);
        desk.type(one.column);
        desk.press(Qt::Key_Return);
        REQUIRE(sheet->valueField());
        desk.type(one.value);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
        CHECK(until([&] { return cell(page, 0, one.key) == one.shown && cell(page, 1, one.key) == one.shown; }));
    }
    CHECK(ui::withTag(QStringLiteral("甲、乙"), QStringLiteral("乙")) == QStringLiteral("甲、乙"));
    CHECK(ui::withoutTag(QStringLiteral("甲、乙"), QStringLiteral("丙")) == QStringLiteral("甲、乙"));
    auto columns = ui::unitBulkColumns([](session::Session &, qint64 id) { return UnitId(id); });
    const auto kind = std::find_if(columns.begin(), columns.end(), [](const auto &one) { return one.column == "kind"; });
    REQUIRE(kind != columns.end());
    CHECK_THROWS_AS(kind->set(desk.application().session(), 1, QStringLiteral("没有这类")), Error);
}
