#include "desk/prints/list_print.h"
#include "members/letters/letter_service.h"
#include "members/member_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/fields/field.h"
#include "ui/common/form.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/common/page_preview.h"
#include "ui/pages/desk_window.h"
#include "ui/prints/letter_form.h"
#include "ui/prints/list_printing.h"
#include "ui/prints/pages_dialog.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QMenu>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::test;

namespace {

/// The menu of the selected rows, by keys: down to the entry that begins with the text, Enter.
void choose(DeskWindow &desk, ui::ListPage *page, const QString &entry)
{
    ui::ListView *view = page->panel()->view();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, view->rect().center(), view->mapToGlobal(view->rect().center()));
    QApplication::sendEvent(view, &asked);
    QMenu *menu = nullptr;
    REQUIRE(until([&] {
        menu = page->findChild<QMenu *>();
        return menu && menu->isVisible();
    }));
    for (int step = 0; step < 30; ++step) {
        if (menu->activeAction() && menu->activeAction()->text().startsWith(entry))
            break;
        QTest::keyClick(menu, Qt::Key_Down);
    }
    REQUIRE(menu->activeAction());
    REQUIRE(menu->activeAction()->text().startsWith(entry));
    QTest::keyClick(menu, Qt::Key_Return);
    Q_UNUSED(desk);
}

ui::PagesDialog *shownPages(DeskWindow &desk)
{
    ui::PagesDialog *dialog = nullptr;
    until([&] {
        dialog = desk.window().findChild<ui::PagesDialog *>();
        return dialog && dialog->isVisible();
    });
    return dialog;
}

/// The form of a sheet over the window; pages may have forms of their own.
ui::Form *shownForm(DeskWindow &desk)
{
    ui::Form *shown = nullptr;
    until([&] {
        for (ui::Form *form : desk.window().findChildren<ui::Form *>())
            if (form->isVisible())
                shown = form;
        return shown != nullptr;
    });
    return shown;
}

void closePages(DeskWindow &desk, ui::PagesDialog *dialog)
{
    QTest::keyClick(dialog, Qt::Key_Escape);
    REQUIRE(until([&] { return desk.window().findChild<ui::PagesDialog *>() == nullptr; }));
    // A window system gives the window back its keys; here nobody does.
    desk.window().activateWindow();
}

int pageCount(const ui::PagesDialog *dialog)
{
    return dialog->findChild<ui::PageView *>()->pageCount();
}

/// Takes a path in the file dialog that is open.
void take(DeskWindow &desk, const QString &path)
{
    QFileDialog *dialog = nullptr;
    REQUIRE(until([&] { return (dialog = desk.window().findChild<QFileDialog *>()) != nullptr; }));
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

qint64 selectTwo(DeskWindow &desk, ui::ListPage *page)
{
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Home, Qt::ControlModifier);
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(page->panel()->view()->selectedIds().size() == 2);
    return page->panel()->view()->selectedIds().front();
}

} // namespace

TEST_CASE("Shift+F10 opens the menu of the selected rows where the keyboard has no key for it")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_F10, Qt::ShiftModifier);
    REQUIRE(until([&] {
        const QMenu *menu = page->findChild<QMenu *>();
        return menu && menu->isVisible();
    }));
    page->findChild<QMenu *>()->close();
}

TEST_CASE("Ctrl+P shows the pages of the list as it stands, and Escape closes them")
{
    DeskWindow desk;
    for (const char *name : {"members", "activities", "finance"}) {
        CAPTURE(name);
        auto *page = desk.go(name);
        desk.press(Qt::Key_P, Qt::ControlModifier);
        ui::PagesDialog *dialog = shownPages(desk);
        REQUIRE(dialog);
        CHECK(pageCount(dialog) >= 1);
        CHECK(dialog->windowTitle() == page->title() + QStringLiteral("（全部）"));
        closePages(desk, dialog);
    }
}

