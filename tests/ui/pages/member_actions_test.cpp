#include "members/member_service.h"
#include "members/posts/member_post_service.h"
#include "office/terms/term_service.h"
#include "parties/units/unit_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/members/term_change_form.h"
#include "ui/pages/desk_window.h"
#include "ui/records/form_sheet.h"

#include <QPushButton>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

ui::FormSheet *sheetOf(DeskWindow &desk)
{
    return desk.window().findChild<ui::FormSheet *>();
}

MemberId current(const ui::ListPage *page)
{
    return MemberId(*page->panel()->view()->currentId());
}

void pressButton(DeskWindow &desk, const QString &text)
{
    for (QPushButton *button : desk.window().findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible()) {
            QTest::keyClick(button, Qt::Key_Space);
            settle();
            return;
        }
    }
    FAIL("no button " << text.toStdString());
}

} // namespace

TEST_CASE("a level is changed by keys, with its day and document, and one undo takes it back")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const MemberId id = current(page);
    const members::MemberService service(desk.application().session());
    const size_t before = service.levels(id).size();
    desk.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(sheetOf(desk));
    auto *form = sheetOf(desk)->findChild<ui::Form *>();
    form->field("level")->setText(QStringLiteral("理事单位"));
    form->field("document")->editor()->setFocus();
    desk.type(QStringLiteral("联2号"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    INFO(DeskWindow::labels(&desk.window()).toStdString());
    CHECK_FALSE(sheetOf(desk));
    REQUIRE(service.levels(id).size() == before + 1);
    CHECK(service.levels(id).back().level == members::MemberLevel::Council);
    CHECK(service.levels(id).back().document == QStringLiteral("联2号"));
    CHECK(desk.says(QStringLiteral("已改级别")));
    // Of the level before the last day is shown, which the new one does not have.
    auto *pane = page->findChild<ui::DetailPane *>();
    for (int turns = 0; turns < 9 && pane->currentTab() != QStringLiteral("级别职务"); ++turns)
        pane->turnTab(1);
    settle();
    const QDate today = desk.application().session().clock().today();
    CHECK(DeskWindow::labels(pane).contains(QStringLiteral("至 ") + today.addDays(-1).toString(Qt::ISODate)));
    CHECK_FALSE(DeskWindow::labels(pane).contains(QStringLiteral("至 ") + today.toString(Qt::ISODate)));
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return service.levels(id).size() == before; }));
}

