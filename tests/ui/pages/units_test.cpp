// Units by keys: marks of 不是重复, what a unit is to the office.
#include "desk/prints/body_forms.h"
#include "parties/bodies/body_service.h"
#include "parties/cultivation/cultivation_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/fields/ticks_field.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"
#include "ui/parties/body_forms.h"
#include "ui/parties/merge_sheet.h"
#include "ui/parties/unit_page.h"
#include "ui/prints/pages_dialog.h"
#include "ui/records/form_sheet.h"

#include <QAbstractButton>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QTableWidget>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

/// Goes from leaf to leaf as Ctrl+Tab does, until this one.
void showLeaf(ui::ListPage *page, const char *name)
{
    for (int turns = 0; turns < 12 && page->detail()->currentTab() != QString::fromUtf8(name); ++turns)
        page->detail()->turnTab(1);
    REQUIRE(page->detail()->currentTab() == QString::fromUtf8(name));
}

} // namespace

TEST_CASE("a pair is marked 不是重复 by Del and stays away; the mark is taken off by keys, and by Ctrl+Z")
{
    DeskWindow desk;
    auto *page = qobject_cast<ui::UnitPage *>(desk.go("units"));
    auto &session = desk.application().session();
    parties::UnitService units(session);
    parties::UnitDetails details;
    for (const char *name :
        {"示例癸材料有限公司", "成都示例癸材料集团有限公司", "示例寅材料有限公司", "成都示例寅材料集团有限公司"}) {
        details.name = QString::fromUtf8(name);
        units.create(details);
    }
    const auto table = [&]() -> QTableWidget * {
        auto *sheet = desk.window().findChild<QWidget *>("duplicates");
        return sheet ? sheet->findChild<QTableWidget *>() : nullptr;
    };
    const auto find = [&] {
        page->findDuplicates();
        REQUIRE(until([&] { return table() && table()->hasFocus(); }));
    };
    const auto shows
        = [&](const char *name) { return !table()->findItems(QString::fromUtf8(name), Qt::MatchContains).isEmpty(); };
    find();
    const int before = table()->rowCount();
    REQUIRE(shows("示例癸材料集团"));
    table()->setCurrentItem(table()->findItems(QStringLiteral("示例癸材料集团"), Qt::MatchContains).front());
    const int row = table()->currentRow();
    desk.press(Qt::Key_Delete);
    CHECK(table()->rowCount() == before - 1);
    CHECK_FALSE(shows("示例癸材料集团"));
    CHECK(table()->hasFocus());
    CHECK(table()->currentRow() == std::min(row, before - 2));
    CHECK(desk.says(QStringLiteral("已标记不是重复")));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return table()->rowCount() == before; }));
    table()->setCurrentItem(table()->findItems(QStringLiteral("示例癸材料集团"), Qt::MatchContains).front());
    desk.press(Qt::Key_Delete);

    // Side by side and back: the list is where it was.
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.window().findChild<ui::MergeSheet *>() != nullptr; }));
    desk.press(Qt::Key_Escape);
    REQUIRE(until([&] { return desk.window().findChild<ui::MergeSheet *>() == nullptr; }));
    CHECK(table()->hasFocus());
    desk.press(Qt::Key_Escape);
    REQUIRE(until([&] { return table() == nullptr; }));

    find();
    CHECK(table()->rowCount() == before - 1);
    desk.press(Qt::Key_F6);
    REQUIRE(table()->rowCount() == 1);
    CHECK(table()->item(0, 2)->text().contains(session.user().name));
    CHECK(table()->item(0, 2)->text().contains(session.clock().today().toString(Qt::ISODate)));
    desk.press(Qt::Key_Delete);
    CHECK(table()->rowCount() == 0);
    desk.press(Qt::Key_F6);
    CHECK(table()->rowCount() == before);
    CHECK(shows("示例癸材料集团"));

    // Merged from the list: it comes again with what is left.
    table()->setCurrentItem(table()->findItems(QStringLiteral("示例寅材料集团"), Qt::MatchContains).front());
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.window().findChild<ui::MergeSheet *>() != nullptr; }));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(until([&] { return table() && table()->rowCount() == before - 1 && table()->hasFocus(); }));
    CHECK_FALSE(shows("示例寅材料集团"));
}

