#include "office/custom_fields/custom_field_service.h"
#include "office/custom_fields/custom_value_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"

#include <catch2/catch.hpp>

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

} // namespace

TEST_CASE("fields of the office's own are defined, put in order, retired and removed by keys")
{
    DeskWindow desk;
    auto *page = desk.go("custom_fields");
    REQUIRE(page);
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
