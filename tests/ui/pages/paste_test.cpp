// What is pasted out of WeChat and off a licence, and how units of like names are told apart.
#include "members/member_service.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"

#include <QApplication>
#include <QClipboard>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

TEST_CASE("a text from WeChat fills the empty fields of the enrolment form and leaves what was typed")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    ui::Form *form = page->openedForm();
    REQUIRE(form);
    form->field("contact.post")->editor()->setFocus();
    desk.type(QStringLiteral("厂长"));
    form->field("unit.name")->editor()->setFocus();
    QApplication::clipboard()->setText(QStringLiteral(
        "单位：示例己新材料有限公司\n信用代码 91350100M000100Y43\n联系人：测试己\n职务：总经理\n电话：138 0000 6666"));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(form->field("unit.name")->text() == QStringLiteral("示例己新材料有限公司"));
    CHECK(form->field("unit.creditCode")->text().remove(' ') == "91350100M000100Y43");
    CHECK(form->field("contact.name")->text() == QStringLiteral("测试己"));
    CHECK(form->field("contact.post")->text() == QStringLiteral("厂长"));
    CHECK(form->field("contact.phone")->text() == "13800006666");
    CHECK(form->field("contact.phone")->shownNotice().contains(QStringLiteral("请核对")));
    CHECK(form->isChanged());
    const int before = rowCount(page);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    CHECK(until([&] { return rowCount(page) == before + 1; }));
}

TEST_CASE("a pasted code with a wrong digit stands in its field, red, with the digit that it should have")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    ui::Form *form = page->openedForm();
    REQUIRE(form);
    QApplication::clipboard()->setText(QStringLiteral("单位：示例己新材料有限公司\n统一社会信用代码：91350100M000100Y44"));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(form->field("unit.creditCode")->text().remove(' ') == "91350100M000100Y44");
    CHECK(form->field("unit.creditCode")->shownFault().contains('3'));
}

TEST_CASE("every part of a licence lands in a field of the enrolment form and in the books, with what was typed kept")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    ui::Form *form = page->openedForm();
    REQUIRE(form);
    CHECK(form->field("unit.foundedOn") == nullptr);
    form->field("unit.field")->editor()->setFocus();
    desk.type(QStringLiteral("密封材料"));
    form->field("unit.name")->editor()->setFocus();
    QApplication::clipboard()->setText(
        QStringLiteral("营业执照\n统一社会信用代码91350100M000100Y43\n名称 示例壬新材料有限公司\n类型 "
                       "有限责任公司（自然人投资或控股）\n法定代表人 孙某\n"
                       "注册资本 壹仟万元整\n成立日期 2015年06月01日\n住所 四川省成都市示例区示例大道100号\n经营范围 "
                       "新材料研发；\n销售密封件。"));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    const auto shown = [form](const char *key) { return form->field(key) ? form->field(key)->text() : QStringLiteral("—"); };
    CHECK(shown("unit.legalRepresentative") == QStringLiteral("孙某"));
    CHECK(shown("unit.ownership") == QStringLiteral("民企"));
    CHECK(shown("unit.kind") == QStringLiteral("企业"));
    CHECK(shown("unit.field") == QStringLiteral("密封材料"));
    const int before = rowCount(page);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(until([&] { return rowCount(page) == before + 1; }));
    settle();
    auto &session = desk.application().session();
    const auto member = members::MemberService(session).get(MemberId(page->panel()->view()->currentId().value()));
    const parties::UnitDetails unit = parties::UnitService(session).get(*member.unit).details;
    CHECK(unit.name == QStringLiteral("示例壬新材料有限公司"));
    CHECK(unit.creditCode == "91350100M000100Y43");
    CHECK(unit.legalRepresentative == QStringLiteral("孙某"));
    CHECK(unit.registeredCapital == Money::fromFen(10'000'000'00));
    CHECK(unit.foundedOn == QDate(2015, 6, 1));
    CHECK(unit.registeredAddress == QStringLiteral("四川省成都市示例区示例大道100号"));
    CHECK(unit.ownership == parties::Ownership::Private);
    CHECK(unit.notes == QStringLiteral("类型：有限责任公司（自然人投资或控股）\n经营范围：新材料研发；销售密封件。"));
}

TEST_CASE("a licence completes the unit that is registered already where it joins, and changes nothing that is known")
{
    DeskWindow desk;
    auto &session = desk.application().session();
    parties::UnitDetails known;
    known.name = QStringLiteral("示例癸新材料有限公司");
    known.legalRepresentative = QStringLiteral("旧某");
    const UnitId id = parties::UnitService(session).create(known);
    auto *page = desk.go("members");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->openedForm());
    QApplication::clipboard()->setText(QStringLiteral("名称：示例癸新材料有限公司\n法定代表人：孙某\n成立日期：2015-06-"
                                                      "01\n联系人：测试癸\n邮箱：gui@example.cn\n电话：13800006667"));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    const int before = rowCount(page);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(until([&] { return rowCount(page) == before + 1; }));
    const parties::UnitDetails unit = parties::UnitService(session).get(id).details;
    CHECK(unit.foundedOn == QDate(2015, 6, 1));
    CHECK(unit.legalRepresentative == QStringLiteral("旧某"));
    const auto contacts = parties::ContactService(session).ofUnit(id);
    REQUIRE(contacts.size() == 1);
    CHECK(parties::PersonService(session).get(contacts[0].details.person).details.email == "gui@example.cn");
}