TEST_CASE("what a unit is to the office is ticked in its form and dated in its detail, by keys")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    auto &session = desk.application().session();
    const QDate today = session.clock().today();
    desk.press(Qt::Key_N, Qt::ControlModifier);
    ui::Form *form = page->openedForm();
    REQUIRE(form);
    desk.type(QStringLiteral("示例供应单位"));
    form->field("roles")->editor()->setFocus();
    settle();
    auto *words = qobject_cast<QListWidget *>(form->field("roles")->editor());
    CHECK(words->visualItemRect(words->item(words->count() - 1)).bottom() <= words->viewport()->height());
    for (int i = 0; i < 5; ++i) // 潜在会员, 政府联系, 园区平台, 开户银行, 宣传媒体 → 供应商
        desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(until([&] { return rowCount(page) == 163; }));
    settle();
    const UnitId unit = UnitId(page->panel()->view()->currentId().value());
    const parties::UnitFactService facts(session);
    REQUIRE(facts.roles(unit).size() == 1);
    CHECK(facts.roles(unit)[0].details.role == parties::UnitRoleKind::Supplier);
    CHECK(facts.roles(unit)[0].details.fromOn == today);

    // A second one with its note over the detail, then the first is unticked: it ends and stays known.
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_T, Qt::ControlModifier);
    form = desk.window().findChild<ui::FormSheet *>()->findChild<ui::Form *>();
    REQUIRE(form);
    desk.type(QStringLiteral("宣传媒体"));
    form->field("fromOn")->setText("2021-03-01");
    form->field("note")->setText(QStringLiteral("示例专栏"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return facts.roles(unit).size() == 2; }));
    REQUIRE(until([&] { return DeskWindow::labels(page->detail()).contains(QStringLiteral("示例专栏")); }));

    page->panel()->view()->setFocus();
    desk.press(Qt::Key_F2);
    form = page->openedForm();
    REQUIRE(form);
    CHECK(qobject_cast<ui::TicksField *>(form->field("roles"))->ticked().size() == 2);
    qobject_cast<ui::TicksField *>(form->field("roles"))->setTicked({QStringLiteral("宣传媒体")});
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return page->openedForm() == nullptr; }));
    for (const auto &fact : facts.roles(unit)) {
        const bool isMedia = fact.details.role == parties::UnitRoleKind::Media;
        CHECK(fact.details.toOn == (isMedia ? QDate() : today.addDays(1)));
        if (isMedia)
            CHECK(fact.details.fromOn == QDate(2021, 3, 1));
    }
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return !facts.roles(unit)[0].details.toOn.isValid() && !facts.roles(unit)[1].details.toOn.isValid(); }));
}

TEST_CASE("size, ownership, party organisation, parent and other names of a unit are entered by keys and shown")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    parties::UnitService units(desk.application().session());
    parties::UnitDetails details;
    details.name = QStringLiteral("示例上级集团有限公司");
    const UnitId parent = units.create(details);
    desk.press(Qt::Key_N, Qt::ControlModifier);
    ui::Form *form = page->openedForm();
    REQUIRE(form);
    desk.type(QStringLiteral("示例下级材料有限公司"));
    const auto enter = [&](const char *from, const std::vector<const char *> &texts) {
        form->field(from)->editor()->setFocus();
        for (const char *text : texts) {
            desk.type(QString::fromUtf8(text));
            desk.press(Qt::Key_Return);
        }
    };
    enter("parent", {"示例上级集团", "示例付款甲；示例付款乙", "电池", "正极", "三元材料"});
    enter("ownership", {"民企", "中型", "是", "2,021", "否", "120", "18", "示例党支部", "6"});
    enter("legalRepresentativePost", {"董事长"});
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(until([&] { return page->openedForm() == nullptr; }));
    settle();
    const UnitId id = UnitId(page->panel()->view()->currentId().value());
    const parties::UnitDetails d = units.get(id).details;
    CHECK(d.name == QStringLiteral("示例下级材料有限公司"));
    CHECK(d.parent == parent);
    CHECK(QSet<QString>(d.aliases.begin(), d.aliases.end())
        == QSet<QString>{QStringLiteral("示例付款甲"), QStringLiteral("示例付款乙")});
    CHECK(d.chain == QStringLiteral("电池"));
    CHECK(d.chainSegment == QStringLiteral("正极"));
    CHECK(d.field == QStringLiteral("三元材料"));
    CHECK(d.ownership == parties::Ownership::Private);
    CHECK(d.size == parties::UnitSize::Medium);
    CHECK(d.isAboveScale == true);
    CHECK(d.aboveScaleYear == 2021);
    CHECK(d.isListed == false);
    CHECK(d.employees == 120);
    CHECK(d.technicalStaff == 18);
    CHECK(d.partyOrganisation == QStringLiteral("示例党支部"));
    CHECK(d.partyMembers == 6);
    CHECK(d.legalRepresentativePost == QStringLiteral("董事长"));
    const QString shown = DeskWindow::labels(page->detail());
    CHECK(shown.contains(QStringLiteral("示例上级集团有限公司")));
    CHECK(shown.contains(QStringLiteral("示例党支部")));

    // Opened again it holds all of it; what is no number is said at its field.
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_F2);
    form = page->openedForm();
    REQUIRE(form);
    CHECK(form->field("parent")->text() == QStringLiteral("示例上级集团有限公司"));
    form->field("employees")->editor()->setFocus();
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("约120"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(form->field("employees")->shownFault().contains(QStringLiteral("不是整数")));
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type("130");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return page->openedForm() == nullptr; }));
    parties::UnitDetails wanted = d;
    wanted.employees = 130;
    CHECK(units.get(id).details == wanted);
}

