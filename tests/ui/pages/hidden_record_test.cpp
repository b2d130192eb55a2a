// What was saved and is hidden by the filter of its list.
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/pages/desk_window.h"

#include <QPushButton>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::test;

TEST_CASE("a new member that the filter hides is told and shown by 查看; one that it shows is only saved")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const int all = rowCount(page);
    page->search()->setFocus();
    desk.type(QStringLiteral("示例"));
    REQUIRE(until([&] { return page->panel()->model()->state().isFiltered(); }));
    const auto enrol = [&](const char *name) {
        page->panel()->view()->setFocus();
        desk.press(Qt::Key_N, Qt::ControlModifier);
        REQUIRE(page->openedForm());
        desk.type(QString::fromUtf8(name));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        INFO(formText(page));
        REQUIRE(until([&] { return page->openedForm() == nullptr; }));
        settle();
    };
    enrol("示例看得见材料有限公司");
    CHECK(desk.says(QStringLiteral("已保存")));
    CHECK_FALSE(desk.says(QStringLiteral("不在当前筛选里")));
    enrol("隐藏在外材料有限公司");
    REQUIRE(desk.says(QStringLiteral("已新增 隐藏在外材料有限公司，不在当前筛选里")));
    // Nobody else's record takes its place.
    CHECK_FALSE(page->panel()->view()->currentId());
    CHECK(page->panel()->view()->selectedIds().empty());
    CHECK(DeskWindow::labels(page->detail()).contains(QStringLiteral("在左边选一条")));
    for (QPushButton *button : desk.window().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("查看"))
            button->setFocus();
    }
    desk.press(Qt::Key_Space);
    REQUIRE(until([&] { return rowCount(page) == all + 2; }));
    settle();
    CHECK(page->search()->text().isEmpty());
    const auto row = page->panel()->model()->rowOf(page->panel()->view()->currentId().value());
    REQUIRE(row);
    CHECK(cell(page, *row, "name") == QStringLiteral("隐藏在外材料有限公司"));
    CHECK(page->panel()->view()->hasFocus());
}
