#include "parties_cases.h"

#include "parties/bodies/body_service.h"
#include "parties/bodies/body_sheet.h"
#include "parties/merge/unit_merge.h"
#include "parties/people/contact_service.h"
#include "parties/unit_facts/unit_fact_service.h"

using namespace mishutai;
using namespace mishutai::parties;
using mishutai::test::TestSession;

namespace {

/// A firm and its 科协 with two officers, one of whom is somebody in the firm.
struct FirmWithBody {
    explicit FirmWithBody(session::Session &session)
        : firm(UnitService(session).create(unitNamed("示例新材料有限公司"))), body([&] {
              UnitDetails details = unitNamed("示例新材料有限公司科协");
              details.kind = UnitKind::Society;
              details.parent = firm;
              return UnitService(session).create(details);
          }())
    {
        ContactService contacts(session);
        const PersonId chair = PersonService(session).create(personNamed("示例甲", "13800000001"));
        const PersonId deputy = PersonService(session).create(personNamed("示例乙", "13800000002"));
        contacts.put({firm, chair, "总经理", {}, false, {}, {}, {}});
        contacts.put({body, chair, "主席", {}, true, {}, {}, {}});
        contacts.put({body, deputy, "副主席兼秘书长", {}, false, {}, {}, {}});
    }

    UnitId firm;
    UnitId body;
};

QStringList names(const std::vector<BodyOfficer> &officers)
{
    QStringList list;
    for (const BodyOfficer &officer : officers)
        list.append(officer.name + "/" + officer.position);
    return list;
}

} // namespace

TEST_CASE("the offices that a 职务 names", "[bodies]")
{
    using enum BodyOffice;
    struct Case {
        QString post;
        std::vector<BodyOffice> offices;
    };
    const Case cases[] = {{"主席", {Chair}}, {"常务副主席", {ViceChair}}, {"副主席兼秘书长", {ViceChair, SecretaryGeneral}},
        {"秘书长、副主席", {SecretaryGeneral, ViceChair}}, {"副秘书长", {DeputySecretaryGeneral}}, {"执行会长", {Chair}},
        {"副主任委员", {ViceChair}}, {"名誉主席", {}}, {"办公室主任", {}}, {"", {}}};
    for (const Case &c : cases) {
        CAPTURE(c.post.toStdString());
        CHECK(officesOf(c.post) == c.offices);
    }
}

TEST_CASE("what a body most likely is by its name", "[bodies]")
{
    using enum BodyForm;
    struct Case {
        QString name;
        std::optional<BodyForm> form;
    };
    const Case cases[] = {{"示例科技科学技术协会", Enterprise}, {"示例材料股份有限公司科协", Enterprise},
        {"示例联盟检测专业委员会", Committee}, {"示例联盟专委会", Committee}, {"示例行业协会西南分会", Branch},
        {"示例市塑料行业协会", Association}, {"示例材料商会", Association}, {"示例高新区科学技术协会", {}},
        {"示例产业功能区科协", {}}, {"示例大学科协", {}}, {"示例材料有限公司", {}}, {"", {}}};
    for (const Case &c : cases) {
        CAPTURE(c.name.toStdString());
        CHECK(guessedForm(c.name) == c.form);
    }
}

TEST_CASE("a body is recorded, changed and dissolved; its unit is a 分支机构 meanwhile", "[bodies]")
{
    TestSession file;
    session::Session &session = file.session();
    const FirmWithBody units(session);
    BodyService service(session);
    BodyDetails details{units.body};
    details.approvalNo = " 示科协〔2021〕3号 ";
    details.approvedOn = QDate(2021, 5, 14);
    details.personMembers = 120;
    CHECK(service.put(details) == office::RowOutcome::Added);
    CHECK(service.find(units.body)->details.approvalNo == "示科协〔2021〕3号");
    CHECK(service.put(service.find(units.body)->details) == office::RowOutcome::Same);
    CHECK(service.on(QDate(2021, 5, 13)).empty());
    CHECK(service.on(QDate(2021, 5, 14)).size() == 1);
    const auto roles = UnitFactService(session).roles(units.body);
    REQUIRE(roles.size() == 1);
    CHECK(roles.front().details.role == UnitRoleKind::SubBody);
    CHECK(roles.front().details.fromOn == QDate(2021, 5, 14));

    details = service.find(units.body)->details;
    details.dissolvedOn = QDate(2021, 12, 1);
    CHECK(service.put(details) == office::RowOutcome::Changed);
    CHECK(service.on(QDate(2021, 11, 30)).size() == 1);
    CHECK(service.on(QDate(2021, 12, 1)).empty());
    CHECK(UnitFactService(session).roles(units.body).front().details.toOn == QDate(2021, 12, 1));
}

TEST_CASE("the role of a body follows its days, and a form writes over nothing that it did not show", "[bodies]")
{
    TestSession file;
    session::Session &session = file.session();
    const FirmWithBody units(session);
    BodyService service(session);
    const auto role = [&] { return UnitFactService(session).roles(units.body).front().details; };
    BodyDetails details{units.body};
    details.approvedOn = QDate(2021, 6, 1);
    details.dissolvedOn = QDate(2021, 8, 1);
    service.add(details);
    CHECK(role().toOn == QDate(2021, 8, 1));
    const Body read = *service.find(units.body);
    details.approvedOn = QDate(2020, 6, 1);
    details.dissolvedOn = {};
    service.change(read, details);
    CHECK(role().fromOn == QDate(2020, 6, 1));
    CHECK_FALSE(role().toOn.isValid());
    CHECK(UnitFactService(session).roles(units.body).size() == 1);

    details.approvalNo = "另一文号";
    const auto stale = errorOf([&] { service.change(read, details); });
    REQUIRE(stale);
    CHECK(stale->kind() == Error::Kind::Conflict);
    const auto second = errorOf([&] { service.add(details); });
    REQUIRE(second);
    CHECK(second->kind() == Error::Kind::Conflict);
    CHECK(service.find(units.body)->details.approvalNo.isEmpty());

    const Body last = *service.find(units.body);
    service.remove(units.body, last.revision);
    CHECK(UnitFactService(session).roles(units.body).empty());
}

