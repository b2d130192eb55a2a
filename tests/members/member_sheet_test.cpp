#include "db/lists/list_query.h"
#include "db/lists/search_index.h"
#include "members/member_level_sheet.h"
#include "members/member_list.h"
#include "members/member_repository.h"
#include "members/member_sheet.h"
#include "members_cases.h"
#include "tables/table_reader.h"

#include <algorithm>

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

/// As offices keep it: a title, serial numbers, blanks, a total; no codes of ours.
const QString kTypical = "会员单位名单,,,,,,\n"
                         "序号,单位名称,信用代码,联系人,联系电话,会员级别,入会时间\n"
                         "1,示例甲材料有限公司,91350100M000100Y43,示例甲,138-0000-0001,理事,2021.3.1\n"
                         ",,,,,,\n"
                         "2,示例乙材料有限公司,,示例乙,13800000002,会员,2021年4月1日\n"
                         "3,示例丙研究院,,,,普通会员,20210501\n"
                         "合计,3家,,,,,\n";

QString count(const db::Database &database, const QString &table)
{
    return ask(database, QString("SELECT cast(count(*) AS text) AS x FROM %1").arg(table));
}

} // namespace

TEST_CASE("a typical list of members is taken in one go, twice without doubles", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    const office::ImportResult result = import(file, sheet, kTypical);
    CHECK(faultsOf(result).isEmpty());
    CHECK(result.added == 3);
    CHECK(count(file.database(), "units") == "3");
    CHECK(count(file.database(), "contacts") == "2");
    CHECK(ask(file.database(), "SELECT level || joined_on AS x FROM v_memberships WHERE credit_code IS NOT NULL")
        == "COUNCIL2021-03-01");
    const office::ImportResult again = import(file, sheet, kTypical);
    CHECK(again.same == 3);
    CHECK(count(file.database(), "units") == "3");
    CHECK(count(file.database(), "people") == "2");
}

TEST_CASE("usual cells of a list of members are taken as they are meant", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    const QString rows = "单位名称,联系人,联系电话,会员级别,入会时间\n"
                         "\"示例甲材料\n有限公司\",示例甲,13811112222、13811113333,理事,2021-03-01 00:00:00\n"
                         "示例乙材料有限公司,,,会员,44287\n";
    CHECK(faultsOf(import(file, sheet, rows)).isEmpty());
    CHECK(import(file, sheet, rows).same == 2);
    CHECK(ask(file.database(), "SELECT phone || ' ' || other_phone AS x FROM people") == "13811112222 13811113333");
    // The list shows both.
    const db::ListDefinition list = memberList(office::HeadWord::Director);
    db::ListQuery query(file.database(), list);
    const auto listed
        = std::ranges::find(list.columns, QString("contactOtherPhone"), &db::ListColumn::key) - list.columns.begin();
    CHECK(query.rows(query.ids()).front().cells.at(static_cast<size_t>(listed)).toString() == "13811113333");
    CHECK(ask(file.database(), "SELECT joined_on AS x FROM v_memberships WHERE name = '示例甲材料有限公司'") == "2021-03-01");
    CHECK(ask(file.database(), "SELECT joined_on AS x FROM v_memberships WHERE name LIKE '示例乙%'") == "2021-04-01");
    const QStringList faults
        = faultsOf(import(file, sheet, "单位名称,级别,入会日期\n示例丁材料有限公司,会员,2021年5月\n#N/A,会员,2021-05-01\n"));
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].startsWith("2 入会日期"));
    CHECK(faults[0].contains("请写成2021-05-01"));
    CHECK(faults[1].startsWith("3 单位全称"));
    CHECK(faults[1].contains("错误值#N/A"));
}

TEST_CASE("an import of members is taken back by one undo", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    import(file, sheet, kTypical);
    session::ChangeHistory history(file);
    history.undo(history.lastUndoable()->batch);
    for (const char *table : {"units", "people", "contacts", "members", "member_levels"})
        CHECK(count(file.database(), table) == "0");
}

TEST_CASE("a list updates what it names and leaves the rest", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    import(file, sheet, kTypical);
    const auto result = import(
        file, sheet, "会员编号,服务专员,细分领域,联系人,电话\n会员-0001,示例专员,高分子材料,示例丁,13800000004\n会员-0002,,,,\n");
    CHECK(result.changed == 1);
    CHECK(result.same == 1);
    const Member member = MemberService(file).findByCode("会员-0001").value();
    CHECK(member.details.serviceOfficer == "示例专员");
    CHECK(member.details.level == MemberLevel::Council);
    CHECK(parties::UnitService(file).get(*member.unit).details.field == "高分子材料");
    CHECK(ask(file.database(), "SELECT contact_name AS x FROM v_member_list WHERE code = '会员-0001'") == "示例甲");
    CHECK(count(file.database(), "contacts") == "3");
}

