#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/pages/desk_window.h"
#include "ui/shell/go_to.h"
#include "ui/shell/keys_sheet.h"

#include <QPushButton>

#include <catch2/catch.hpp>

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

TEST_CASE("撤销 of an older message takes back its own deletion, not the last one")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const QString first = cell(members, 0, "name");
    const QString second = cell(members, 1, "name");
    desk.press(Qt::Key_Delete);
    REQUIRE(until([&] { return rowCount(members) == 126; }));
    desk.press(Qt::Key_Delete);
    REQUIRE(until([&] { return rowCount(members) == 125; }));
    const auto bars = desk.window().findChildren<ui::MessageBar *>();
    REQUIRE(bars.size() >= 2);
    for (QPushButton *button : bars.first()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("撤销"))
            button->click();
    }
    REQUIRE(until([&] { return rowCount(members) == 126; }));
    CHECK(cell(members, 0, "name") == first);
    CHECK(cell(members, 1, "name") != second);
}
