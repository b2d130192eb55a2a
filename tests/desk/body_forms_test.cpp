#include "desk_cases.h"

#include "desk/prints/body_forms.h"
#include "metrics/metric.h"
#include "parties/bodies/body_service.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "planning/indicators/indicator_service.h"

namespace mishutai::desk {

namespace {

const QDate kDay(2021, 11, 30);

/// A 科协 of a firm of 200, approved in May, with a chair and two deputies.
UnitId addFirmBody(session::Session &session)
{
    parties::UnitDetails firm;
    firm.name = "示例碳纤维有限公司";
    firm.employees = 200;
    firm.technicalStaff = 60;
    firm.ownership = parties::Ownership::Private;
    firm.mailingAddress = "示例路1号";
    const UnitId above = parties::UnitService(session).create(firm);
    parties::UnitDetails own;
    own.name = "示例碳纤维有限公司科协";
    own.kind = parties::UnitKind::Society;
    own.parent = above;
    const UnitId id = parties::UnitService(session).create(own);
    parties::BodyDetails body{id};
    body.approvalNo = "示科协〔2021〕3号";
    body.approvedOn = QDate(2021, 5, 14);
    body.personMembers = 58;
    parties::BodyService(session).put(body);
    const auto contact = [&](const QString &name, const QString &phone, const QString &post, const QString &position) {
        parties::PersonDetails person;
        person.name = name;
        person.phone = phone;
        const PersonId known = parties::PersonService(session).create(person);
        parties::ContactService(session).put({above, known, position, {}, false, {}, {}, {}});
        parties::ContactService(session).put({id, known, post, {}, false, {}, {}, {}});
    };
    contact("示例戊一", "13900000001", "主席", "总经理");
    contact("示例戊二", "13900000002", "副主席", "总工程师");
    contact("示例戊三", "13900000003", "副主席兼秘书长", "研发部部长");
    return id;
}

QStringList texts(const document::SheetRow &row)
{
    QStringList found;
    for (const document::SheetCell &cell : row.cells)
        found.append(cell.text);
    return found;
}

} // namespace

TEST_CASE("the form of 企业科协 is filled cell by cell from the registry", "[bodies]")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    addFirmBody(session);
    keepLocalCounts(session, {Quantity::parse(u"320"), Quantity::parse(u"40"), {}}, kDay);
    const document::Sheet sheet = bodySheet(session, BodyFormKind::Enterprise, kDay, TaskControl::silent());
    CHECK(sheet.title == "2021年企业科协组织建设统计表");
    REQUIRE(sheet.head.front().cells.size() == 14);
    REQUIRE(sheet.rows.size() == 3);
    const QStringList cells = texts(sheet.rows[0]);
    CHECK(cells.mid(0, 9)
        == QStringList{"1", "示例碳纤维有限公司科协", "示科协〔2021〕3号", "2021-05-14", "200", "60", "58", "示例路1号", "民企"});
    CHECK(cells[9] == "示例戊一／总经理／13900000001");
    CHECK(cells[10] == "示例戊二／总工程师／13900000002\n示例戊三／研发部部长／13900000003");
    CHECK(cells[11] == "示例戊三／研发部部长／13900000003");
    CHECK(cells[12].isEmpty());
    CHECK(sheet.leastEms.at(12) >= 4); // room to write it in
    CHECK(texts(sheet.rows[1]).contains("比例（已建／科技企业）"));
    CHECK(texts(sheet.rows[2]).mid(1) == QStringList{"1", "320", "40", "2.5%"});
    for (const document::SheetRow &row : sheet.rows) {
        int spans = 0;
        for (const document::SheetCell &cell : row.cells)
            spans += cell.span;
        CHECK(spans == 14);
    }
    // The count is the metric's.
    CHECK(application->metrics().value({"bodies.enterprise", Period::year(2021), {}}).raw == 1);
    CHECK(application->metrics().value({"bodies.zone", Period::year(2021), {}}).raw == 0);
    CHECK(application->metrics().value({"bodies.enterprise", Period::year(2020), {}}).raw == 0);
    CHECK(bodySheet(session, BodyFormKind::Enterprise, QDate(2021, 5, 13), TaskControl::silent()).rows.size() == 2);
    const tables::Table table = bodyTable(session, BodyFormKind::Enterprise, kDay, TaskControl::silent());
    CHECK(table.rows.front() == cells);
    CHECK(table.rows.size() == 4);
}

