#include "base/chinese/credit_code.h"
#include "members/member_service.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/fields/ticks_field.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"
#include "ui/parties/contact_list.h"
#include "ui/parties/merge_sheet.h"
#include "ui/parties/unit_page.h"

#include <QClipboard>
#include <QPushButton>
#include <QTableWidget>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

/// The contacts of the current record, with the focus in them.
ui::ContactList *openContacts(ui::ListPage *page)
{
    auto *pane = page->findChild<ui::DetailPane *>();
    for (int turns = 0; turns < 9 && pane->currentTab() != QStringLiteral("联系人"); ++turns)
        pane->turnTab(1);
    settle();
    auto *list = page->findChild<ui::ContactList *>();
    if (list)
        list->setFocus();
    settle();
    return list;
}

/// The one that is in sight: the pane before it may still be about to go.
ui::ContactList *contactsInSight(ui::ListPage *page)
{
    for (ui::ContactList *list : page->findChildren<ui::ContactList *>()) {
        if (list->isVisible())
            return list;
    }
    return nullptr;
}

ui::Form *formInSight(DeskWindow &desk)
{
    for (ui::Form *form : desk.window().findChildren<ui::Form *>()) {
        if (form->isVisible())
            return form;
    }
    return nullptr;
}

UnitId unitOfRow(DeskWindow &desk, ui::ListPage *page)
{
    const qint64 id = *page->panel()->view()->currentId();
    if (page->objectName() == "units")
        return UnitId(id);
    return members::MemberService(desk.application().session()).get(MemberId(id)).unit.value();
}

bool hasButton(DeskWindow &desk, const QString &text)
{
    const auto buttons = desk.window().findChildren<QPushButton *>();
    return std::any_of(
        buttons.begin(), buttons.end(), [&](const QPushButton *button) { return button->isVisible() && button->text() == text; });
}

} // namespace

TEST_CASE("contacts are added, changed, made primary and ended by keys, and what was done is undone")
{
    DeskWindow desk;
    const char *name = GENERATE("members", "units");
    CAPTURE(name);
    auto *page = desk.go(name);
    const UnitId unit = unitOfRow(desk, page);
    parties::ContactService contacts(desk.application().session());
    const size_t before = contacts.ofUnit(unit).size();
    REQUIRE(openContacts(page));

    desk.press(Qt::Key_Insert);
    ui::Form *form = formInSight(desk);
    REQUIRE(form);
    CHECK(form->field("name")->editor()->hasFocus());
    desk.type(QStringLiteral("测试丁"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("丁总"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("财务部"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("会计"));
    desk.press(Qt::Key_Return);
    desk.type("13800008888");
    for (int i = 0; i < 3; ++i)
        desk.press(Qt::Key_Return);
    CHECK(qobject_cast<ui::TicksField *>(form->field("topics"))->editor()->hasFocus());
    desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return contacts.ofUnit(unit).size() == before + 1; }));
    settle();
    const parties::Contact added = contacts.ofUnit(unit).back();
    CHECK(added.details.department == QStringLiteral("财务部"));
    CHECK(added.details.topics == QStringList{QStringLiteral("日常联络"), QStringLiteral("会费")});

    // The pane was filled anew; the list goes on with the focus.
    REQUIRE(until([&] { return contactsInSight(page) && contactsInSight(page)->hasFocus(); }));
    CHECK(DeskWindow::labels(contactsInSight(page)).contains("13800008888"));
    desk.press(Qt::Key_End);
    desk.press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == "13800008888");
    desk.press(Qt::Key_Space);
    REQUIRE(until([&] { return contacts.ofUnit(unit).front().id == added.id; }));
    CHECK(contacts.ofUnit(unit).front().details.isPrimary);

    REQUIRE(until([&] { return contactsInSight(page) && contactsInSight(page)->hasFocus(); }));
    desk.press(Qt::Key_Delete);
    REQUIRE(until([&] { return contacts.ofUnit(unit).back().id == added.id; }));
    CHECK(contacts.ofUnit(unit).back().details.toOn.isValid());
    CHECK(contacts.ofUnit(unit).front().details.isPrimary == (before > 0));
    CHECK(desk.says(QStringLiteral("离任")));
    REQUIRE(until(
        [&] { return contactsInSight(page) && DeskWindow::labels(contactsInSight(page)).contains(QStringLiteral("离任")); }));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return contacts.ofUnit(unit).front().id == added.id; }));
}

