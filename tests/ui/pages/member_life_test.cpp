// What happens to members in the window, by keys: steps, meetings, titles, figures, posts, invoices.
#include "members/admission/admission_service.h"
#include "members/member_service.h"
#include "members/posts/member_post_service.h"
#include "office/settings.h"
#include "parties/people/person_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"
#include "ui/records/form_sheet.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

ui::Form *smallForm(DeskWindow &desk)
{
    auto *sheet = desk.window().findChild<ui::FormSheet *>();
    return sheet ? sheet->findChild<ui::Form *>() : nullptr;
}

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

void turnTo(DeskWindow &desk, ui::ListPage *page, const QString &leaf)
{
    page->panel()->view()->setFocus();
    for (int turns = 0; turns < 12 && page->detail()->currentTab() != leaf; ++turns)
        desk.press(Qt::Key_PageDown, Qt::ControlModifier);
    REQUIRE(page->detail()->currentTab() == leaf);
}

members::Member current(DeskWindow &desk, const ui::ListPage *page)
{
    return members::MemberService(desk.application().session()).get(MemberId(page->panel()->view()->currentId().value()));
}

void keepSteps(DeskWindow &desk)
{
    using enum members::StepKind;
    office::Settings(desk.application().session())
        .set(members::kAdmissionSteps, members::settingOf({Application, Deliberation, Payment}));
}

} // namespace

TEST_CASE("the steps of an admission are chosen in the settings by keys and asked for from then on")
{
    DeskWindow desk;
    auto *office = desk.window().findChild<ui::Page *>("office");
    desk.window().showPage(office);
    settle();
    auto *settings = office->findChild<ui::Form *>();
    REQUIRE(settings);
    settings->field("step.APPLICATION")->editor()->setFocus();
    for (const bool isKept : {true, false, false, true, true, false}) {
        desk.press(Qt::Key_A, Qt::ControlModifier);
        desk.type(isKept ? QStringLiteral("是") : QStringLiteral("否"));
        desk.press(Qt::Key_Return);
    }
    desk.press(Qt::Key_S, Qt::ControlModifier);
    const members::AdmissionService steps(desk.application().session());
    using enum members::StepKind;
    CHECK(steps.kept() == std::vector{Application, Deliberation, Payment});

    // A new one is an application until it has its day.
    auto *page = desk.go("members");
    const int before = rowCount(page);
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->openedForm());
    desk.type(QStringLiteral("示例申请材料有限公司"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(until([&] { return rowCount(page) == before + 1; }));
    settle();
    const members::Member applicant = current(desk, page);
    CHECK(members::statusOf(applicant.details) == members::MemberStatus::Applying);
    CHECK(applicant.details.appliedOn == desk.application().session().clock().today());

    turnTo(desk, page, QStringLiteral("级别职务"));
    const QString leaf = DeskWindow::labels(page->detail());
    CHECK(leaf.contains(QStringLiteral("申请")));
    CHECK(leaf.contains(QStringLiteral("审议")));
    CHECK_FALSE(leaf.contains(QStringLiteral("考察")));
    REQUIRE(pressButton(desk, page->detail(), QStringLiteral("未办")));
    ui::Form *step = smallForm(desk);
    REQUIRE(step);
    step->field("document")->editor()->setFocus();
    desk.type(QStringLiteral("联9号"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return steps.steps(applicant.id).size() == 1; }));
    CHECK(steps.steps(applicant.id)[0].details.kind == Application);
    CHECK(steps.steps(applicant.id)[0].details.document == QStringLiteral("联9号"));
}

