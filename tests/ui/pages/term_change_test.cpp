// 换届 and what 工作台 says of it, by keys.
#include "members/posts/member_post_service.h"
#include "office/terms/term_service.h"
#include "parties/people/person_service.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/members/term_change_form.h"
#include "ui/pages/desk_window.h"

#include <QLabel>
#include <QPushButton>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

/// Space on the button that is in sight and bears the text; its beginning for a link.
bool pressButton(DeskWindow &desk, const QWidget *below, const QString &text)
{
    for (QPushButton *button : below->findChildren<QPushButton *>()) {
        if (!button->isVisible() || !button->text().startsWith(text))
            continue;
        button->setFocus();
        desk.press(Qt::Key_Space);
        return true;
    }
    return false;
}

QString reminderOf(DeskWindow &desk)
{
    auto *page = desk.window().findChild<ui::Page *>("board");
    desk.window().showPage(page);
    settle();
    auto *reminder = page->findChild<QLabel *>("reminder");
    return reminder->isVisible() ? reminder->text() : QString();
}

} // namespace

TEST_CASE("new posts are added inside 换届 by keys alone; what was typed comes back as a draft")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    session::Session &session = desk.application().session();
    const members::MemberPostService posts(session);
    const QDate today = session.clock().today();
    const size_t before = posts.heldOn(today).size();
    const auto open = [&]() -> ui::TermChangeForm * {
        REQUIRE(pressButton(desk, page, QStringLiteral("换届")));
        return desk.window().findChild<ui::TermChangeForm *>();
    };
    ui::TermChangeForm *form = open();
    REQUIRE(form);
    CHECK_FALSE(form->field("added.0.post")->isEnabled());
    form->field("added.0.person")->editor()->setFocus();
    desk.type(QStringLiteral("示例辰"));
    CHECK(form->field("added.1.person"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("名誉"));
    desk.press(Qt::Key_Return);
    desk.type("jfkj");
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    CHECK(form->field("added.1.person")->editor()->hasFocus());
    desk.type(QStringLiteral("示例巳"));
    desk.press(Qt::Key_Escape);
    if (desk.window().findChild<ui::TermChangeForm *>())
        desk.press(Qt::Key_Escape); // the first one closed a list of suggestions
    REQUIRE_FALSE(desk.window().findChild<ui::TermChangeForm *>());

    form = open();
    REQUIRE(form);
    if (form->field("added.0.person")->isEmpty())
        desk.press(Qt::Key_D, Qt::AltModifier);
    REQUIRE(form->field("added.1.person"));
    CHECK(form->field("added.0.person")->text() == QStringLiteral("示例辰"));
    CHECK(form->field("added.1.person")->text() == QStringLiteral("示例巳"));
    CHECK(form->field("added.1.post")->isEnabled());
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(desk.window().findChild<ui::TermChangeForm *>()); // 示例巳 has no post yet
    CHECK(form->field("added.1.post")->shownFault().contains(QStringLiteral("示例巳")));
    CHECK(form->field("added.1.post")->editor()->hasFocus());
    desk.type(QStringLiteral("顾问"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(DeskWindow::labels(&desk.window()).toStdString());
    REQUIRE_FALSE(desk.window().findChild<ui::TermChangeForm *>());
    const auto held = posts.heldOn(today);
    CHECK(held.size() == before + 2);
    const auto honorary = std::ranges::find_if(
        held, [](const members::MemberPost &post) { return post.details.post == members::Post::HonoraryChair; });
    REQUIRE(honorary != held.end());
    CHECK(honorary->details.unit);
    CHECK(parties::PersonService(session).get(honorary->details.person).details.name == QStringLiteral("示例辰"));
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return posts.heldOn(today).size() == before; }));
}

TEST_CASE("工作台 reminds of a term's end until the next term is registered")
{
    DeskWindow desk;
    session::Session &session = desk.application().session();
    const QDate today = session.clock().today();
    office::TermService terms(session);
    const office::Term term = terms.list().back();
    office::TermDetails details = term.details;
    details.toOn = today.addDays(200);
    terms.update(term.id, term.revision, details);
    CHECK(reminderOf(desk).isEmpty());
    details.toOn = today.addDays(30);
    terms.update(term.id, terms.list().back().revision, details);
    CHECK(reminderOf(desk).contains(QStringLiteral("还有30天")));
    auto *page = desk.go("members");
    REQUIRE(pressButton(desk, page, QStringLiteral("换届")));
    REQUIRE(desk.window().findChild<ui::TermChangeForm *>());
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE_FALSE(desk.window().findChild<ui::TermChangeForm *>());
    CHECK(reminderOf(desk).isEmpty());
}
