#include "activities/attendees/attendee_service.h"
#include "casework/steps/step_service.h"
#include "finance/entries/entry_service.h"
#include "finance/finance_setup.h"
#include "members/member_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "session/history/change_history.h"
#include "ui/common/detail_pane.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"
#include "ui/records/form_sheet.h"

#include <QPushButton>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

/// Turns to the leaf 历史 of the current record; what it says.
QString historyShown(DeskWindow &desk, ui::ListPage *page)
{
    settle();
    page->panel()->view()->setFocus();
    for (int turns = 0; turns < 12 && page->detail()->currentTab() != QStringLiteral("历史"); ++turns)
        desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    REQUIRE(page->detail()->currentTab() == QStringLiteral("历史"));
    return DeskWindow::labels(page->detail());
}

std::vector<QPushButton *> buttons(const QWidget *below, const QString &text)
{
    std::vector<QPushButton *> found;
    for (QPushButton *one : below->findChildren<QPushButton *>()) {
        if (one->text() == text && one->isVisible())
            found.push_back(one);
    }
    return found;
}

qint64 currentId(const ui::ListPage *page)
{
    return page->panel()->view()->currentId().value();
}

/// An entry of the example made anew as a draft, and the row of it selected.
VoucherId draftLikeFirst(DeskWindow &desk, ui::ListPage *page)
{
    finance::EntryService service(desk.application().session());
    finance::EntryDetails details = service.entry(VoucherId(currentId(page)))->details;
    details.amount = Money::fromFen(100'00);
    details.receipt = {};
    details.noDocumentReason = QStringLiteral("示例原因");
    details.summary = QStringLiteral("示例摘要");
    const VoucherId id = service.record(details);
    settle();
    until([&] { return page->panel()->model()->rowOf(id.value()).has_value(); });
    page->panel()->view()->selectId(id.value());
    settle();
    return id;
}

} // namespace