TEST_CASE("counts below the form are kept as readings, in one undo, and the last of them hold", "[bodies]")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    CHECK(localCounts(session, kDay) == LocalCounts{});
    keepLocalCounts(session, {{}, {}, Quantity::parse(u"66")}, kDay);
    CHECK(localCounts(session, kDay).zones->text().startsWith("66"));
    CHECK_FALSE(localCounts(session, kDay.addDays(-1)).zones);
    const size_t readings = planning::IndicatorService(session).observations().size();
    keepLocalCounts(session, localCounts(session, kDay.addDays(9)), kDay.addDays(9));
    CHECK(planning::IndicatorService(session).observations().size() == readings);
    const QStringList foot = texts(bodySheet(session, BodyFormKind::Zone, kDay, TaskControl::silent()).rows.back());
    CHECK(foot.mid(1) == QStringList{"0", "66", "0%"});
    keepLocalCounts(session, {{}, Quantity::parse(u"约30"), {}}, kDay);
    addFirmBody(session);
    const QStringList about = texts(bodySheet(session, BodyFormKind::Enterprise, kDay, TaskControl::silent()).rows.back());
    CHECK(about.mid(3) == QStringList{"约30", "约3.3%"});
}

TEST_CASE("who speaks for a body later is not named before, and the office's own 专委会 is no body of a zone", "[bodies]")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    const UnitId firm = addFirmBody(session);
    for (const parties::Contact &contact : parties::ContactService(session).ofUnit(firm)) {
        parties::ContactDetails later = contact.details;
        later.fromOn = kDay.addDays(1);
        parties::ContactService(session).update(contact.id, contact.revision, later);
    }
    const auto cells = [&](QDate day) {
        return texts(bodySheet(session, BodyFormKind::Enterprise, day, TaskControl::silent()).rows.front()).mid(9);
    };
    CHECK(cells(kDay).join("").isEmpty());
    CHECK(cells(kDay.addDays(1)).last().contains("示例戊一"));

    parties::UnitDetails details;
    details.name = "示例材料专委会";
    const UnitId committee = parties::UnitService(session).create(details);
    parties::BodyDetails body{committee};
    body.form = parties::BodyForm::Committee;
    parties::BodyService(session).put(body);
    const auto count = [&] {
        const document::Sheet sheet = bodySheet(session, BodyFormKind::Zone, kDay, TaskControl::silent());
        CHECK(application->metrics().value({"bodies.zone", Period::year(2021), {}}).raw
            == static_cast<qint64>(sheet.rows.size()) - 2);
        return sheet.rows.size() - 2;
    };
    CHECK(count() == 0);
    parties::Unit unit = parties::UnitService(session).get(committee);
    unit.details.zone = "示例功能区";
    parties::UnitService(session).update(committee, unit.revision, unit.details);
    CHECK(count() == 1);
}

TEST_CASE("a count below the form is a whole number, and one that was refused is not kept", "[bodies]")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    for (const char *wrong : {"-3", "2.5", "X"}) {
        CAPTURE(wrong);
        const LocalCounts counts{{}, Quantity::parse(QString::fromUtf8(wrong)), {}};
        REQUIRE(counts.technology);
        CHECK_THROWS_AS(bodySheet(session, BodyFormKind::Enterprise, kDay, TaskControl::silent(), counts), Error);
        CHECK_THROWS_AS(keepLocalCounts(session, counts, kDay), Error);
    }
    CHECK(localCounts(session, kDay) == LocalCounts{});
    const LocalCounts given{{}, Quantity::parse(u"40"), {}};
    addFirmBody(session);
    CHECK(texts(bodySheet(session, BodyFormKind::Enterprise, kDay, TaskControl::silent(), given).rows.back()).last() == "2.5%");
    CHECK(localCounts(session, kDay) == LocalCounts{});
}

} // namespace mishutai::desk
