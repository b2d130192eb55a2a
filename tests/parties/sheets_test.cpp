#include "db/lists/list_query.h"
#include "db/lists/search_index.h"
#include "parties/people/contact_service.h"
#include "parties/people/contact_sheet.h"
#include "parties/people/person_list.h"
#include "parties/people/person_sheet.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/unit_facts/unit_fact_sheets.h"
#include "parties/units/unit_list.h"
#include "parties/units/unit_sheet.h"
#include "parties_cases.h"
#include "tables/table_writer.h"

using namespace mishutai;
using namespace mishutai::parties;
using mishutai::test::TestSession;

namespace {

/// The sheet as a data set holds it.
QByteArray exported(session::Session &session, const office::RecordSheet &kind)
{
    tables::Table table{kind.title(), {}, kind.exportRows(session)};
    for (const office::SheetColumn &column : kind.columns())
        table.columns.push_back({column.title});
    return tables::TableWriter::csv(table, tables::CsvOptions::dataSet());
}

const QString kUnits = "单位编号,单位全称,统一社会信用代码,单位类型,注册资本（万元）,成立日期,上级单位,别名\n"
                       "单位-0002,示例子公司,,企业,100.5,2015年6月1日,示例集团,乙；甲\n"
                       "单位-0001,示例集团,91350100M000100Y43,,,,,\n";

} // namespace

TEST_CASE("units are imported, also when the parent stands below", "[parties]")
{
    TestSession file;
    UnitSheet sheet;
    const office::ImportResult result = import(file, sheet, kUnits);
    CHECK(result.added == 2);
    const UnitService service(file);
    const Unit child = service.findByCode("单位-0002").value();
    CHECK(child.details.parent == service.findByCode("单位-0001")->id);
    CHECK(child.details.registeredCapital == Money::fromFen(100'500'000));
    CHECK(child.details.foundedOn == QDate(2015, 6, 1));
    CHECK(child.details.aliases == QStringList{"乙", "甲"});
    const office::ImportResult again = import(file, sheet, kUnits);
    CHECK(again.same == 2);
}

TEST_CASE("a unit without a code is matched by credit code, then by name", "[parties]")
{
    TestSession file;
    UnitSheet sheet;
    import(file, sheet, kUnits);
    const auto renamed = import(file, sheet, "单位名称,信用代码\n示例控股集团,91350100M000100Y43\n");
    CHECK(renamed.changed == 1);
    CHECK(UnitService(file).findByCode("单位-0001")->details.name == "示例控股集团");
    const auto named = import(file, sheet, "单位名称,简称\n示例子公司,子公司\n");
    CHECK(named.changed == 1);
    CHECK(UnitService(file).findByCode("单位-0002")->details.aliases.size() == 2);
    const auto another = import(file, sheet, "单位名称,信用代码\n示例控股集团,91000000MA00013416\n");
    CHECK(another.added == 1);
}

