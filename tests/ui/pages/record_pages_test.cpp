#include "members/member_service.h"
#include "session/session.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/pages/desk_window.h"
#include "ui/records/form_sheet.h"
#include "ui/records/imports/sheet_import_sheet.h"
#include "ui/shell/go_to.h"
#include "ui/shell/keys_sheet.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

struct PageCase {
    const char *name;
    int rows; ///< of the example
    QString search;
    QString found; ///< in the first row
    QString column;
    QString field; ///< that is asked for when a new record is saved empty
};

std::vector<PageCase> pageCases()
{
    return {{"members", 127, "jfkj", QStringLiteral("金发科技"), "name", "unit.name"},
        {"activities", 29, "hyqyndjlh", QStringLiteral("会员企业年度交流会"), "name", "name"},
        {"casework", 66, "sttzczx", QStringLiteral("首台套政策咨询"), "title", "title"},
        {"finance", 161, "fyhs", QStringLiteral("付印花税"), "summary", "amount"},
        {"plan", 13, "fzxzhy", QStringLiteral("发展新增会员"), "title", "title"},
        {"units", 162, "httx", QStringLiteral("航天拓鑫"), "name", "name"}};
}

} // namespace

TEST_CASE("each page shows the example's rows and finds one by initials")
{
    DeskWindow desk;
    for (const PageCase &one : pageCases()) {
        CAPTURE(one.name);
        auto *page = desk.go(one.name);
        CHECK(rowCount(page) == one.rows);
        CHECK(page->panel()->view()->hasFocus());
        desk.press(Qt::Key_F3);
        desk.type(one.search);
        REQUIRE(rowCount(page) >= 1);
        CHECK(rowCount(page) < one.rows);
        if (!one.found.isEmpty())
            CHECK(cell(page, 0, one.column).startsWith(one.found));
        page->search()->clear();
        CHECK(until([&] { return rowCount(page) == one.rows; }));
    }
}

TEST_CASE("a form tells what is missing under the field, and Escape keeps what was typed")
{
    DeskWindow desk;
    for (const PageCase &one : pageCases()) {
        CAPTURE(one.name);
        auto *page = desk.go(one.name);
        desk.press(Qt::Key_N, Qt::ControlModifier);
        REQUIRE(page->openedForm());
        desk.press(Qt::Key_S, Qt::ControlModifier);
        REQUIRE(page->openedForm());
        CHECK_FALSE(page->openedForm()->field(one.field)->shownFault().isEmpty());
        page->openedForm()->field(one.field)->editor()->setFocus();
        desk.type("77");
        desk.press(Qt::Key_Escape);
        if (page->openedForm())
            desk.press(Qt::Key_Escape); // the first one closed a list of suggestions
        REQUIRE(page->openedForm() == nullptr);
        CHECK(desk.says(QStringLiteral("留作草稿")));
        desk.press(Qt::Key_N, Qt::ControlModifier);
        REQUIRE(page->openedForm());
        CHECK(DeskWindow::labels(page->openedForm()).contains(QStringLiteral("没有保存的内容")));
        CHECK(page->openedForm()->field(one.field)->text().contains("77"));
        desk.press(Qt::Key_Escape);
        if (page->openedForm())
            desk.press(Qt::Key_Escape);
    }
}

TEST_CASE("F2 opens the record as it is, and saving it unchanged changes nothing")
{
    DeskWindow desk;
    for (const char *name : {"members", "activities", "casework", "plan", "units", "observations"}) {
        CAPTURE(name);
        auto *page = desk.go(name);
        const int before = rowCount(page);
        std::vector<QString> cells;
        for (int column = 0; column < page->panel()->model()->columnCount(); ++column)
            cells.push_back(page->panel()->model()->index(0, column).data().toString());
        desk.press(Qt::Key_F2);
        REQUIRE(page->openedForm());
        desk.press(Qt::Key_S, Qt::ControlModifier);
        INFO(formText(page));
        REQUIRE(page->openedForm() == nullptr);
        CHECK(rowCount(page) == before);
        for (int column = 0; column < page->panel()->model()->columnCount(); ++column) {
            CAPTURE(column);
            CHECK(page->panel()->model()->index(0, column).data().toString() == cells[static_cast<size_t>(column)]);
        }
    }
}

