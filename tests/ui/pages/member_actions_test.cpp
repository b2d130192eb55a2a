#include "members/member_service.h"
#include "members/posts/member_post_service.h"
#include "office/terms/term_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/members/term_change_form.h"
#include "ui/pages/desk_window.h"
#include "ui/records/form_sheet.h"

#include <QPushButton>

#include <catch2/catch.hpp>

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