TEST_CASE("wrong units are told with row and column", "[parties]")
{
    TestSession file;
    UnitSheet sheet;
    import(file, sheet, kUnits);
    struct Case {
        QString csv;
        QStringList faults;
    };
    const std::vector<Case> cases{
        {"单位全称,成立日期\n甲,不详\n", {"2 成立日期 「不详」不是日期，请写成2021-05-14这样"}},
        {"单位全称,信用代码\n甲,91350100M000100Y44\n",
            {"2 统一社会信用代码 "
             "统一社会信用代码的校验位不符，请与营业执照或登记证书核对是否输错了一位（前17位若无误，第18位应为「3」）"}},
        {"单位编号,单位全称,信用代码\n单位-0009,甲,91350100M000100Y43\n",
            {"2 统一社会信用代码 统一社会信用代码91350100M000100Y43已属于「示例集团」（单位-0001）"}},
        {"单位全称,单位类型\n甲,国企啊\n", {"2 单位类型 「国企啊」不在可选范围内，请填：" + unitKinds().labels()}},
        {"单位编号,单位全称\n单位-0009,\n", {"2 单位全称 请填写单位全称"}},
    };
    for (const Case &each : cases)
        CHECK(faultsOf(import(file, sheet, each.csv)) == each.faults);
    CHECK(errorOf([&] { import(file, sheet, "单位全称,上级单位\n甲,没有这家\n"); })->place()->row == 2);
    CHECK(errorOf([&] { import(file, sheet, "单位全称,颜色\n甲,红\n"); })->text().contains("颜色"));
    CHECK(ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM units") == "2");
}

TEST_CASE("people are matched by code, by name and number, or by a name without a number", "[parties]")
{
    TestSession file;
    PersonSheet sheet;
    const QString csv = "姓名,手机,职称\n示例甲,138 0000 0001,教授\n示例甲,13800000002,\n示例乙,,\n";
    CHECK(import(file, sheet, csv).added == 3);
    CHECK(import(file, sheet, csv).same == 3);
    CHECK(import(file, sheet, "人员编号,姓名\n人员-0002,示例丙\n").changed == 1);
    CHECK(faultsOf(import(file, sheet, "姓名,手机\n示例丁,123\n")).front().startsWith("2 电话"));
}

TEST_CASE("contacts bring people that are not registered yet", "[parties]")
{
    TestSession file;
    UnitSheet units;
    import(file, units, kUnits);
    ContactSheet sheet;
    const QString csv = "单位全称,姓名,电话,职务,首要联系人\n示例集团,示例甲,13800000001,经理,是\n";
    CHECK(import(file, sheet, csv).added == 1);
    CHECK(import(file, sheet, csv).same == 1);
    CHECK(import(file, sheet, "单位编号,人员编号,电话\n单位-0001,人员-0001,13800000009\n").changed == 1);
    CHECK(PersonService(file).findByCode("人员-0001")->details.phone == "13800000009");
    CHECK(import(file, sheet,
              "单位编号,人员编号,微信号,邮箱,称谓,部门,用途\n单位-0001,人员-0001,wx1,a@example.cn,甲总,财务部,活动；会费\n")
              .changed
        == 1);
    CHECK(ask(file.database(), "SELECT salutation || department || purpose AS x FROM contacts") == "甲总财务部会费；活动");
    CHECK(PersonService(file).findByCode("人员-0001")->details.wechat == "wx1");
    CHECK(
        sheet.exportRows(file).front().mid(4, 6) == QStringList{"13800000009", "wx1", "a@example.cn", "甲总", "财务部", "经理"});
    CHECK(faultsOf(import(file, sheet, "单位全称,姓名\n没有这家,示例甲\n,示例甲\n示例集团,\n"))
        == QStringList{"2 单位全称 单位库里没有「没有这家」，请先登记该单位", "3 单位全称 请填写单位编号或单位全称",
            "4 姓名 请填写人员编号或姓名"});
}

TEST_CASE("two numbers in one cell go to both fields of a person, elsewhere they are refused", "[parties]")
{
    TestSession file;
    UnitSheet units;
    import(file, units, kUnits);
    PersonSheet people;
    const QString two = "姓名,手机\n示例戊,13811112222、13811113333\n";
    CHECK(import(file, people, two).added == 1);
    CHECK(import(file, people, two).same == 1);
    CHECK(ask(file.database(), "SELECT phone || ' ' || other_phone AS x FROM people") == "13811112222 13811113333");
    ContactSheet contacts;
    CHECK(import(file, contacts, "单位全称,姓名,电话\n示例集团,示例己,028-85550123/13811115555\n").added == 1);
    CHECK(ask(file.database(), "SELECT phone || ' ' || other_phone AS x FROM people WHERE name = '示例己'")
        == "028-85550123 13811115555");
    const QStringList faults = faultsOf(import(file, people, "姓名,手机,其他电话\n示例庚,13811112222、13811113333,85550123\n"));
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().contains("是两个电话"));
    CHECK(faultsOf(import(file, units, "单位全称,开票电话\n示例集团,13811112222、13811113333\n")).front().contains("是两个电话"));
}

TEST_CASE("facts of units are imported once", "[parties]")
{
    TestSession file;
    UnitSheet units;
    import(file, units, kUnits);
    UnitRoleSheet roles;
    const QString roleRows = "单位编号,身份,起始日期,说明\n单位-0001,政府联系,2021-01-01,简报\n单位-0001,银行,,\n";
    CHECK(import(file, roles, roleRows).added == 2);
    CHECK(import(file, roles, roleRows).same == 2);
    CHECK(ask(file.database(), "SELECT note AS x FROM v_unit_roles WHERE role = 'LIAISON'") == "简报");
    CHECK(ask(file.database(), "SELECT role_notes AS x FROM v_unit_list WHERE code = '单位-0001'").contains("简报"));
    CHECK(import(file, roles, "单位编号,身份\n单位-0002,潜在会员\n单位-0002,媒体\n单位-0002,专委会\n").added == 3);
    QualificationSheet qualifications;
    const QString qualificationRows = "单位编号,资质类别,级别,认定日期\n单位-0001,高企,国家级,2020-12-03\n";
    CHECK(import(file, qualifications, qualificationRows).added == 1);
    CHECK(import(file, qualifications, qualificationRows).same == 1);
    UnitYearSheet years;
    const QString yearRows = "单位编号,年度,产值（元）\n单位-0001,2021,1234.50\n";
    CHECK(import(file, years, yearRows).added == 1);
    CHECK(import(file, years, "单位编号,年度,纳税（元）\n单位-0001,2021,7\n").changed == 1);
    CHECK(ask(file.database(), "SELECT output_fen || ' ' || tax_fen AS x FROM v_unit_years") == "123450 700");
    CHECK(faultsOf(import(file, years, "单位编号,年度\n单位-0001,去年\n")).size() == 1);
}