TEST_CASE("of two records of one body it goes on as long as either does", "[bodies]")
{
    struct Case {
        QDate approved, dissolved, otherApproved, otherDissolved, left;
    };
    const QDate y18(2018, 1, 1), y20(2020, 12, 31), y21(2021, 5, 1), y22(2022, 3, 1);
    const Case each = GENERATE_COPY(Case{y18, {}, y18, y20, {}}, Case{y21, {}, y18, y20, {}}, Case{y18, y20, y21, {}, {}},
        Case{y18, y20, y21, y22, y22}, Case{{}, {}, {}, y20, {}});
    TestSession file;
    session::Session &session = file.session();
    const FirmWithBody units(session);
    const UnitId doubled = UnitService(session).create(unitNamed("示例新材料公司科学技术协会"));
    const auto put = [&](UnitId unit, QDate approved, QDate dissolved) {
        BodyDetails details{unit};
        details.approvedOn = approved;
        details.dissolvedOn = dissolved;
        BodyService(session).put(details);
    };
    put(units.body, each.approved, each.dissolved);
    put(doubled, each.otherApproved, each.otherDissolved);
    const Unit survivor = UnitService(session).get(units.body);
    const Unit merged = UnitService(session).get(doubled);
    UnitMerge(session).merge(survivor.id, survivor.revision, merged.id, merged.revision, {});
    const BodyDetails body = BodyService(session).find(units.body)->details;
    CHECK(body.dissolvedOn == each.left);
    CHECK(validate(body).empty());
    CHECK(body.notes.contains("撤销日期") == (each.dissolved != each.otherDissolved));
}

TEST_CASE("officers are the contacts of the body, with what they are in the unit above", "[bodies]")
{
    TestSession file;
    session::Session &session = file.session();
    const FirmWithBody units(session);
    const BodyService service(session);
    const QDate day(2021, 11, 30);
    const BodyDetails body{units.body};
    CHECK(names(service.officers(body, BodyOffice::Chair, day)) == QStringList{"示例甲/总经理"});
    CHECK(names(service.officers(body, BodyOffice::ViceChair, day)) == QStringList{"示例乙/"});
    CHECK(names(service.officers(body, BodyOffice::SecretaryGeneral, day)) == QStringList{"示例乙/"});
    CHECK(names(service.officers(body, BodyOffice::DeputySecretaryGeneral, day)).isEmpty());
    CHECK(service.officers(body, BodyOffice::Chair, day).front().phone == "13800000001");
    for (const Contact &contact : ContactService(session).ofUnit(units.body)) {
        if (contact.details.post == "主席")
            ContactService(session).endTerm(contact.id, contact.revision, QDate(2021, 6, 1));
    }
    CHECK(names(service.officers(body, BodyOffice::Chair, day)).isEmpty());
    CHECK(names(service.officers(body, BodyOffice::Chair, QDate(2021, 5, 31))) == QStringList{"示例甲/总经理"});
}

TEST_CASE("what cannot be is refused by field", "[bodies]")
{
    TestSession file;
    const FirmWithBody units(file.session());
    BodyDetails details{units.body};
    details.approvedOn = QDate(2021, 5, 14);
    details.dissolvedOn = QDate(2021, 5, 14);
    details.executiveUnit = units.body;
    details.unitMembers = -1;
    const auto error = errorOf([&] { BodyService(file.session()).put(details); });
    REQUIRE(error);
    QStringList fields;
    for (const FieldError &field : error->fields())
        fields.append(field.field);
    CHECK(fields == QStringList{"dissolvedOn", "executiveUnit", "unitMembers"});
    CHECK_FALSE(BodyService(file.session()).find(units.body));
}

TEST_CASE("bodies come from a sheet, a second time nothing changes, and go with a merged unit", "[bodies]")
{
    TestSession file;
    session::Session &session = file.session();
    const FirmWithBody units(session);
    BodySheet sheet;
    const QString csv
        = "单位全称,组织形式,批准文号,批准时间,科协会员数\n示例新材料有限公司科协,企业科协,示科协〔2021〕3号,2021.5.14,120\n";
    CHECK(import(session, sheet, csv).added == 1);
    CHECK(import(session, sheet, csv).same == 1);
    CHECK(faultsOf(import(session, sheet, "单位全称,组织形式\n示例新材料有限公司,\n")).join(";").contains("组织形式"));
    CHECK(sheet.exportRows(session).size() == 1);

    const UnitId doubled = UnitService(session).create(unitNamed("示例新材料公司科学技术协会"));
    BodyDetails other{doubled};
    other.approvedBy = "示例区科协";
    other.approvalNo = "另一文号";
    BodyService(session).put(other);
    const Unit survivor = UnitService(session).get(units.body);
    const Unit merged = UnitService(session).get(doubled);
    UnitMerge(session).merge(survivor.id, survivor.revision, merged.id, merged.revision, {});
    const auto body = BodyService(session).find(units.body);
    REQUIRE(body);
    CHECK(body->details.approvedBy == "示例区科协");
    CHECK(body->details.approvalNo == "示科协〔2021〕3号");
    CHECK(body->details.notes.contains("另一文号"));
    CHECK_FALSE(BodyService(session).find(doubled));
    CHECK(BodyService(session).on(QDate(2021, 12, 31)).size() == 1);
}