TEST_CASE("units of like names are offered with level, place and the end of their code")
{
    DeskWindow desk;
    auto &session = desk.application().session();
    parties::UnitDetails first;
    first.name = QStringLiteral("示例连锁材料有限公司");
    first.creditCode = "91350100M000100Y43";
    first.district = QStringLiteral("示例东区");
    members::Enrolment enrolment;
    enrolment.unit = parties::UnitService(session).create(first);
    enrolment.member.level = members::MemberLevel::Council;
    enrolment.member.joinedOn = session.clock().today();
    members::MemberService(session).enroll(enrolment);
    parties::UnitDetails second;
    second.name = QStringLiteral("示例连锁材料有限公司德阳分公司");
    parties::UnitService(session).create(second);
    desk.go("units");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    auto *form = desk.go("units")->openedForm();
    REQUIRE(form);
    auto *parent = qobject_cast<ui::PickField *>(form->field("parent"));
    REQUIRE(parent);
    parent->editor()->setFocus();
    desk.type(QStringLiteral("示例连锁"));
    REQUIRE(until([&] { return parent->popup()->count() >= 2; }));
    QStringList notes;
    for (const ui::Suggestion &offer : parent->popup()->offers())
        notes << offer.note;
    CAPTURE(notes.join(" | ").toStdString());
    CHECK(notes.contains(QStringLiteral("理事单位 · 示例东区 · 信用代码尾号0Y43")));
    CHECK(std::ranges::any_of(notes, [](const QString &note) { return note.startsWith(QStringLiteral("企业 · 单位-")); }));
}

TEST_CASE("a sentence with a number is no name")
{
    DeskWindow desk;
    auto *page = desk.go("people");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->openedForm());
    QApplication::clipboard()->setText(QStringLiteral("麻烦以后都打这个电话13800006668"));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page->openedForm()->field("name")->text().isEmpty());
    CHECK(page->openedForm()->field("phone")->text() == "13800006668");
}

TEST_CASE("one word is pasted as a word")
{
    DeskWindow desk;
    auto *page = desk.go("units");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->openedForm());
    QApplication::clipboard()->setText(QStringLiteral("示例庚有限公司"));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page->openedForm()->field("name")->text() == QStringLiteral("示例庚有限公司"));
    CHECK(page->openedForm()->field("name")->shownNotice().isEmpty());
}