TEST_CASE("twelve applicants are admitted by one meeting with a dozen keys, and one Ctrl+Z takes it back")
{
    DeskWindow desk;
    keepSteps(desk);
    session::Session &session = desk.application().session();
    members::MemberService service(session);
    std::vector<MemberId> applicants;
    for (int i = 0; i < 12; ++i) {
        members::Enrolment enrolment;
        enrolment.newUnit.name = QStringLiteral("示例申请单位%1号材料有限公司").arg(i);
        enrolment.member.appliedOn = session.clock().today();
        applicants.push_back(service.enroll(enrolment));
    }
    auto *page = desk.go("members");
    REQUIRE(until([&] { return rowCount(page) == 139 && page->panel()->model()->isComplete(); }));
    page->panel()->view()->selectId(applicants.front().value());
    settle();
    for (int i = 1; i < 12; ++i)
        desk.press(Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(page->panel()->view()->selectedIds().size() == 12);
    desk.countFromHere();
    desk.press(Qt::Key_J, Qt::ControlModifier);
    ui::Form *form = smallForm(desk);
    REQUIRE(form);
    CHECK(form->windowTitle() == QStringLiteral("审议 12 家"));
    desk.press(Qt::Key_Return); // the day is right
    desk.type(QStringLiteral("一届三次理事会"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("联〔2021〕8号"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(desk.keys() <= 12);
    REQUIRE(until([&] { return service.get(applicants.back()).details.joinedOn.isValid(); }));
    CHECK(desk.says(QStringLiteral("已审议 12 家")));
    for (const MemberId id : applicants) {
        const members::MemberDetails d = service.get(id).details;
        CHECK(d.joinedOn == session.clock().today());
        CHECK(d.approvalMeeting == QStringLiteral("一届三次理事会"));
        CHECK(d.approvalNo == QStringLiteral("联〔2021〕8号"));
        CHECK(members::AdmissionService(session).steps(id).size() == 1);
    }
    // Members are not deliberated again: the words say what to do.
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_J, Qt::ControlModifier);
    CHECK_FALSE(smallForm(desk));
    CHECK(desk.says(QStringLiteral("没有申请")));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] {
        return std::ranges::none_of(applicants, [&](MemberId id) { return service.get(id).details.joinedOn.isValid(); });
    }));
}

TEST_CASE("a title of an enterprise is entered, corrected and removed by keys")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const UnitId unit = current(desk, page).unit.value();
    const parties::UnitFactService facts(desk.application().session());
    const size_t before = facts.qualifications(unit).size();
    turnTo(desk, page, QStringLiteral("资质与年度"));
    REQUIRE(pressButton(desk, page->detail(), QStringLiteral("新增资质")));
    REQUIRE(smallForm(desk));
    desk.type("zjtx"); // 专精特新
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("省"));
    desk.press(Qt::Key_Return);
    desk.type("2021-03-05");
    desk.press(Qt::Key_Return);
    desk.type("2024-03-05");
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("第三批"));
    for (const char *key : {"kind", "level", "awardedOn", "expiresOn", "batch"})
        UNSCOPED_INFO(key << " " << smallForm(desk)->field(key)->text().toStdString());
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return facts.qualifications(unit).size() == before + 1; }));
    const auto stored = [&] {
        const auto all = facts.qualifications(unit);
        return *std::ranges::find_if(all, [](const auto &one) { return one.details.awardedOn == QDate(2021, 3, 5); });
    };
    CHECK(stored().details.kind == parties::QualificationKind::Specialised);
    CHECK(stored().details.level == parties::QualificationLevel::Provincial);
    CHECK(stored().details.batch == QStringLiteral("第三批"));
    CHECK(stored().details.expiresOn == QDate(2024, 3, 5));

    settle();
    REQUIRE(page->detail()->currentTab() == QStringLiteral("资质与年度"));
    const QString line = parties::qualificationLevels().label(stored().details.level) + QStringLiteral("专精特新");
    REQUIRE(pressButton(desk, page->detail(), line));
    ui::Form *form = smallForm(desk);
    REQUIRE(form);
    form->field("certificateNo")->editor()->setFocus();
    desk.type("ZJTX-001");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return stored().details.certificateNo == "ZJTX-001"; }));
    settle();
    REQUIRE(pressButton(desk, page->detail(), line));
    REQUIRE(smallForm(desk));
    REQUIRE(pressButton(desk, smallForm(desk), QStringLiteral("删除这一条")));
    REQUIRE(until([&] { return facts.qualifications(unit).size() == before; }));
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return facts.qualifications(unit).size() == before + 1; }));
}