TEST_CASE("turning to the contacts by key puts the keys they name in force")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    auto *pane = page->findChild<ui::DetailPane *>();
    const int units = rowCount(page);
    const QString hint = QStringLiteral("Delete 离任 ·");
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_2, Qt::AltModifier);
    settle();
    REQUIRE(pane->currentTab() == QStringLiteral("联系人"));
    REQUIRE(contactsInSight(page));
    CHECK(contactsInSight(page)->hasFocus());
    CHECK(DeskWindow::labels(pane).contains(hint));
    desk.press(Qt::Key_Delete);
    settle();
    CHECK(rowCount(page) == units);
    CHECK(desk.says(QStringLiteral("离任")));

    desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(page->panel()->view()->hasFocus());
    desk.press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(contactsInSight(page)->hasFocus());
    // Back in the list the same key asks first: it would take away the whole unit.
    parties::UnitService service(desk.application().session());
    parties::UnitDetails details;
    details.name = QStringLiteral("示例未用单位");
    const UnitId fresh = service.create(details);
    page->reveal("units", fresh.value());
    page->panel()->view()->setFocus();
    settle();
    REQUIRE(until([&] { return unitOfRow(desk, page) == fresh; }));
    REQUIRE(pane->currentTab() == QStringLiteral("联系人"));
    CHECK_FALSE(DeskWindow::labels(pane).contains(hint));
    desk.press(Qt::Key_Delete);
    settle();
    CHECK(rowCount(page) == units + 1);
    CHECK(desk.says(QStringLiteral("没有删除")));
    REQUIRE(hasButton(desk, QStringLiteral("删除")));
    for (QPushButton *button : desk.window().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("删除"))
            button->click();
    }
    CHECK(until([&] { return rowCount(page) == units; }));
    CHECK_THROWS(service.get(fresh));
}

TEST_CASE("a contact form offers who is registered already, by name and by number")
{
    DeskWindow desk;
    auto &session = desk.application().session();
    parties::PersonDetails known;
    known.name = QStringLiteral("测试戊");
    known.phone = "13800007777";
    known.wechat = "ceshi_wu";
    const PersonId person = parties::PersonService(session).create(known);
    auto *page = desk.go("units");
    const UnitId unit = unitOfRow(desk, page);
    REQUIRE(openContacts(page));
    desk.press(Qt::Key_Insert);
    ui::Form *form = formInSight(desk);
    REQUIRE(form);
    form->field("phone")->editor()->setFocus();
    desk.type("138 0000 7777");
    REQUIRE(until([&] { return form->field("phone")->shownNotice().contains(QStringLiteral("测试戊")); }));
    desk.press(Qt::Key_Tab);
    desk.press(Qt::Key_Return); // 用此人
    CHECK(form->field("name")->text() == QStringLiteral("测试戊"));
    CHECK(form->field("wechat")->text() == "ceshi_wu");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    if (formInSight(desk))
        form->save();
    settle();
    const std::vector<parties::Contact> contacts = parties::ContactService(session).ofUnit(unit);
    CHECK(std::any_of(
        contacts.begin(), contacts.end(), [&](const parties::Contact &contact) { return contact.details.person == person; }));
}

TEST_CASE("a unit that is registered already is told while its name is typed, and can be opened")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    parties::UnitDetails known;
    known.name = QStringLiteral("成都示例辛密封材料有限公司");
    const UnitId id = parties::UnitService(desk.application().session()).create(known);
    desk.press(Qt::Key_N, Qt::ControlModifier);
    ui::Form *form = page->openedForm();
    REQUIRE(form);
    desk.type(QStringLiteral("示例辛密封材料股份有限公司"));
    REQUIRE(until([&] { return form->field("name")->shownNotice().contains(QStringLiteral("成都示例辛")); }));
    CHECK(form->field("name")->shownNotice().contains(QStringLiteral("名称相近")));
    CHECK(hasButton(desk, QStringLiteral("打开它")));
    desk.press(Qt::Key_Tab);
    desk.press(Qt::Key_Return);
    CHECK(until([&] { return page->panel()->view()->currentId() == id.value(); }));
    CHECK(until([&] { return page->openedForm() == nullptr; }));
    CHECK(desk.says(QStringLiteral("留作草稿")));
}

TEST_CASE("two units are merged side by side by keys, and Ctrl+Z parts them again")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    auto &session = desk.application().session();
    parties::UnitDetails one;
    one.name = QStringLiteral("示例壬材料有限公司");
    one.code = "单位-9001";
    one.zone = QStringLiteral("示例东区");
    parties::UnitDetails two = one;
    two.name = QStringLiteral("成都示例壬材料有限责任公司");
    two.code = "单位-9002";
    two.zone = QStringLiteral("示例西区");
    const UnitId first = parties::UnitService(session).create(one);
    const UnitId second = parties::UnitService(session).create(two);
    REQUIRE(until([&] { return rowCount(page) == 164 && page->panel()->model()->isComplete(); }));
    page->panel()->view()->selectId(first.value());
    settle();
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    desk.press(Qt::Key_M, Qt::ControlModifier);
    auto *sheet = desk.window().findChild<ui::MergeSheet *>();
    REQUIRE(sheet);
    auto *table = sheet->findChild<QTableWidget *>();
    REQUIRE(table->hasFocus());
    REQUIRE(table->rowCount() == 2);
    desk.press(Qt::Key_Right); // the second's name
    CHECK(sheet->chosenRight() == QSet<QString>{"name"});
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Left);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(until([&] { return rowCount(page) == 163; }));
    const parties::UnitDetails merged = parties::UnitService(session).get(first).details;
    CHECK(merged.name == two.name);
    CHECK(merged.zone == one.zone);
    CHECK(merged.aliases == QStringList{one.name});
    CHECK(parties::UnitService(session).resolve("单位-9002") == first);
    CHECK(desk.says(QStringLiteral("已合并")));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return rowCount(page) == 164; }));
    CHECK(parties::UnitService(session).get(second).details == two);
    CHECK(parties::UnitService(session).get(first).details == one);
}

