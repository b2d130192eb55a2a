#include "finance/entries/entry_service.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/pages/desk_window.h"

#include <QApplication>
#include <QClipboard>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::test;

// The keys beyond the text typed are those of the table of ten tasks.

namespace {

int requiredFields(const ui::Form &form)
{
    const auto fields = form.findChildren<ui::Field *>();
    return static_cast<int>(
        std::count_if(fields.begin(), fields.end(), [](const ui::Field *field) { return field->isRequired(); }));
}

} // namespace

TEST_CASE("a member is found and the phone copied by one hotkey, four initials and one copy")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    desk.countFromHere();
    desk.press(Qt::Key_F, Qt::ControlModifier);
    desk.type("jfkj");
    CHECK(cell(members, 0, "name") == QStringLiteral("金发科技"));
    desk.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(QApplication::clipboard()->text() == "13800000001");
    CHECK(desk.keys() == 2);
}

TEST_CASE("a member enrols by Enter alone, with three required fields of eight")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(members->openedForm());
    CHECK(members->openedForm()->findChildren<ui::Field *>().size() <= 8);
    CHECK(requiredFields(*members->openedForm()) == 3);
    desk.countFromHere();
    desk.type(QStringLiteral("示例新入会材料有限公司"));
    for (int i = 0; i < 5; ++i)
        desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("示例联络员"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    desk.type("13800009999");
    desk.press(Qt::Key_Return);
    CHECK(desk.keys() == 8);
    INFO(formText(members));
    REQUIRE(members->openedForm() == nullptr);
    CHECK(desk.says(QStringLiteral("已保存")));
    CHECK(rowCount(members) == before + 1);
    CHECK(cell(members, before, "name") == QStringLiteral("示例新入会材料有限公司"));
    CHECK(cell(members, before, "contactPhone") == "13800009999");
}

TEST_CASE("an expense is entered by at most six Enters, with what the last one had")
{
    DeskWindow desk;
    auto *finance = desk.go("finance");
    const int before = rowCount(finance);
    const auto enter = [&](const QString &amount, const QString &summary) {
        desk.press(Qt::Key_N, Qt::ControlModifier);
        REQUIRE(finance->openedForm());
        if (amount == "88") // the second one proposes the day of the first
            CHECK(finance->openedForm()->field("date")->text() == "2021-12-31");
        else
            desk.inTheExamplesYear(finance);
        REQUIRE_FALSE(finance->openedForm()->field("category")->isEmpty());
        REQUIRE_FALSE(finance->openedForm()->field("account")->isEmpty());
        CHECK(finance->openedForm()->field("amount")->editor()->hasFocus());
        desk.countFromHere();
        desk.type(amount);
        for (int i = 0; i < 3; ++i)
            desk.press(Qt::Key_Return);
        desk.type(summary);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
        CHECK(desk.keys() <= 6);
        INFO(formText(finance));
        REQUIRE(finance->openedForm() == nullptr);
    };
    enter("1200*3", QStringLiteral("会场租金"));
    CHECK(rowCount(finance) == before + 1);
    const auto id = finance->panel()->view()->currentId();
    REQUIRE(id);
    const auto entry = finance::EntryService(desk.application().session()).entry(VoucherId(*id));
    REQUIRE(entry);
    CHECK(entry->details.amount.fen() == 360000);
    CHECK(entry->details.summary == QStringLiteral("会场租金"));
    CHECK(entry->details.documentCount == 1);

    enter("88", QStringLiteral("快递"));
    const auto next
        = finance::EntryService(desk.application().session()).entry(VoucherId(*finance->panel()->view()->currentId()));
    REQUIRE(next);
    CHECK(next->details.date == entry->details.date);
    CHECK(next->details.category == entry->details.category);
    CHECK(next->details.account == entry->details.account);
}

TEST_CASE("an event is made of five fields, a service row of five")
{
    struct Task {
        const char *page;
        QStringList typed; ///< empty takes what is proposed
    };
    const Task task
        = GENERATE(Task{"activities", {QStringLiteral("示例交流会"), {}, "20220314", QStringLiteral("联盟会议室"), {}}},
            Task{"casework", {QStringLiteral("示例设备更新咨询"), {}, QStringLiteral("金发科技"), {}, {}}});
    CAPTURE(task.page);
    DeskWindow desk;
    auto *page = desk.go(task.page);
    const int before = rowCount(page);
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->openedForm());
    desk.countFromHere();
    for (int i = 0; i < task.typed.size(); ++i) {
        if (i > 0)
            desk.press(Qt::Key_Return);
        if (task.typed[i].isEmpty())
            continue;
        desk.press(Qt::Key_A, Qt::ControlModifier);
        desk.type(task.typed[i]);
    }
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(page->openedForm() == nullptr);
    CHECK(desk.keys() <= 10);
    CHECK(rowCount(page) == before + 1);
}

TEST_CASE("a sign-up list from WeChat goes into an event by one key")
{
    DeskWindow desk;
    auto *events = desk.go("activities");
    const QString before = cell(events, 0, "attendeeCount");
    QApplication::clipboard()->setText(QStringLiteral("#接龙\n示例交流会 周五下午\n\n1. 金发科技 示例甲 13800000001\n"
                                                      "2. 示例华新新能源材料有限公司 2人\n3. 示例新来者有限公司\n"));
    desk.countFromHere();
    desk.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    INFO(formText(events));
    CHECK(desk.keys() <= 4);
    CHECK(desk.says(QStringLiteral("名单加了 2 行，1 行已在名单里")));
    CHECK(DeskWindow::labels(events).contains(QStringLiteral("示例新来者有限公司")));
    desk.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.says(QStringLiteral("没有新的报名")));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(DeskWindow::labels(events).contains(QStringLiteral("示例新来者有限公司")));
}