TEST_CASE("the figures of a year are entered in 万元, inexact ones too, and changed in place")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const UnitId unit = current(desk, page).unit.value();
    const parties::UnitFactService facts(desk.application().session());
    const size_t before = facts.years(unit).size();
    turnTo(desk, page, QStringLiteral("资质与年度"));
    REQUIRE(pressButton(desk, page->detail(), QStringLiteral("新增年度数据")));
    REQUIRE(smallForm(desk));
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type("2019");
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return); // 实际
    desk.type("1250.5");
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("2000余"));
    desk.press(Qt::Key_Return);
    desk.type("80");
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    desk.type("120");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(DeskWindow::labels(&desk.window()).toStdString());
    REQUIRE(until([&] { return facts.years(unit).size() == before + 1; }));
    const auto stored = [&] {
        const auto all = facts.years(unit);
        return std::ranges::find_if(all, [](const auto &one) { return one.details.year == 2019; })->details;
    };
    CHECK(parties::wanText(stored().output) == "1250.5");
    CHECK(parties::wanText(stored().revenue) == QStringLiteral("2000余"));
    CHECK(parties::wanText(stored().tax) == "80");
    CHECK_FALSE(stored().exports);
    CHECK(stored().employees->text() == "120");
    settle();
    REQUIRE(pressButton(desk, page->detail(), QStringLiteral("产值1250.5万元")));
    ui::Form *form = smallForm(desk);
    REQUIRE(form);
    form->field("exports")->editor()->setFocus();
    desk.type(QStringLiteral("约1.2亿"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(until([&] { return parties::wanText(stored().exports) == QStringLiteral("约12000"); }));
    CHECK(facts.years(unit).size() == before + 1);
}

TEST_CASE("a post is given, ended and taken back by keys")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    session::Session &session = desk.application().session();
    const UnitId unit = current(desk, page).unit.value();
    const members::MemberPostService posts(session);
    const size_t before = posts.ofUnit(unit).size();
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_T, Qt::ControlModifier);
    ui::Form *form = smallForm(desk);
    REQUIRE(form);
    desk.type(QStringLiteral("示例卯"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("监事长"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(DeskWindow::labels(&desk.window()).toStdString());
    REQUIRE(until([&] { return posts.ofUnit(unit).size() == before + 1; }));
    const auto stored = [&] {
        const auto all = posts.ofUnit(unit);
        return std::ranges::find_if(all, [](const auto &one) {
            return one.details.post == members::Post::ChiefSupervisor;
        })->details;
    };
    CHECK(parties::PersonService(session).get(stored().person).details.name == QStringLiteral("示例卯"));
    turnTo(desk, page, QStringLiteral("级别职务"));
    REQUIRE(pressButton(desk, page->detail(), QStringLiteral("监事长")));
    form = smallForm(desk);
    REQUIRE(form);
    form->field("toOn")->editor()->setFocus();
    desk.type(session.clock().today().addDays(30).toString(Qt::ISODate));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(until([&] { return stored().toOn == session.clock().today().addDays(30); }));
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return !stored().toOn.isValid(); }));
}

TEST_CASE("what an invoice needs is entered in the member's form, and copied as one block")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    desk.press(Qt::Key_F2);
    ui::Form *form = page->openedForm();
    REQUIRE(form);
    form->field("deliveryAddress")->editor()->setFocus();
    desk.type(QStringLiteral("示例市示例路1号收发室"));
    form->field("invoiceTitle")->editor()->setFocus();
    desk.type(QStringLiteral("示例抬头有限公司"));
    form->field("bankName")->editor()->setFocus();
    desk.type(QStringLiteral("示例银行"));
    desk.press(Qt::Key_Return);
    desk.type("1234567890123456");
    form->field("invoiceEmail")->editor()->setFocus();
    desk.type("piao@example.cn");
    QApplication::clipboard()->clear();
    REQUIRE(pressButton(desk, form, QStringLiteral("复制开票信息")));
    CHECK(QApplication::clipboard()->text().contains(QStringLiteral("示例抬头有限公司")));
    CHECK(QApplication::clipboard()->text().contains("1234567890123456"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(until([&] { return page->openedForm() == nullptr; }));
    settle();
    const QString shown = DeskWindow::labels(page->detail());
    CHECK(shown.contains("piao@example.cn"));
    QApplication::clipboard()->clear();
    REQUIRE(pressButton(desk, page->detail(), QStringLiteral("复制整段开票信息")));
    CHECK(QApplication::clipboard()->text().contains(QStringLiteral("示例银行")));
}

TEST_CASE("district, legal representative and chain of a member's unit are entered in the member's form, with one undo")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    const members::Member member = current(desk, page);
    const parties::UnitService units(desk.application().session());
    const parties::UnitDetails before = units.get(*member.unit).details;
    desk.press(Qt::Key_F2);
    ui::Form *form = page->openedForm();
    REQUIRE(form);
    for (const auto &[key, text] : {std::pair("legalRepresentative", "示例法人"), std::pair("chain", "电池"),
             std::pair("chainSegment", "正极"), std::pair("district", "示例区")}) {
        form->field(key)->editor()->setFocus();
        desk.press(Qt::Key_A, Qt::ControlModifier);
        desk.type(QString::fromUtf8(text));
    }
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(page));
    REQUIRE(until([&] { return page->openedForm() == nullptr; }));
    parties::UnitDetails wanted = before;
    wanted.legalRepresentative = QStringLiteral("示例法人");
    wanted.chain = QStringLiteral("电池");
    wanted.chainSegment = QStringLiteral("正极");
    wanted.district = QStringLiteral("示例区");
    CHECK(units.get(*member.unit).details == wanted);
    page->panel()->view()->setFocus();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return units.get(*member.unit).details == before; }));
}