TEST_CASE("Enter leaves 主营产品 for the next field, and Shift+Enter begins a line in it")
{
    DeskWindow desk;
    for (const char *name : {"units", "members"}) {
        CAPTURE(name);
        auto *page = desk.go(name);
        desk.press(Qt::Key_F2);
        ui::Form *form = page->openedForm();
        REQUIRE(form);
        auto *products = form->field("products");
        products->editor()->setFocus();
        desk.press(Qt::Key_A, Qt::ControlModifier);
        desk.type(QStringLiteral("示例甲"));
        desk.press(Qt::Key_Return, Qt::ShiftModifier);
        desk.type(QStringLiteral("示例乙"));
        CHECK(products->editor()->hasFocus());
        desk.press(Qt::Key_Return);
        CHECK_FALSE(products->editor()->hasFocus());
        CHECK(products->text() == QStringLiteral("示例甲\n示例乙"));
        desk.press(Qt::Key_Escape);
        REQUIRE(page->openedForm() == nullptr);
    }
}

TEST_CASE("a unit is recorded as a body by keys, and the statistics form of 企业科协 counts it")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    auto &session = desk.application().session();
    parties::UnitDetails details;
    details.name = QStringLiteral("示例材料科学技术协会");
    const UnitId unit = parties::UnitService(session).create(details);
    REQUIRE(until([&] { return rowCount(page) == 163; }));
    page->panel()->view()->selectId(unit.value());
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto *form = desk.window().findChild<ui::FormSheet *>()->findChild<ui::Form *>();
    REQUIRE(form);
    CHECK(DeskWindow::labels(form).contains(details.name));
    desk.type(QStringLiteral("企业科协"));
    form->field("approvalNo")->setText(QStringLiteral("示科协〔2021〕3号"));
    form->field("approvedOn")->setText("2021.5.14");
    form->field("personMembers")->setText("58");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return parties::BodyService(session).find(unit).has_value(); }));
    showLeaf(page, "组织与培育");
    REQUIRE(until([&] { return DeskWindow::labels(page->detail()).contains(QStringLiteral("组织建设\n组织")); }));
    const auto links = page->detail()->findChildren<QAbstractButton *>();
    CHECK(std::ranges::any_of(links, [](auto *link) { return link->text().contains(QStringLiteral("示科协〔2021〕3号")); }));
    CHECK(parties::BodyService(session).find(unit)->details.personMembers == 58);

    // The counts below the form are typed once and kept.
    ui::showBodyStatistics(desk.application(), *page);
    form = desk.window().findChild<ui::FormSheet *>()->findChild<ui::Form *>();
    REQUIRE(form);
    form->field("technology")->setText("40");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return desk.window().findChild<ui::PagesDialog *>() != nullptr; }));
    const auto counts = desk::localCounts(session, session.clock().today());
    REQUIRE(counts.technology);
    CHECK(counts.technology->value() == Decimal::fromInteger(40));
    CHECK_FALSE(counts.zones);
}