TEST_CASE("a list carries what an office keeps of its members' units and contacts", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    const QString head
        = "单位全称,法定代表人,法定代表人电话,注册资本（万元）,成立日期,单位性质,产业链,产业链环节,主营产品,规模,"
          "员工总数,注册地址,开票抬头,税号,开户行,银行账号,收票邮箱,快递地址,已入工作群,联系人,电话,部门,微信,邮箱\n";
    const QString row
        = "示例甲,法甲,13800000009,1000,2015.6.1,民企,新材料,上游,树脂,中型,120,甲路1号,示例甲公司,91350100M000100Y43,"
          "示例银行,6222000011112222,fp@example.cn,乙路2号,是,示例丁,13800000004,办公室,wx-ding,ding@example.cn\n";
    const auto result = import(file, sheet, head + row);
    CHECK(faultsOf(result).isEmpty());
    REQUIRE(result.added == 1);
    const Member member = MemberService(file).findByCode("会员-0001").value();
    const parties::UnitDetails unit = parties::UnitService(file).get(*member.unit).details;
    CHECK(QStringList{unit.legalRepresentative, unit.legalRepresentativePhone, unit.chain, unit.chainSegment, unit.products,
              unit.registeredAddress, unit.invoiceTitle, unit.taxNo, unit.bankName, unit.bankAccount, unit.invoiceEmail,
              unit.deliveryAddress}
              .join(' ')
        == "法甲 13800000009 新材料 上游 树脂 甲路1号 示例甲公司 91350100M000100Y43 示例银行 6222000011112222 fp@example.cn "
           "乙路2号");
    CHECK(unit.registeredCapital == Money::fromFen(1'000'000'000));
    CHECK(unit.foundedOn == QDate(2015, 6, 1));
    CHECK(unit.ownership == parties::Ownership::Private);
    CHECK(unit.size == parties::UnitSize::Medium);
    CHECK(unit.employees == 120);
    CHECK(unit.isInGroup == true);
    CHECK(ask(file.database(), "SELECT department || wechat || email AS x FROM contacts c JOIN people p ON p.id = c.person_id")
        == "办公室wx-dingding@example.cn");

    // Empty cells leave the unit; a change of one cell is a change; the same again is none; one undo takes all of it.
    CHECK(import(file, sheet, head + "示例甲" + QString(23, ',') + '\n').same == 1);
    CHECK(import(file, sheet, head + row).same == 1);
    CHECK(import(file, sheet, "单位全称,员工总数,联系人,部门,微信\n示例甲,121,示例丁,市场部,wx-2\n").changed == 1);
    CHECK(parties::UnitService(file).get(*member.unit).details.employees == 121);
    CHECK(ask(file.database(), "SELECT department || wechat || email AS x FROM contacts c JOIN people p ON p.id = c.person_id")
        == "市场部wx-2ding@example.cn");
    session::ChangeHistory history(file);
    history.undo(history.lastUndoable()->batch);
    CHECK(parties::UnitService(file).get(*member.unit).details == unit);
}

TEST_CASE("lists under the titles that associations use are taken as they are", "[members]")
{
    for (const QString &title : QStringList{"会员单位名称", "会员单位全称", "企业名称（全称）", "公司", "会员名"}) {
        INFO(title.toStdString());
        TestSession file;
        MemberSheet sheet;
        const auto result = import(file, sheet,
            title
                + ",所在区,统一社会信用代码证号,姓名,联系人手机\n示例甲有限公司,新都区,91350100M000100Y43,示例甲,13800000001\n");
        CHECK(faultsOf(result).isEmpty());
        CHECK(ask(file.database(), "SELECT name || district || credit_code AS x FROM units")
            == "示例甲有限公司新都区91350100M000100Y43");
        CHECK(ask(file.database(), "SELECT name || phone AS x FROM people") == "示例甲13800000001");
    }
    TestSession file;
    MemberSheet sheet;
    CHECK(import(file, sheet, "姓名,单位类型,电话\n示例戊,个人,13800000005\n").added == 1);
    CHECK(ask(file.database(), "SELECT name AS x FROM people") == "示例戊");
}

TEST_CASE("wrong cells of a member's unit and contact are told in their columns", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    CHECK(faultsOf(import(file, sheet, "单位全称,员工总数,规模\n示例甲,许多,中型\n")).join('/').startsWith("2 员工总数 "));
    const auto result
        = import(file, sheet, "单位全称,法定代表人电话,联系人,邮箱\n示例甲,12,示例丁,ding\n示例乙,,,yi@example.cn\n");
    const QString faults = faultsOf(result).join('/');
    INFO(faults.toStdString());
    CHECK(faults.contains("2 法定代表人电话 "));
    CHECK(faults.contains("3 联系人 填了邮箱，请补联系人姓名"));
    CHECK(result.faulty.size() == 2);
}

TEST_CASE("an individual's WeChat and mail are taken and come back", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    const QString list = "单位全称,单位类型,电话,微信,邮箱\n示例戊,个人,13800000005,wx-wu,wu@example.cn\n";
    CHECK(import(file, sheet, list).added == 1);
    CHECK(import(file, sheet, list).same == 1);
    CHECK(import(file, sheet, "单位全称,单位类型,电话,微信\n示例戊,个人,13800000005,wx-5\n").changed == 1);
    CHECK(ask(file.database(), "SELECT wechat || ' ' || email AS x FROM people") == "wx-5 wu@example.cn");
}

TEST_CASE("a list without the day of joining enrols as of today; an applicant stays one", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    import(file, sheet, "单位名称\n示例甲\n");
    CHECK(ask(file.database(), "SELECT joined_on AS x FROM members") == "2021-12-31");
    import(file, sheet, "单位名称,申请日期,入会日期,状态\n示例乙,2021-12-01,,申请中\n");
    CHECK(ask(file.database(), "SELECT status AS x FROM v_memberships WHERE name = '示例乙'") == "APPLYING");
    CHECK(import(file, sheet, "单位名称,入会日期\n示例乙,2021-12-20\n").changed == 1);
    CHECK(ask(file.database(), "SELECT status AS x FROM v_memberships WHERE name = '示例乙'") == "ACTIVE");
}

TEST_CASE("wrong members are told with row and column, the good ones can be taken", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    import(file, sheet, kTypical);
    struct Case {
        QString csv;
        QString fault;
    };
    const std::vector<Case> cases{
        {"单位名称,信用代码\n示例丁,91350100M000100Y4Z\n", "2 统一社会信用代码 "},
        {"单位名称,入会日期\n示例丁,2021-13-01\n", "2 入会日期 「2021-13-01」不是日期"},
        {"单位名称,电话,联系人\n示例丁,123,示例丁\n", "2 电话 "},
        {"单位名称,电话\n示例丁,13800000009\n", "2 联系人 填了电话，请补联系人姓名"},
        {"单位名称,级别\n示例丁,金牌\n", "2 级别 「金牌」不在可选范围内"},
        {"会员编号,单位名称\n会员-0001,示例乙材料有限公司\n", "2 会员编号 会员编号会员-0001是「示例甲材料有限公司」"},
        {"会员编号,单位名称\n会员-0009,示例乙材料有限公司\n", "2 单位全称 该单位已是会员（会员-0002）"},
        {"单位名称,状态,入会日期\n示例丁,退会,2021-05-01\n", "2 退会日期 状态是「退会」，请填写退会日期"},
        {"单位名称,状态,入会日期\n示例丁,申请中,2021-05-01\n", "2 状态 状态写的是「申请中」，按日期应为「在会」"},
        {"单位名称,入会日期,退会日期\n示例丁,2021-05-01,2021-04-01\n", "2 退会日期 "},
        {"会员编号,服务专员\n会员-0077,示例\n", "2 单位全称 请填写单位全称"},
    };
    for (const Case &each : cases) {
        INFO(each.csv.toStdString());
        const office::ImportResult result = import(file, sheet, each.csv);
        REQUIRE(faultsOf(result).size() == 1);
        CHECK(faultsOf(result).front().left(each.fault.size()).toStdString() == each.fault.toStdString());
        CHECK_FALSE(result.isWritten);
    }
    CHECK(count(file.database(), "members") == "3");
    const auto mixed = import(file, sheet, "单位名称,信用代码\n示例丁,坏的\n示例戊,\n", office::ImportMode::GoodRows);
    CHECK(mixed.added == 1);
    CHECK(mixed.faulty.size() == 1);
    CHECK(count(file.database(), "units") == "4");
}

TEST_CASE("levels are imported by their first day", "[members]")
{
    TestSession file;
    MemberSheet members;
    import(file, members, kTypical);
    MemberLevelSheet sheet;
    const QString csv = "会员编号,级别,起始日期\n会员-0001,会员,2021-03-01\n会员-0001,理事,2021-05-14\n";
    const auto result = import(file, sheet, csv);
    CHECK(result.added == 1);
    CHECK(result.changed == 1);
    CHECK(import(file, sheet, csv).same == 2);
    CHECK(sheet.exportRows(file).size() == 4);
    CHECK(faultsOf(import(file, sheet, "会员编号,级别,起始日期\n会员-0088,会员,2021-03-01\n会员-0001,,2021-06-01\n"))
        == QStringList{"2 会员编号 没有编号为「会员-0088」的会员", "3 级别 请填写级别"});
}

TEST_CASE("the list of members searches by initials and phone tails", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    import(file, sheet, kTypical);
    db::ListQuery query(file.database(), memberList());
    const std::vector<qint64> ids = query.ids();
    REQUIRE(ids.size() == 3);
    CHECK(query.rows(ids).front().cells.size() == memberList().columns.size());
    const db::SearchIndex index(file.database(), memberList());
    CHECK(index.find("slbyjy").ids() == std::vector<qint64>{ids.back()});
    CHECK(index.find("0002").ids() == std::vector<qint64>{ids.at(1)});
    query.setFilters({{"level", db::Condition::AnyOf, QStringList{"COUNCIL"}}});
    CHECK(query.ids() == std::vector<qint64>{ids.front()});
    for (const db::ListColumn &column : memberList().columns) {
        INFO(column.key.toStdString());
        query.setFilters({{column.key, db::Condition::IsEmpty, {}}});
        query.setSorts({{column.key, true}});
        CHECK(query.ids().size() <= 3);
    }
}

TEST_CASE("a row that would add a unit much like one that is there is held back with its reason", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    import(file, sheet, "单位全称,级别\n四川示例甲材料有限公司,理事单位\n");
    const auto look = [&](const QString &csv) {
        MemberSheet fresh;
        const tables::Sheet table = tables::TableReader().readBytes(csv.toUtf8(), "members.csv");
        return office::importSheet(
            file, fresh, table, {.fileName = "members.csv", .mode = office::ImportMode::DryRun, .holdsAlike = true});
    };
    const office::ImportResult result = look("单位全称,联系人,电话\n"
                                             "示例甲材料股份有限公司,,\n" // like the unit that is there
                                             "四川示例甲材料有限公司,,\n" // the unit that is there
                                             "示例乙有限公司,,\n"
                                             "四川示例乙有限责任公司,,\n"); // like a row of this sheet
    CHECK(result.added == 1);
    CHECK(result.same == 1);
    REQUIRE(result.faulty.size() == 2);
    CHECK(result.faulty[0].isAlike());
    CHECK(result.faulty[0].reason().startsWith("与「四川示例甲材料有限公司」（单位-0001，名称相近）可能是同一单位"));
    CHECK(result.faulty[1].reason().startsWith("与「示例乙有限公司」（本表第4行，名称相近）可能是同一单位"));
}

TEST_CASE("another level in a list begins today, and what was counted before stays", "[members]")
{
    TestSession file;
    MemberSheet sheet;
    import(file, sheet, "会员编号,单位全称,级别,入会日期\n会员-0001,示例甲有限公司,理事长单位,2019-03-01\n");
    const QString other = "会员编号,单位全称,级别\n会员-0001,示例甲有限公司,理事单位\n";
    CHECK(import(file, sheet, other).changed == 1);
    CHECK(import(file, sheet, other).same == 1);
    const MemberService service(file);
    const MemberId id = service.findByCode("会员-0001")->id;
    const std::vector<LevelChange> levels = service.levels(id);
    REQUIRE(levels.size() == 2);
    CHECK(levels[0].level == MemberLevel::Chair);
    CHECK(levels[0].fromOn == QDate(2019, 3, 1));
    CHECK(levels[1].level == MemberLevel::Council);
    CHECK(levels[1].fromOn == file.session().clock().today());
    // What was put in wrongly today is put right.
    CHECK(import(file, sheet, QString(other).replace("理事单位", "会员单位")).changed == 1);
    CHECK(service.levels(id).size() == 2);
    CHECK(service.levels(id).back().level == MemberLevel::Ordinary);
}