TEST_CASE("what was added goes by Ctrl+Z and comes back by Ctrl+Y; Del is undone too")
{
    DeskWindow desk;
    struct Added {
        const char *page;
        QString first;
        QString field;
    };
    const std::vector<Added> cases{{"members", QStringLiteral("示例撤销材料有限公司"), "unit.name"},
        {"activities", QStringLiteral("示例撤销活动"), "name"}, {"casework", QStringLiteral("示例撤销事项"), "title"},
        {"finance", "12.34", "amount"}, {"plan", QStringLiteral("示例撤销目标"), "title"},
        {"units", QStringLiteral("示例撤销单位"), "name"}};
    for (const Added &one : cases) {
        CAPTURE(one.page);
        auto *page = desk.go(one.page);
        const int before = rowCount(page);
        desk.press(Qt::Key_N, Qt::ControlModifier);
        REQUIRE(page->openedForm());
        if (page->openedForm()->field("date"))
            desk.inTheExamplesYear(page);
        if (auto *target = page->openedForm()->field("target"))
            target->setText("5");
        page->openedForm()->field(one.field)->editor()->setFocus();
        desk.type(one.first);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        INFO(formText(page));
        REQUIRE(page->openedForm() == nullptr);
        CHECK(rowCount(page) == before + 1);
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        CHECK(until([&] { return rowCount(page) == before; }));
        desk.press(Qt::Key_Y, Qt::ControlModifier);
        CHECK(until([&] { return rowCount(page) == before + 1; }));
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        CHECK(until([&] { return rowCount(page) == before; }));
    }
}

TEST_CASE("Del removes at once and Ctrl+Z brings the record back")
{
    DeskWindow desk;
    for (const char *name : {"activities", "casework", "plan", "members"}) {
        CAPTURE(name);
        auto *page = desk.go(name);
        const int before = rowCount(page);
        const auto id = page->panel()->view()->currentId();
        desk.press(Qt::Key_Delete);
        CHECK(until([&] { return rowCount(page) == before - 1; }));
        CHECK(desk.says(QStringLiteral("已删除1条")));
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        CHECK(until([&] { return rowCount(page) == before; }));
        CHECK(page->panel()->model()->rowOf(*id));
    }
}

TEST_CASE("the window is walked by Ctrl and a number, Ctrl+K and F1")
{
    DeskWindow desk;
    const QStringList names{"board", "members", "activities", "casework", "finance", "plan", "report"};
    for (int i = 0; i < names.size(); ++i) {
        desk.press(Qt::Key_1 + i, Qt::ControlModifier);
        CHECK(desk.window().currentPage()->objectName() == names[i]);
        CHECK_FALSE(desk.window().currentPage()->helpText().isEmpty());
    }
    const std::pair<QString, const char *> hits[]{{"jfkj", "members"}, {"hyqyndjlh", "activities"}, {"sttzczx", "casework"}};
    for (const auto &[typed, page] : hits) {
        CAPTURE(typed);
        desk.press(Qt::Key_K, Qt::ControlModifier);
        REQUIRE(desk.window().findChild<ui::GoTo *>());
        desk.type(typed);
        desk.press(Qt::Key_Return);
        CHECK(desk.window().currentPage()->objectName() == page);
        CHECK_FALSE(desk.window().findChild<ui::GoTo *>());
    }
    desk.press(Qt::Key_F1);
    auto *sheet = desk.window().findChild<ui::KeysSheet *>();
    REQUIRE(sheet);
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("服务台账")));
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(desk.window().findChild<ui::KeysSheet *>());
}