TEST_CASE("a member is suspended, resumed and leaves by keys")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const MemberId id = current(page);
    const members::MemberService service(desk.application().session());
    desk.press(Qt::Key_U, Qt::ControlModifier);
    REQUIRE(sheetOf(desk));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(members::statusOf(service.get(id).details) == members::MemberStatus::Suspended);
    CHECK(desk.says(QStringLiteral("已暂停会员资格")));
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_U, Qt::ControlModifier);
    REQUIRE(sheetOf(desk));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(members::statusOf(service.get(id).details) == members::MemberStatus::Active);
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(sheetOf(desk));
    sheetOf(desk)->findChild<ui::Form *>()->field("leftDocument")->setText(QStringLiteral("联4号"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(sheetOf(desk));
    const members::MemberDetails left = service.get(id).details;
    CHECK(left.leftKind == members::LeaveKind::Resigned);
    CHECK(left.leftDocument == QStringLiteral("联4号"));
}

TEST_CASE("several members are suspended with one day and document, resumed, and leave: one undo for all")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const members::MemberService service(desk.application().session());
    auto *view = page->panel()->view();
    view->setFocus();
    desk.press(Qt::Key_Home, Qt::ControlModifier);
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    const std::vector<qint64> ids = view->selectedIds();
    REQUIRE(ids.size() == 3);
    const auto count = [&](members::MemberStatus status) {
        return std::ranges::count_if(
            ids, [&](qint64 id) { return members::statusOf(service.get(MemberId(id)).details) == status; });
    };
    REQUIRE(count(members::MemberStatus::Active) == 3);
    const auto several = [&](int key, const QString &document) {
        view->setFocus();
        desk.press(key, Qt::ControlModifier);
        REQUIRE(sheetOf(desk));
        CHECK(DeskWindow::labels(sheetOf(desk)).contains(QStringLiteral("3 家")));
        if (ui::Field *field = sheetOf(desk)->findChild<ui::Form *>()->field(document))
            field->setText(QStringLiteral("联7号"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        INFO(DeskWindow::labels(&desk.window()).toStdString());
        REQUIRE_FALSE(sheetOf(desk));
        REQUIRE(view->selectedIds() == ids);
    };
    several(Qt::Key_U, "suspendedDocument");
    CHECK(count(members::MemberStatus::Suspended) == 3);
    CHECK(service.get(MemberId(ids[2])).details.suspendedDocument == QStringLiteral("联7号"));
    CHECK(desk.says(QStringLiteral("已暂停会员资格 3 家")));
    several(Qt::Key_U, "none");
    CHECK(count(members::MemberStatus::Active) == 3);
    const size_t levels = service.levels(MemberId(ids[1])).size();
    several(Qt::Key_L, "document");
    CHECK(service.levels(MemberId(ids[1])).size() == levels + 1);
    several(Qt::Key_E, "leftDocument");
    CHECK(count(members::MemberStatus::Left) == 3);
    pressButton(desk, QStringLiteral("撤销"));
    CHECK(until([&] { return count(members::MemberStatus::Active) == 3; }));

    // What can be done for one only says so.
    REQUIRE(view->selectedIds().size() == 3);
    view->setFocus();
    desk.press(Qt::Key_T, Qt::ControlModifier);
    CHECK_FALSE(sheetOf(desk));
    CHECK(desk.says(QStringLiteral("一次只能办一条")));
}

TEST_CASE("one of several that cannot leave is named, and none leaves")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    members::MemberService service(desk.application().session());
    auto *view = page->panel()->view();
    view->setFocus();
    desk.press(Qt::Key_Home, Qt::ControlModifier);
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    const std::vector<qint64> ids = view->selectedIds();
    REQUIRE(ids.size() == 2);
    desk.press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(sheetOf(desk));
    const members::Member second = service.get(MemberId(ids[1]));
    service.leave(second.id, second.revision, {second.details.joinedOn.addDays(1), {}, members::LeaveKind::Resigned, {}});
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(sheetOf(desk));
    CHECK(members::statusOf(service.get(MemberId(ids[0])).details) == members::MemberStatus::Active);
    const QString name = parties::UnitService(desk.application().session()).get(*second.unit).details.name;
    CHECK(DeskWindow::labels(&desk.window()).contains(name));
}

TEST_CASE("the first post of an office is registered together with its first term")
{
    DeskWindow desk(DeskWindow::File::None);
    desk.type(QStringLiteral("示例产业联盟"));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.program().application() != nullptr; }));
    auto *page = desk.go("members");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->openedForm());
    desk.type(QStringLiteral("示例甲材料有限公司"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return rowCount(page) == 1; }));
    settle();
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_T, Qt::ControlModifier);
    INFO(DeskWindow::labels(&desk.window()).toStdString());
    REQUIRE(sheetOf(desk));
    auto *form = sheetOf(desk)->findChild<ui::Form *>();
    desk.type(QStringLiteral("示例会长"));
    form->field("term.fromOn")->setText("2020-03-01");
    form->field("fromOn")->setText("2020-03-01");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(sheetOf(desk));
    session::Session &session = desk.application().session();
    const std::vector<office::Term> terms = office::TermService(session).list();
    REQUIRE(terms.size() == 1);
    CHECK(terms[0].details.number == 1);
    CHECK(terms[0].details.fromOn == QDate(2020, 3, 1));
    CHECK(members::MemberPostService(session).heldOn(session.clock().today()).size() == 1);
}

TEST_CASE("a person becomes a member through a form of four fields")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const int before = rowCount(page);
    pressButton(desk, QStringLiteral("个人会员"));
    REQUIRE(sheetOf(desk));
    desk.type(QStringLiteral("示例专家"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(sheetOf(desk));
    CHECK(until([&] { return rowCount(page) == before + 1; }));
    CHECK(members::MemberService(desk.application().session()).get(current(page)).person);
}

TEST_CASE("a form that belongs to no member is headed by none, and its draft is there whoever is chosen")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const QString name = cell(page, 0, "name");
    pressButton(desk, QStringLiteral("换届"));
    auto *form = desk.window().findChild<ui::TermChangeForm *>();
    REQUIRE(form);
    CHECK_FALSE(DeskWindow::labels(form).contains(QStringLiteral("换届：")));
    form->field("number")->editor()->setFocus();
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type("7");
    desk.press(Qt::Key_Escape);
    settle();
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Down);
    settle();
    pressButton(desk, QStringLiteral("换届"));
    form = desk.window().findChild<ui::TermChangeForm *>();
    REQUIRE(form);
    CHECK(form->field("number")->text() == "7");
    desk.press(Qt::Key_Escape);
    settle();
    // Who a form is about stays above it.
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Up);
    settle();
    desk.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(sheetOf(desk));
    CHECK(DeskWindow::labels(sheetOf(desk)).contains(QStringLiteral("级别变动：") + name));
}