TEST_CASE("yearly figures with 万 or 亿 are stored as what they say or refused", "[parties]")
{
    TestSession file;
    UnitSheet units;
    import(file, units, kUnits);
    UnitYearSheet years;
    const QString head = "单位编号,年度,产值（元）,营业收入（元）,纳税（元）,员工总数,科技人员数\n";
    CHECK(import(file, years, head + "单位-0001,2021,约1.2亿,1.2亿元,3000万,1.2万人,120人\n").added == 1);
    CHECK(ask(file.database(),
              "SELECT output_fen || ' ' || revenue_fen || ' ' || tax_fen || ' ' || employees || ' ' || technical_staff AS x"
              " FROM v_unit_years")
        == "12000000000 12000000000 3000000000 12000 120");
    const QStringList faults = faultsOf(import(file, years, head + "单位-0001,2020,120人,1.2亿美元,5000元,120元,\n"));
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].startsWith("2 产值（元） 「120人」换算不成以元为单位的数"));
    CHECK(faults[2].startsWith("2 员工总数 「120元」换算不成以人为单位的数"));
}

TEST_CASE("what is exported and imported into an empty file is exported the same", "[parties]")
{
    TestSession first;
    UnitSheet units;
    PersonSheet people;
    ContactSheet contacts;
    UnitRoleSheet roles;
    QualificationSheet qualifications;
    UnitYearSheet years;
    import(first, units, kUnits);
    import(first, contacts,
        "单位全称,姓名,电话,首要联系人,起始日期\n示例集团,示例甲,13800000001,是,\n示例子公司,示例乙,,否,2021-01-01\n");
    import(first, roles, "单位编号,身份,终止日期\n单位-0001,银行,2022-01-01\n");
    import(first, qualifications, "单位编号,资质类别,资质名称,认定日期\n单位-0001,其他,示例资质,2020-12-03\n");
    import(first, years, "单位编号,年度,数据性质,出口（元）\n单位-0001,2021,快报,8\n");

    TestSession second;
    for (office::RecordSheet *kind :
        std::initializer_list<office::RecordSheet *>{&units, &people, &contacts, &roles, &qualifications, &years}) {
        INFO(kind->key().toStdString());
        const QByteArray bytes = exported(first, *kind);
        CHECK(bytes.count('\n') > 1);
        const office::ImportResult result = import(second, *kind, QString::fromUtf8(bytes));
        CHECK(faultsOf(result).isEmpty());
        CHECK(exported(second, *kind) == bytes);
    }
    session::Session reader = first.sessionAs(session::Role::ReadOnly);
    CHECK(errorOf([&] { units.exportRows(reader); })->kind() == Error::Kind::Forbidden);
}

TEST_CASE("the lists of units and people answer in SQL", "[parties]")
{
    TestSession file;
    UnitSheet units;
    ContactSheet contacts;
    import(file, units, kUnits);
    import(file, contacts, "单位全称,姓名,电话,职务,首要联系人\n示例集团,示例甲,13800000001,经理,是\n");
    db::ListQuery unitQuery(file.database(), unitList());
    const std::vector<qint64> ids = unitQuery.ids();
    REQUIRE(ids.size() == 2);
    const db::ListRow row = unitQuery.rows(ids).front();
    CHECK(row.cells.at(1).toString() == "示例集团");
    CHECK(row.cells.at(8).toString() == "13800000001");
    unitQuery.setFilters({{"kind", db::Condition::AnyOf, QStringList{"ENTERPRISE"}}});
    CHECK(unitQuery.ids().size() == 2);

    const db::SearchIndex index(file.database(), unitList());
    CHECK(index.find("sljt").ids() == std::vector<qint64>{ids.front()});
    CHECK(index.find("乙").size() == 1);

    const db::ListQuery personQuery(file.database(), personList());
    REQUIRE(personQuery.ids().size() == 1);
    CHECK(personQuery.rows(personQuery.ids()).front().cells.at(2).toString() == "示例集团");
}
