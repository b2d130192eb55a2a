#include "parties/dated_span.h"
#include "parties/unit_facts/unit_fact.h"
#include "parties_cases.h"

using namespace mishutai;
using namespace mishutai::parties;

namespace {

template <class Details> struct Case {
    const char *what;
    void (*change)(Details &);
    const char *field; ///< nullptr: acceptable
    const char *word;
};

template <class Details> void checkCases(const Details &good, const std::vector<Case<Details>> &cases)
{
    CHECK(validate(good).empty());
    for (const Case<Details> &each : cases) {
        INFO(each.what);
        Details details = good;
        each.change(details);
        const std::vector<FieldError> errors = validate(details);
        REQUIRE(errors.size() == (each.field ? 1u : 0u));
        if (each.field) {
            CHECK(errors.front().field == QString(each.field));
            CHECK(errors.front().message.contains(QString(each.word)));
        }
    }
}

} // namespace

TEST_CASE("what a unit's form may hold", "[parties]")
{
    checkCases<UnitDetails>(unitNamed("示例材料有限公司"),
        {
            {"no name", [](UnitDetails &d) { d.name.clear(); }, "name", "请填写单位全称"},
            {"a name too long", [](UnitDetails &d) { d.name = QString(201, u'长'); }, "name", "最多200个字"},
            {"a control character", [](UnitDetails &d) { d.field = QString("材") + QChar(7); }, "field", "控制字符"},
            {"line breaks in notes", [](UnitDetails &d) { d.notes = "一\n二"; }, nullptr, ""},
            {"a right credit code", [](UnitDetails &d) { d.creditCode = "91350100M000100Y43"; }, nullptr, ""},
            {"a wrong check digit", [](UnitDetails &d) { d.creditCode = "91350100M000100Y4Z"; }, "creditCode", "Z"},
            {"a check digit that is another", [](UnitDetails &d) { d.creditCode = "91350100M000100Y44"; }, "creditCode",
                "应为「3」"},
            {"17 characters", [](UnitDetails &d) { d.creditCode = "91350100M000100Y4"; }, "creditCode", "18"},
            {"a letter that cannot occur", [](UnitDetails &d) { d.creditCode = "9135010OM000100Y43"; }, "creditCode", "O"},
            {"no telephone", [](UnitDetails &d) { d.legalRepresentativePhone = "12345x"; }, "legalRepresentativePhone", "电话"},
            {"an account with a letter", [](UnitDetails &d) { d.bankAccount = "5100A"; }, "bankAccount", "只含数字"},
            {"a tax number too short", [](UnitDetails &d) { d.taxNo = "9135010"; }, "taxNo", "有7位"},
            {"a tax number of old form", [](UnitDetails &d) { d.taxNo = "510100123456789"; }, nullptr, ""},
            {"no mail address", [](UnitDetails &d) { d.invoiceEmail = "fp.example.cn"; }, "invoiceEmail", "电子邮箱"},
            {"a group and not in it",
                [](UnitDetails &d) {
                    d.isInGroup = false;
                    d.groupName = "联盟工作群";
                },
                "groupName", "已入工作群"},
            {"fewer than none", [](UnitDetails &d) { d.employees = -1; }, "employees", "负数"},
            {"more technicians than people",
                [](UnitDetails &d) {
                    d.employees = 5;
                    d.technicalStaff = 6;
                },
                "technicalStaff", "不能多于"},
            {"a negative capital", [](UnitDetails &d) { d.registeredCapital = Money::fromFen(-1); }, "registeredCapital", "负数"},
            {"a year of two digits", [](UnitDetails &d) { d.aboveScaleYear = 21; }, "aboveScaleYear", "四位"},
            {"above scale and not",
                [](UnitDetails &d) {
                    d.aboveScaleYear = 2021;
                    d.isAboveScale = false;
                },
                "aboveScaleYear", "规上"},
            {"founded long ago", [](UnitDetails &d) { d.foundedOn = QDate(1021, 1, 1); }, "foundedOn", "1800"},
        });
}