TEST_CASE("two units with valid codes that differ are merged with a warning, those with one code without")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    auto &session = desk.application().session();
    std::vector<UnitId> ids;
    for (const char16_t *first17 : {u"91510100MA9000001", u"91510100MA9000002", u""}) {
        parties::UnitDetails unit;
        unit.name = QStringLiteral("示例壬材料有限公司%1").arg(ids.size());
        unit.code = QString("单位-900%1").arg(ids.size());
        unit.creditCode = completedCreditCode(first17).value_or(QString());
        ids.push_back(parties::UnitService(session).create(unit));
    }
    REQUIRE(until([&] { return rowCount(page) == 165 && page->panel()->model()->isComplete(); }));
    const auto warns = [&](UnitId upper) {
        page->panel()->view()->setFocus();
        page->panel()->view()->selectId(upper.value());
        settle();
        desk.press(Qt::Key_Down, Qt::ShiftModifier);
        desk.press(Qt::Key_M, Qt::ControlModifier);
        auto *sheet = desk.window().findChild<ui::MergeSheet *>();
        REQUIRE(sheet);
        const bool isWarning = DeskWindow::labels(sheet).contains(QStringLiteral("多半是两家单位"));
        desk.press(Qt::Key_Escape);
        REQUIRE(until([&] { return desk.window().findChild<ui::MergeSheet *>() == nullptr; }));
        return isWarning;
    };
    CHECK(warns(ids[0]));
    CHECK_FALSE(warns(ids[1]));
}

TEST_CASE("what may be registered twice is listed and opened side by side")
{
    DeskWindow desk;
    auto *page = qobject_cast<ui::UnitPage *>(desk.go("units"));
    REQUIRE(page);
    parties::UnitDetails one;
    one.name = QStringLiteral("示例癸材料有限公司");
    parties::UnitDetails two;
    two.name = QStringLiteral("成都示例癸材料集团有限公司");
    parties::UnitService units(desk.application().session());
    units.create(one);
    units.create(two);
    page->findDuplicates();
    QTableWidget *table = nullptr;
    REQUIRE(until([&] {
        auto *sheet = desk.window().findChild<QWidget *>("duplicates");
        table = sheet ? sheet->findChild<QTableWidget *>() : nullptr;
        return table && table->hasFocus();
    }));
    const auto found = table->findItems(one.name, Qt::MatchContains);
    REQUIRE(found.size() == 1);
    table->setCurrentItem(found.front());
    desk.press(Qt::Key_Return);
    CHECK(until([&] { return desk.window().findChild<ui::MergeSheet *>() != nullptr; }));
    desk.press(Qt::Key_Escape);
    CHECK(until([&] { return desk.window().findChild<ui::MergeSheet *>() == nullptr; }));
}

TEST_CASE("a prospect becomes a member in one step")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    auto &session = desk.application().session();
    parties::UnitDetails details;
    details.name = QStringLiteral("示例潜在会员有限公司");
    const UnitId unit = parties::UnitService(session).create(details);
    parties::UnitFactService facts(session);
    facts.put(parties::UnitRoleDetails{unit, parties::UnitRoleKind::Prospect, QDate(2021, 1, 1), {}, {}});
    REQUIRE(until([&] { return rowCount(page) == 163 && page->panel()->model()->isComplete(); }));
    page->panel()->view()->selectId(unit.value());
    settle();
    CHECK(hasButton(desk, QStringLiteral("吸收入会")));
    desk.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    ui::Form *form = formInSight(desk);
    REQUIRE(form);
    CHECK(form->field("unit.name")->text() == details.name);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(until([&] { return members::MemberService(session).findCurrent(unit).has_value(); }));
    CHECK(facts.roles(unit).front().details.toOn.isValid());
    settle();
    CHECK(until([&] { return !hasButton(desk, QStringLiteral("吸收入会")); }));
}

TEST_CASE("offices of liaison are listed with their ways of working together")
{
    DeskWindow desk;
    auto *page = qobject_cast<ui::UnitPage *>(desk.go("units"));
    REQUIRE(page);
    page->showLiaisons();
    CHECK(until([&] { return rowCount(page) == 4; }));
}