TEST_CASE("every key that a page registers is on the sheet of F1 there")
{
    DeskWindow desk;
    int seen = 0;
    for (ui::Page *page : desk.window().findChildren<ui::Page *>()) {
        if (page->title().isEmpty())
            continue;
        desk.window().showPage(page);
        settle();
        if (desk.window().currentPage() != page)
            continue;
        CAPTURE(page->objectName().toStdString());
        const ui::KeysSheet sheet(page, &desk.window());
        QStringList told;
        for (const QLabel *label : sheet.findChildren<QLabel *>())
            told << label->text().split(QStringLiteral("  "));
        const auto check = [&](const QKeySequence &keys) {
            if (keys.isEmpty())
                return;
            QString text = keys.toString(QKeySequence::NativeText);
            text.replace(QStringLiteral("PgDown"), QStringLiteral("PgDn"));
            static const QRegularExpression numbered(QStringLiteral("^(Ctrl|Alt)\\+[1-9]$"));
            // PgUp goes back as PgDn goes on: one line for both.
            const bool isTold = told.contains(text) || text == QStringLiteral("Ctrl+PgUp")
                || (numbered.match(text).hasMatch()
                    && std::ranges::any_of(told, [&](const QString &one) { return one.startsWith(text.chopped(1) + "1 …"); }));
            CAPTURE(text.toStdString());
            CHECK(isTold);
            ++seen;
        };
        for (const QShortcut *shortcut : desk.window().findChildren<QShortcut *>()) {
            const auto *owner = qobject_cast<QWidget *>(shortcut->parent());
            if (owner == &desk.window() || owner == page || page->isAncestorOf(owner))
                check(shortcut->key());
        }
        for (const QAbstractButton *button : page->findChildren<QAbstractButton *>())
            check(button->shortcut());
    }
    CHECK(seen > 100);
}

TEST_CASE("rows that are pasted into a line of a form are kept out, and imported from there when asked")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    ui::Form *form = page->openedForm();
    REQUIRE(form);
    form->field("contact.name")->editor()->setFocus();
    desk.type(QStringLiteral("示例联络员"));
    QApplication::clipboard()->setText(QStringLiteral("单位全称\t电话\n示例甲公司\t13800000001\n示例乙公司\t13800000002\n"));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(form->field("contact.name")->text() == QStringLiteral("示例联络员"));
    CHECK(desk.says(QStringLiteral("剪贴板里是 3 行表格")));
    for (QPushButton *button : desk.window().findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("导入这些行"))
            button->click();
    }
    CHECK(until([&] { return desk.window().findChild<ui::SheetImportSheet *>() != nullptr; }));
    CHECK_FALSE(page->openedForm());
}

TEST_CASE("a small form says whose it is")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const QString name = cell(page, 0, "name");
    desk.press(Qt::Key_L, Qt::ControlModifier);
    auto *sheet = desk.window().findChild<ui::FormSheet *>();
    REQUIRE(sheet);
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("：") + name));
}

TEST_CASE("everything that Ctrl+K finds has a page that shows it")
{
    DeskWindow desk;
    desk::GlobalSearch search(desk.application().session());
    int seen = 0;
    for (const char *typed : {"slj", "2021", "13800000001", "hy", "yhs"}) {
        for (const desk::SearchHit &hit : search.find(typed, 3)) {
            CAPTURE(hit.listKey.toStdString(), hit.id);
            const auto pages = desk.window().findChildren<ui::Page *>();
            CHECK(std::any_of(pages.begin(), pages.end(), [&](ui::Page *page) { return page->reveal(hit.listKey, hit.id); }));
            ++seen;
        }
    }
    CHECK(seen > 10);
}

TEST_CASE("撤销 of a message takes back its own deletion, not what was done since")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const QString first = cell(members, 0, "name");
    const QString second = cell(members, 1, "name");
    desk.press(Qt::Key_Delete);
    REQUIRE(until([&] { return rowCount(members) == 126; }));
    members::MemberService service(desk.application().session());
    const members::Member other = service.get(MemberId(members->panel()->view()->currentId().value()));
    service.remove(other.id, other.revision);
    REQUIRE(until([&] { return rowCount(members) == 125; }));
    const auto bars = desk.window().findChildren<ui::MessageBar *>();
    REQUIRE(bars.size() == 1);
    for (QPushButton *button : bars.first()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("撤销"))
            button->click();
    }
    REQUIRE(until([&] { return rowCount(members) == 126; }));
    CHECK(cell(members, 0, "name") == first);
    CHECK(cell(members, 1, "name") != second);
}