TEST_CASE("what a person's form may hold", "[parties]")
{
    checkCases<PersonDetails>(personNamed("示例甲", "13800000001"),
        {
            {"no name", [](PersonDetails &d) { d.name.clear(); }, "name", "请填写姓名"},
            {"ten digits", [](PersonDetails &d) { d.phone = "1380000000"; }, "phone", "11位"},
            {"a landline", [](PersonDetails &d) { d.phone = "028-85550123"; }, nullptr, ""},
            {"a number not in stored form", [](PersonDetails &d) { d.phone = "138 0000 0001"; }, "phone", "电话"},
            {"no address", [](PersonDetails &d) { d.email = "name@"; }, "email", "邮箱"},
            {"an address", [](PersonDetails &d) { d.email = "name@example.cn"; }, nullptr, ""},
        });
}

TEST_CASE("what a contact, a role, a qualification and a year may hold", "[parties]")
{
    checkCases<ContactDetails>({UnitId(1), PersonId(1), {}, {}, false, {}, {}, {}},
        {
            {"it ends before it begins",
                [](ContactDetails &d) {
                    d.fromOn = QDate(2021, 2, 1);
                    d.toOn = QDate(2021, 2, 1);
                },
                "toOn", "晚于"},
        });
    checkCases<UnitRoleDetails>({UnitId(1), UnitRoleKind::Liaison, {}, {}, {}},
        {
            {"it ends before it begins",
                [](UnitRoleDetails &d) {
                    d.fromOn = QDate(2021, 2, 1);
                    d.toOn = QDate(2021, 1, 1);
                },
                "toOn", "晚于"},
        });
    checkCases<QualificationDetails>({UnitId(1), QualificationKind::HighTech, {}, {}, QDate(2020, 12, 3), {}, {}, {}},
        {
            {"no day", [](QualificationDetails &d) { d.awardedOn = QDate(); }, "awardedOn", "认定日期"},
            {"other without a name", [](QualificationDetails &d) { d.kind = QualificationKind::Other; }, "title", "资质名称"},
            {"expired at once", [](QualificationDetails &d) { d.expiresOn = d.awardedOn; }, "expiresOn", "晚于"},
        });
    checkCases<UnitYearDetails>({UnitId(1), 2021, FigureStage::Actual, {}, {}, {}, {}, {}, {}, {}},
        {
            {"no year", [](UnitYearDetails &d) { d.year = 0; }, "year", "四位"},
            {"fewer than none", [](UnitYearDetails &d) { d.employees = Quantity::parse(QString("-3")); }, "employees",
                "不小于零"},
            {"a loss of output", [](UnitYearDetails &d) { d.output = yuanOf(Money::fromFen(-3)); }, nullptr, ""},
        });
}

TEST_CASE("tidying brings codes and numbers into stored form", "[parties]")
{
    UnitDetails details = unitNamed(" 示例材料有限公司 ", " 91350100 m000100y43");
    details.legalRepresentativePhone = "+86 138 0000 0001";
    details.aliases = {"乙", " 甲 ", "乙", "", "示例材料有限公司"};
    const UnitDetails tidy = tidied(details);
    CHECK(tidy.name == "示例材料有限公司");
    CHECK(tidy.creditCode == "91350100M000100Y43");
    CHECK(tidy.legalRepresentativePhone == "13800000001");
    CHECK(tidy.aliases == QStringList{"乙", "甲"});
    CHECK(tidied(personNamed("示例甲", "不详")).phone == "不详");
}

TEST_CASE("half-open spans overlap only when they share a day", "[parties]")
{
    const QDate a(2021, 1, 1);
    const QDate b(2021, 2, 1);
    const QDate c(2021, 3, 1);
    CHECK(DatedSpan{a, c}.overlaps({b, {}}));
    CHECK_FALSE(DatedSpan{a, b}.overlaps({b, c}));
    CHECK_FALSE(DatedSpan{b, c}.overlaps({a, b}));
    CHECK(DatedSpan{{}, {}}.overlaps({a, b}));
    CHECK_FALSE(DatedSpan{b, {}}.overlaps({{}, b}));
    CHECK(DatedSpan{a, b}.contains(a));
    CHECK_FALSE(DatedSpan{a, b}.contains(b));
}