TEST_CASE("what is printed is what is shown: columns in their order, rows found, the search in words")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    page->panel()->view()->setColumnHidden(1, true);
    desk.press(Qt::Key_F3);
    desk.type("jfkj");
    REQUIRE(until([&] { return page->panel()->model()->isComplete() && rowCount(page) < 127; }));
    const desk::ListPrint print = ui::shownList(*page->panel(), page->title());
    CHECK(print.ids == page->panel()->model()->ids());
    CHECK(print.filters.contains("jfkj"));
    CHECK(print.columns.contains("code"));
    CHECK_FALSE(print.columns.contains(page->panel()->model()->definition().columns[1].key));
}

TEST_CASE("an empty list is not printed and says why")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    desk.press(Qt::Key_F3);
    desk.type("zzzzzzzz");
    REQUIRE(until([&] { return rowCount(page) == 0; }));
    desk.press(Qt::Key_P, Qt::ControlModifier);
    CHECK(desk.says(QStringLiteral("列表是空的")));
}

TEST_CASE("certificates are made by keys, and their numbers are kept")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const qint64 first = selectTwo(desk, page);
    choose(desk, page, QStringLiteral("会员证书"));
    ui::Form *form = shownForm(desk);
    REQUIRE(form);
    CHECK_FALSE(form->field("date")->text().isEmpty());
    form->field("date")->setText("2021-12-01");
    REQUIRE(form->save());
    ui::PagesDialog *dialog = shownPages(desk);
    REQUIRE(dialog);
    CHECK(pageCount(dialog) == 2);
    const auto member = members::MemberService(desk.application().session()).get(MemberId(first));
    CHECK(member.details.certificateNo.startsWith("2021-"));
    dialog->close();
}

TEST_CASE("registration form and dossier show one page or more a member")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    selectTwo(desk, page);
    for (const char *entry : {"会员登记表", "一企一档", "打印寄送清单"}) {
        CAPTURE(entry);
        choose(desk, page, QString::fromUtf8(entry));
        ui::PagesDialog *dialog = shownPages(desk);
        REQUIRE(dialog);
        CHECK(pageCount(dialog) >= (QString::fromUtf8(entry) == "打印寄送清单" ? 1 : 2));
        dialog->close();
        REQUIRE(until([&] { return desk.window().findChild<ui::PagesDialog *>() == nullptr; }));
    }
}

TEST_CASE("letters are made from the menu, and the member's leaf tells of them")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const qint64 first = selectTwo(desk, page);
    choose(desk, page, QStringLiteral("邀请函"));
    ui::LetterForm *form = nullptr;
    REQUIRE(until([&] { return (form = desk.window().findChild<ui::LetterForm *>()) && form->isVisible(); }));
    // The template's own questions are asked, and one that must be answered is said under its field.
    CHECK_FALSE(form->save());
    CHECK_FALSE(form->field("event")->shownFault().isEmpty());
    form->field("event")->setText(QStringLiteral("会员大会"));
    form->field("time")->setText(QStringLiteral("12月20日"));
    form->field("place")->setText(QStringLiteral("会议中心"));
    REQUIRE(form->save());
    const QString folder = desk.path("letters");
    take(desk, folder);
    REQUIRE(until([&] { return desk.says(QStringLiteral("已生成 2 封函件")); }));
    CHECK(QDir(folder).entryList({"*.docx"}).size() == 2);
    CHECK(members::LetterService(desk.application().session()).ofMember(MemberId(first)).size() == 1);
}

TEST_CASE("a preview of letters is shown and not noted")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const qint64 first = selectTwo(desk, page);
    choose(desk, page, QStringLiteral("确认函"));
    ui::LetterForm *form = nullptr;
    REQUIRE(until([&] { return (form = desk.window().findChild<ui::LetterForm *>()) && form->isVisible(); }));
    form->field("to")->setText(QStringLiteral("某某招标公司"));
    form->field("purpose")->setText(QStringLiteral("投标"));
    form->field("letterTarget")->setText(QStringLiteral("先看一看（不记入往来函件）"));
    REQUIRE(form->save());
    ui::PagesDialog *dialog = shownPages(desk);
    REQUIRE(dialog);
    CHECK(pageCount(dialog) == 2);
    CHECK(members::LetterService(desk.application().session()).ofMember(MemberId(first)).empty());
    dialog->close();
}