TEST_CASE("the leaf 历史 of an entry says what became of its lines; only what stands alone is taken back")
{
    DeskWindow desk;
    auto *page = desk.go("finance");
    const VoucherId id = draftLikeFirst(desk, page);
    finance::EntryService service(desk.application().session());
    finance::Entry entry = service.entry(id).value();
    entry.details.amount = Money::fromFen(250'00);
    entry.details.noDocumentReason = QStringLiteral("示例另一原因");
    service.update(id, entry.revision, entry.details);
    const QString shown = historyShown(desk, page);
    CAPTURE(shown.toStdString());
    CHECK(shown.contains(QStringLiteral("明细新增：")));
    CHECK(shown.contains(QStringLiteral("金额：100.00 → 250.00")));
    CHECK(shown.contains(QStringLiteral("无附件原因：示例原因 → 示例另一原因")));
    const auto reverts = buttons(page->detail(), QStringLiteral("恢复此项"));
    REQUIRE(reverts.size() == 1);
    QTest::keyClick(reverts.front(), Qt::Key_Space);
    settle();
    CHECK(service.entry(id)->details.noDocumentReason == QStringLiteral("示例原因"));
    CHECK(service.entry(id)->details.amount == Money::fromFen(250'00));
}

TEST_CASE("a posted entry takes nothing back: its history offers the reversal")
{
    DeskWindow desk;
    auto *page = desk.go("finance");
    const VoucherId id = draftLikeFirst(desk, page);
    finance::EntryService service(desk.application().session());
    finance::Entry entry = service.entry(id).value();
    entry.details.noDocumentReason = QStringLiteral("示例另一原因");
    service.update(id, entry.revision, entry.details);
    service.post({id});
    finance::FinanceSetup(desk.application().session())
        .start(finance::BooksStart{desk.application().session().clock().today().year(), {}, {}, {}});
    const QString shown = historyShown(desk, page);
    CAPTURE(shown.toStdString());
    CHECK(shown.contains(QStringLiteral("不再逐项恢复")));
    CHECK(shown.contains(QStringLiteral("示例另一原因")));
    CHECK_FALSE(shown.contains(QStringLiteral("科目编号"))); // what posting copies is no change of anybody
    CHECK(buttons(page->detail(), QStringLiteral("恢复此项")).empty());
    const auto reversal = buttons(page->detail(), QStringLiteral("冲销这一笔…"));
    REQUIRE(reversal.size() == 1);
    QTest::keyClick(reversal.front(), Qt::Key_Space);
    settle();
    auto *sheet = desk.window().findChild<ui::FormSheet *>();
    REQUIRE(sheet);
    desk.type(QStringLiteral("示例冲销"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(until([&] { return service.entry(id)->isReversed; }));
}

TEST_CASE("the names of an event come and go in its history, and a name is taken back alone")
{
    DeskWindow desk;
    auto *page = desk.go("activities");
    const ActivityId id(currentId(page));
    activities::AttendeeService service(desk.application().session());
    activities::AttendeeDetails line;
    line.nameAsGiven = QStringLiteral("示例子");
    activities::AttendeeDetails other;
    other.nameAsGiven = QStringLiteral("示例丑");
    service.add(id, {line, other});
    const auto stored = [&](const QString &name) {
        const auto all = service.ofActivity(id);
        return *std::ranges::find_if(all, [&](const auto &one) { return one.details.nameAsGiven == name; });
    };
    activities::AttendeeDetails changed = stored(line.nameAsGiven).details;
    changed.headCount = 3;
    service.update(stored(line.nameAsGiven).id, stored(line.nameAsGiven).revision, changed);
    service.remove(stored(other.nameAsGiven).id, stored(other.nameAsGiven).revision);
    const QString shown = historyShown(desk, page);
    CAPTURE(shown.toStdString());
    CHECK(shown.contains(QStringLiteral("名单新增：示例子、示例丑")));
    CHECK(shown.contains(QStringLiteral("名单删去：示例丑")));
    CHECK(shown.contains(QStringLiteral("名单 示例子·人数：1 → 3")));
    const auto reverts = buttons(page->detail(), QStringLiteral("恢复此项"));
    REQUIRE(reverts.size() == 1);
    QTest::keyClick(reverts.front(), Qt::Key_Space);
    settle();
    CHECK(stored(line.nameAsGiven).details.headCount == 1);
}

TEST_CASE("the history of a level says its day and its document, and the level of who left ends")
{
    DeskWindow desk;
    auto &session = desk.application().session();
    auto *page = desk.go("members");
    members::MemberService service(session);
    const MemberId id(currentId(page));
    const QDate day = session.clock().today().addDays(-3);
    service.changeLevel(id, members::MemberLevel::Chair, day, {}, QStringLiteral("联〔2021〕3号"));
    const QString said = QStringLiteral("（%1起，联〔2021〕3号）").arg(day.toString(Qt::ISODate));
    CHECK(historyShown(desk, page).contains(said));
    const members::Member member = service.get(id);
    service.leave(id, member.revision, day.addDays(2), QStringLiteral("示例"));
    page->panel()->view()->selectId(id.value());
    settle();
    for (int turns = 0; turns < 12 && page->detail()->currentTab() != QStringLiteral("级别职务"); ++turns)
        desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    const QString span = QStringLiteral("%1 至 %2").arg(day.toString(Qt::ISODate), day.addDays(1).toString(Qt::ISODate));
    CHECK(DeskWindow::labels(page->detail()).contains(span));
}

TEST_CASE("every page's history knows the rows that belong to its record")
{
    DeskWindow desk;
    session::Session &session = desk.application().session();
    auto *cases = desk.go("casework");
    casework::StepDetails step;
    step.onDate = session.clock().today();
    step.content = QStringLiteral("示例回访");
    casework::StepService(session).add(CaseId(currentId(cases)), step);
    CHECK(historyShown(desk, cases).contains(QStringLiteral("办理记录新增：跟进")));

    auto *units = desk.go("units");
    parties::UnitFactService(session).put(parties::UnitRoleDetails{
        UnitId(currentId(units)), parties::UnitRoleKind::Supplier, QDate(2021, 1, 1), {}, QStringLiteral("示例")});
    CHECK(historyShown(desk, units).contains(QStringLiteral("身份新增：供应商")));

    auto *members = desk.go("members");
    const UnitId unit = members::MemberService(session).get(MemberId(currentId(members))).unit.value();
    parties::UnitFactService(session).put(
        parties::UnitRoleDetails{unit, parties::UnitRoleKind::Media, QDate(2021, 1, 1), {}, {}});
    CHECK(historyShown(desk, members).contains(QStringLiteral("身份新增：")));
    members::MemberService service(session);
    const MemberId member(currentId(members));
    service.suspend(member, service.get(member).revision, QDate(2021, 9, 1), QStringLiteral("示例"));
    service.resume(member, service.get(member).revision, QDate(2021, 10, 1));
    CHECK(historyShown(desk, members).contains(QStringLiteral("暂停时段新增：2021-09-01起（至2021-10-01）")));

    for (const char *name : {"plan", "people", "observations", "vouchers"}) {
        CAPTURE(name);
        auto *page = desk.go(name);
        CHECK_FALSE(historyShown(desk, page).isEmpty());
    }
}