TEST_CASE("a unit is put into a 培育库 from its detail, and its stage follows the days")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    auto &session = desk.application().session();
    page->panel()->view()->setFocus();
    settle();
    const UnitId unit = UnitId(page->panel()->view()->currentId().value());
    const auto buttonNamed = [&](const char *text) -> QAbstractButton * {
        const auto buttons = page->detail()->findChildren<QAbstractButton *>();
        const auto found
            = std::ranges::find_if(buttons, [&](auto *button) { return button->text().contains(QString::fromUtf8(text)); });
        return found == buttons.end() ? nullptr : *found;
    };
    showLeaf(page, "组织与培育");
    REQUIRE(until([&] { return buttonNamed("列入培育库") != nullptr; }));
    buttonNamed("列入培育库")->click();
    auto *form = desk.window().findChild<ui::FormSheet *>()->findChild<ui::Form *>();
    REQUIRE(form);
    CHECK(DeskWindow::labels(form).contains(parties::UnitService(session).get(unit).details.name));
    form->field("year")->setText("2021");
    form->field("appliedOn")->setText("2021.3.1");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    const parties::CultivationService service(session);
    REQUIRE(until([&] { return service.ofUnit(unit).size() == 1; }));
    REQUIRE(until([&] { return buttonNamed("待审　2021-03-01") != nullptr; }));

    // The year is part of the key: the round moves, it is not doubled.
    buttonNamed("待审")->click();
    form = desk.window().findChild<ui::FormSheet *>()->findChild<ui::Form *>();
    REQUIRE(form);
    form->field("year")->setText("2020");
    form->field("enteredOn")->setText("2021.9.1");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return buttonNamed("入库　2021-09-01") != nullptr; }));
    REQUIRE(service.ofUnit(unit).size() == 1);
    CHECK(service.ofUnit(unit).front().details.year == 2020);
}

TEST_CASE("单位类型 follows the name of a new unit until it is chosen; 组织形式 is proposed by the name")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    parties::UnitService units(desk.application().session());
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->openedForm());
    const auto kind = [&] { return page->openedForm()->field("kind")->text(); };
    CHECK(kind() == QStringLiteral("企业"));
    desk.type(QStringLiteral("示例大学"));
    CHECK(kind() == QStringLiteral("高校"));
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("示例科技科学技术协会"));
    CHECK(kind() == QStringLiteral("社会团体"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(until([&] { return page->openedForm() == nullptr; }));
    settle();
    const UnitId saved(page->panel()->view()->currentId().value());
    CHECK(units.get(saved).details.kind == parties::UnitKind::Society);
    desk.press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto *sheet = desk.window().findChild<ui::FormSheet *>();
    REQUIRE(sheet);
    CHECK(sheet->findChild<ui::Form *>()->field("form")->text() == QStringLiteral("企业科协"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    settle();
    REQUIRE(parties::BodyService(desk.application().session()).find(saved));

    // A body is no candidate for membership; its own form stands in its leaf, the buttons below stay as they are.
    const auto buttons = [&] {
        QStringList texts;
        for (const QPushButton *button : page->detail()->findChildren<QPushButton *>()) {
            if (button->isVisible())
                texts << button->text();
        }
        return texts;
    };
    REQUIRE(until([&] { return buttons().contains(QStringLiteral("修改")); }));
    CHECK_FALSE(buttons().contains(QStringLiteral("吸收入会")));
    showLeaf(page, "组织与培育");
    settle();
    CHECK(buttons().contains(QStringLiteral("科协统计表…")));
    page->detail()->showTab(0);
    settle();
    CHECK_FALSE(buttons().contains(QStringLiteral("科协统计表…")));

    page->panel()->view()->setFocus();
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->openedForm());
    page->openedForm()->field("kind")->editor()->setFocus();
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("科研院所"));
    page->openedForm()->field("name")->editor()->setFocus();
    desk.type(QStringLiteral("示例学院"));
    CHECK(kind() == QStringLiteral("科研院所"));
}