TEST_CASE("the term changes on one form: Enter keeps a name, an empty field ends the post")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    session::Session &session = desk.application().session();
    const members::MemberPostService posts(session);
    const QDate today = session.clock().today();
    const size_t before = posts.heldOn(today).size();
    REQUIRE(before > 1);
    pressButton(desk, QStringLiteral("换届"));
    auto *form = desk.window().findChild<ui::TermChangeForm *>();
    REQUIRE(form);
    // The end follows the beginning until somebody writes another one.
    form->field("fromOn")->editor()->setFocus();
    desk.press(Qt::Key_Minus);
    CHECK(form->field("fromOn")->text() == today.addDays(-1).toString(Qt::ISODate));
    CHECK(form->field("toOn")->text() == today.addDays(-1).addYears(5).toString(Qt::ISODate));
    desk.press(Qt::Key_Plus);
    form->field("toOn")->setText(today.addYears(3).toString(Qt::ISODate));
    form->field("fromOn")->editor()->setFocus();
    desk.press(Qt::Key_Minus);
    desk.press(Qt::Key_Plus);
    CHECK(form->field("toOn")->text() == today.addYears(3).toString(Qt::ISODate));
    form->field("post.0")->setText(QStringLiteral("示例新任"));
    form->field("post.1")->setText({});
    form->field("number")->editor()->setFocus();
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(DeskWindow::labels(&desk.window()).toStdString());
    CHECK_FALSE(desk.window().findChild<ui::TermChangeForm *>());
    CHECK(office::TermService(session).termOn(today)->details.number == 2);
    CHECK(posts.heldOn(today).size() == before - 1);
    CHECK(desk.says(QStringLiteral("第2届：连任")));
    CHECK(desk.says(QStringLiteral("换人1个职务，不再担任1个职务")));
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return posts.heldOn(today).size() == before; }));
}

TEST_CASE("the leaves of a member show levels, posts and everything else that is known")
{
    DeskWindow desk;
    desk.go("members");
    auto *pane = desk.window().findChild<ui::ListPage *>("members")->findChild<ui::DetailPane *>();
    REQUIRE(pane);
    const auto turnTo = [&](const QString &leaf) {
        for (int i = 0; i < 8 && pane->currentTab() != leaf; ++i)
            pane->turnTab(1);
        settle();
        return DeskWindow::labels(pane);
    };
    CHECK(turnTo(QStringLiteral("级别职务")).contains(QStringLiteral("级别")));
    CHECK(turnTo(QStringLiteral("资质与年度")).contains(QStringLiteral("年度数据")));
    CHECK(turnTo(QStringLiteral("一企一档")).contains(QStringLiteral("会籍")));
}

TEST_CASE("撤销 in the message takes back the new level; a form saved as it was offers none")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const MemberId id = current(page);
    const members::MemberService service(desk.application().session());
    const size_t before = service.levels(id).size();
    desk.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(sheetOf(desk));
    sheetOf(desk)->findChild<ui::Form *>()->field("level")->setText(QStringLiteral("理事单位"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(service.levels(id).size() == before + 1);
    pressButton(desk, QStringLiteral("撤销"));
    CHECK(until([&] { return service.levels(id).size() == before; }));

    page->panel()->view()->setFocus();
    desk.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(sheetOf(desk));
    auto *form = sheetOf(desk)->findChild<ui::Form *>();
    const members::LevelChange last = service.levels(id).back();
    form->field("fromOn")->setText(last.fromOn.toString(Qt::ISODate));
    form->field("document")->setText(last.document);
    form->field("note")->setText(last.note);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(DeskWindow::labels(&desk.window()).toStdString());
    CHECK_FALSE(sheetOf(desk));
    CHECK(desk.says(QStringLiteral("没有改动")));
}
