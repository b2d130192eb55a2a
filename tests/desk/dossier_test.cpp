#include "desk/dossier.h"
#include "members/member_service.h"
#include "members/members_cases.h"
#include "parties/bodies/body_service.h"
#include "parties/cultivation/cultivation_service.h"
#include "parties/unit_facts/unit_fact_service.h"

#include <algorithm>

using namespace mishutai;
using namespace mishutai::desk;
using mishutai::test::TestSession;
using Section = DossierLine::Section;

TEST_CASE("a dossier gathers what is known of a unit, section by section, the latest first", "[dossier]")
{
    TestSession file;
    members::MemberService service(file);
    const MemberId id = service.enroll(members::enrolmentOf("示例材料有限公司"));
    const UnitId unit = *service.get(id).unit;
    service.changeLevel(id, members::MemberLevel::Council, QDate(2021, 5, 14), {}, "联〔2021〕2号");
    parties::UnitFactService facts(file);
    facts.put(parties::QualificationDetails{unit, parties::QualificationKind::TechCentre, {},
        parties::QualificationLevel::Municipal, QDate(2020, 3, 1), QDate(2023, 3, 1), {}, {}});
    parties::UnitYearDetails year{unit, 2020, parties::FigureStage::Actual, {}, {}, {}, {}, {}, {}, {}};
    year.output = Quantity::parse(QString("约12000000"));
    facts.put(year);

    parties::CultivationDetails round{unit, parties::Pool::ToScale, 2020};
    round.appliedOn = QDate(2020, 4, 1);
    parties::CultivationService(file).put(round);
    parties::BodyDetails body{unit};
    body.approvalNo = "示科协〔2021〕3号";
    parties::BodyService(file).put(body);

    const std::vector<DossierLine> lines = dossier(file, unit);
    REQUIRE(lines.size() == 7);
    CHECK(lines[0].section == Section::Members);
    CHECK(lines[0].text == "理事单位　联〔2021〕2号");
    CHECK(lines[0].objectType == "members");
    CHECK(lines[0].objectId == id.value());
    CHECK(lines[1].text == "会员单位　至2021-05-13");
    CHECK(lines[2].section == Section::Contacts);
    CHECK(lines[2].text.startsWith("示例甲"));
    CHECK(lines[3].text == "市级企业技术中心　有效期至2023-03-01");
    CHECK(lines[4].text == "2020年　小升规　待审");
    CHECK(lines[4].onDate == QDate(2020, 4, 1));
    CHECK(lines[5].text == "企业科协　示科协〔2021〕3号");
    CHECK(lines[6].text == "2020年实际　产值约1200万元");
    const members::Member member = service.get(id);
    service.leave(id, member.revision, QDate(2021, 6, 1), "示例");
    const std::vector<DossierLine> after = dossier(file, unit);
    CHECK(
        std::ranges::any_of(after, [](const DossierLine &line) { return line.text == "理事单位　联〔2021〕2号　至2021-05-31"; }));
    for (const DossierLine &line : lines)
        CHECK_FALSE(sectionTitle(line.section).isEmpty());
}

TEST_CASE("units below a unit are counted at any depth, and those that are members", "[dossier]")
{
    TestSession file;
    parties::UnitService units(file);
    const auto unitBelow = [&](const QString &name, std::optional<UnitId> parent) {
        parties::UnitDetails details = parties::unitNamed(name);
        details.parent = parent;
        return units.create(details);
    };
    const UnitId city = unitBelow("示例市科协", std::nullopt);
    const UnitId district = unitBelow("示例区科协", city);
    const UnitId firm = unitBelow("示例企业科协", district);
    members::Enrolment enrolment;
    enrolment.unit = firm;
    enrolment.member.joinedOn = QDate(2021, 3, 1);
    members::MemberService(file).enroll(enrolment);
    CHECK(below(file, city).units == 2);
    CHECK(below(file, city).members == 1);
    CHECK(below(file, firm).units == 0);
}
