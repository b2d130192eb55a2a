#include "members/member_sheet.h"
#include "members_cases.h"
#include "office/settings.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/units/kind_guess.h"
#include "session/history/change_history.h"
#include "tables/table_reader.h"

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

/// As the window imports: with people who look at warnings.
office::ImportResult looked(session::Session &session, const QString &csv, office::ImportMode mode = office::ImportMode::GoodRows)
{
    MemberSheet sheet;
    return office::importSheet(session, sheet, tables::TableReader().readBytes(csv.toUtf8(), "名单.csv"),
        {.fileName = "名单.csv", .mode = mode, .header = tables::HeaderMode::Lenient, .usesMemory = true});
}

/// "2 month 「2021.5」…", a line each.
QStringList warningsOf(const office::ImportResult &result)
{
    QStringList lines;
    for (const office::RowVerdict &row : result.good) {
        for (const FieldError &warning : row.warnings)
            lines << QString("%1 %2 %3").arg(row.row).arg(warning.field, warning.message);
    }
    return lines;
}

QString joinedOn(TestSession &file, const QString &name)
{
    return ask(file.database(), QString("SELECT joined_on AS x FROM v_memberships WHERE name = '%1'").arg(name));
}

/// "示例甲 13800000001；…" of the members' contacts, the first one first.
QString contacts(TestSession &file)
{
    QStringList all;
    for (const QString &id : ask(file.database(), "SELECT group_concat(id) AS x FROM units").split(',')) {
        for (const parties::Contact &contact : parties::ContactService(file).ofUnit(UnitId(id.toLongLong()))) {
            const parties::PersonDetails person = parties::PersonService(file).get(contact.details.person).details;
            all << QStringList{person.name, person.phone, person.otherPhone, person.notes}.join(' ').simplified();
        }
    }
    return all.join("；");
}

} // namespace

TEST_CASE("a level in another head's word is taken with a warning, in the office's own without one", "[members]")
{
    TestSession file;
    looked(file, "单位名称\n示例戊公司\n");
    const QString list = "单位名称,会员级别\n示例甲公司,会长单位\n示例乙公司,副会长单位\n示例丙公司,理事单位\n";
    const office::ImportResult first = looked(file, list, office::ImportMode::DryRun);
    CHECK(first.added == 3);
    CHECK(first.warned() == 2);
    CHECK(warningsOf(first).first() == "2 level 「会长单位」按本单位的叫法是「理事长单位」；叫法在单位资料里改");
    office::Settings(file).set(office::kHeadWord, QString("PRESIDENT"));
    CHECK(warningsOf(looked(file, list)).isEmpty());
    CHECK(ask(file.database(), "SELECT group_concat(level) AS x FROM v_memberships") == "ORDINARY,CHAIR,VICE_CHAIR,COUNCIL");
    const office::ImportResult wrong = looked(file, "单位名称,会员级别\n示例丁公司,荣誉单位\n", office::ImportMode::DryRun);
    CHECK(faultsOf(wrong).join(' ').contains("会长单位/副会长单位"));
}

TEST_CASE("the first list of an empty file brings the word for the head, in the same undo", "[members]")
{
    TestSession file;
    const QString list = "单位名称,会员级别\n示例乙公司,理事单位\n示例甲公司,副会长单位\n示例丙公司,主席单位\n";
    const QString told = "本单位的负责人称呼改为「会长」";
    CHECK(looked(file, list, office::ImportMode::DryRun).remarks.join(';').contains(told));
    CHECK(headWord(file) == office::HeadWord::Director);
    const office::ImportResult taken = looked(file, list);
    CHECK(taken.remarks.join(';').contains(told));
    CHECK(warningsOf(taken).join(';') == "4 level 「主席单位」按本单位的叫法是「会长单位」；叫法在单位资料里改");
    CHECK(headWord(file) == office::HeadWord::President);
    // Now there are members, and their word stays.
    CHECK_FALSE(looked(file, "单位名称,会员级别\n示例丁公司,副主席单位\n").remarks.join(';').contains("负责人称呼"));
    CHECK(headWord(file) == office::HeadWord::President);
    session::ChangeHistory history(file);
    history.undo(history.lastUndoable()->batch);
    history.undo(history.lastUndoable()->batch);
    CHECK(headWord(file) == office::HeadWord::Director);
    CHECK(ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM members") == "0");
}

TEST_CASE("a new member without a level is an ordinary one with a warning, and a list without days says so once", "[members]")
{
    TestSession file;
    const QString list = "单位名称,级别,入会日期\n示例甲公司,,2021-05-14\n示例乙公司,理事单位,2021-05-14\n";
    const office::ImportResult first = looked(file, list);
    CHECK(warningsOf(first).join(';') == "2 level 没有级别，按会员单位");
    CHECK(first.remarks.isEmpty());
    // A list that leaves the level of a member open changes nothing and asks nothing.
    const office::ImportResult again = looked(file, "单位名称,级别,入会日期,备注\n示例乙公司,,2021-05-14,甲\n");
    CHECK(again.changed == 1);
    CHECK(warningsOf(again).isEmpty());
    const office::ImportResult dayless = looked(file, "单位名称\n示例丙公司\n示例丁公司\n", office::ImportMode::DryRun);
    CHECK(dayless.warned() == 0);
    REQUIRE(dayless.remarks.size() == 1);
    CHECK(dayless.remarks[0].contains("没有「入会日期」一列"));
    CHECK(looked(file, "单位名称\n示例甲公司\n").remarks.isEmpty());
}

TEST_CASE("a post in brackets behind a contact's name is the post", "[members]")
{
    TestSession file;
    looked(file,
        "单位名称,联系人,联系电话\n示例甲公司,王总（总经理）,13800000001\n"
        "示例乙公司,示例甲(办公室主任)、示例乙（会计）,13800000002\n示例丙公司,示例丙（女）,13800000003\n");
    QStringList all;
    for (const QString &id : ask(file.database(), "SELECT group_concat(id) AS x FROM units").split(',')) {
        for (const parties::Contact &contact : parties::ContactService(file).ofUnit(UnitId(id.toLongLong())))
            all << parties::PersonService(file).get(contact.details.person).details.name + ' ' + contact.details.post;
    }
    CHECK(all.join(u'；') == "王总 总经理；示例甲 办公室主任；示例乙 会计；示例丙（女） ");
}

TEST_CASE("a kind of unit is guessed by the name where the list says none", "[members]")
{
    using parties::UnitKind;
    const std::vector<std::pair<const char *, std::optional<UnitKind>>> names{{"示例大学", UnitKind::University},
        {"示例大学材料学院", UnitKind::University}, {"示例大学科技园有限公司", std::nullopt},
        {"示例材料研究院", UnitKind::Institute}, {"示例材料研究院有限公司", std::nullopt}, {"示例银行", UnitKind::Finance},
        {"示例银行股份有限公司成都分行", UnitKind::Finance}, {"示例银行设备有限公司", std::nullopt},
        {"示例行业协会", UnitKind::Society}, {"示例医院", UnitKind::Other}, {"示例材料有限公司", std::nullopt}};
    for (const auto &[name, kind] : names) {
        CAPTURE(name);
        CHECK(parties::guessedKind(QString::fromUtf8(name)) == kind);
    }
    TestSession file;
    const office::ImportResult result = looked(file, "单位名称,单位类型\n示例大学,\n示例二大学,企业\n示例丙公司,\n");
    CHECK(warningsOf(result).join(';') == "2 kind 单位类型按名称猜为「高校」");
    CHECK(ask(file.database(), "SELECT group_concat(kind) AS x FROM (SELECT kind FROM units ORDER BY id)")
        == "UNIVERSITY,ENTERPRISE,ENTERPRISE");
    // What is registered is never overwritten.
    CHECK(looked(file, "单位名称\n示例二大学\n").same == 1);
}

TEST_CASE("a month is its first day with a warning, and leaves a day that is known", "[members]")
{
    TestSession file;
    const QString list = "单位名称,入会时间\n示例甲公司,2021.5\n示例乙公司,2021年5月\n示例丙公司,2021.1\n示例丁公司,2031-05-14\n";
    const office::ImportResult result = looked(file, list);
    CHECK(result.faulty.empty());
    CHECK(joinedOn(file, "示例甲公司") == "2021-05-01");
    CHECK(joinedOn(file, "示例乙公司") == "2021-05-01");
    const QStringList warnings = warningsOf(result);
    REQUIRE(warnings.size() == 4);
    CHECK(warnings[0] == "2 joinedOn 「2021.5」只写到月份，按2021-05-01导入；知道哪一天的请改");
    CHECK(warnings[2].contains("也可能是10月"));
    CHECK(warnings[3] == "5 joinedOn 2031-05-14还远没有到，请核对年份");
    CHECK(looked(file, "单位名称,入会时间\n示例甲公司,2021-05-14\n").changed == 1);
    CHECK(looked(file, "单位名称,入会时间\n示例甲公司,2021.5\n").same == 1);
    CHECK(joinedOn(file, "示例甲公司") == "2021-05-14");
    // Another month leaves it too, and says so each time.
    for (int round = 0; round < 2; ++round) {
        const office::ImportResult other = looked(file, "单位名称,入会时间\n示例甲公司,2021年1月\n");
        CHECK(other.same == 1);
        CHECK(warningsOf(other).join(';').contains("已登记的是2021-05-14，没有改"));
    }
    CHECK(joinedOn(file, "示例甲公司") == "2021-05-14");
    // Nobody looks at a data set: there it is a fault as before.
    MemberSheet sheet;
    CHECK(faultsOf(import(file, sheet, "单位名称,入会时间\n示例戊公司,2021.5\n")).join(' ').contains("没有写哪一天"));
}

TEST_CASE("a number without a name is kept, and its owner is named later", "[members]")
{
    TestSession file;
    const QString list = "单位名称,联系电话\n示例甲公司,13800000001\n";
    const office::ImportResult result = looked(file, list);
    CHECK(warningsOf(result).join(';') == "2 contactName 没有写联系人姓名，先记在「联系人」名下；知道姓名后请改");
    CHECK(contacts(file) == "联系人 13800000001");
    CHECK(looked(file, list).same == 1);
    CHECK(looked(file, "单位名称,联系人,联系电话\n示例甲公司,示例甲,13800000001\n").changed == 1);
    CHECK(contacts(file) == "示例甲 13800000001");
    // Now the number is somebody's.
    CHECK(looked(file, list).same == 1);
    MemberSheet sheet;
    CHECK(faultsOf(import(file, sheet, "单位名称,联系电话\n示例乙公司,13800000002\n")).join(' ').contains("请补联系人姓名"));
}

TEST_CASE("several names in one cell are several contacts, with their numbers", "[members]")
{
    struct Case {
        QString row;
        QString contacts;
        QString warning;
    };
    const Case each = GENERATE(
        Case{"示例甲、示例乙,13800000001、13800000002", "示例甲 13800000001；示例乙 13800000002", "按 2 位联系人导入"},
        Case{"\"示例甲\n示例乙\",\"13800000001\n13800000002\"", "示例甲 13800000001；示例乙 13800000002", "按 2 位联系人导入"},
        Case{"示例甲/示例乙,13800000001", "示例甲 13800000001；示例乙", "电话都记在「示例甲」名下"},
        Case{"示例甲,13800000001；13800000002；13800000003", "示例甲 13800000001 13800000002 另有电话：13800000003", {}},
        Case{"示例甲（办公室，负责会费）,13800000001", "示例甲（办公室，负责会费） 13800000001", {}});
    CAPTURE(each.row);
    TestSession file;
    const QString list = "单位名称,联系人,联系电话\n示例甲公司," + each.row + "\n";
    const office::ImportResult result = looked(file, list);
    CHECK(result.added == 1);
    CHECK(contacts(file) == each.contacts);
    CHECK(warningsOf(result).join(';').contains(each.warning));
    CHECK(looked(file, list).same == 1);
}

TEST_CASE("a second number is never dropped", "[members]")
{
    TestSession file;
    looked(file, "单位名称,联系人,联系电话\n示例甲公司,示例甲,13800000001、13800000002\n");
    CHECK(looked(file, "单位名称,联系人,联系电话\n示例甲公司,示例甲,13800000001、13800000003\n").changed == 1);
    CHECK(contacts(file) == "示例甲 13800000001 13800000002 另有电话：13800000003");
    CHECK(looked(file, "单位名称,联系人,联系电话\n示例甲公司,示例甲,13800000001、13800000003\n").same == 1);
}

TEST_CASE("a firm is the same with brackets of the other width", "[members]")
{
    TestSession file;
    CHECK(looked(file, "单位名称,联系人\n四川甲乙（成都）新材料有限公司,示例甲\n").added == 1);
    CHECK(looked(file, "单位名称,联系人\n四川甲乙(成都)新材料有限公司,示例甲\n").same == 1);
    CHECK(ask(file.database(), "SELECT group_concat(name) AS x FROM units") == "四川甲乙（成都）新材料有限公司");
}

TEST_CASE("another number of an individual member is kept beside the first", "[members]")
{
    TestSession file;
    looked(file, "会员编号,姓名,单位类型,电话\n会员-0001,示例甲,个人,13800000001\n");
    CHECK(looked(file, "会员编号,姓名,单位类型,电话\n会员-0001,示例甲,个人,13800000002\n").changed == 1);
    CHECK(ask(file.database(), "SELECT phone || ' ' || other_phone AS x FROM people") == "13800000001 13800000002");
}

TEST_CASE("a status is understood in the office's words, or says what it lacks", "[members]")
{
    struct Case {
        QString cells; ///< status, left, joined
        QString status; ///< of v_members_as_of afterwards, empty when refused
        QString told;
    };
    const Case each = GENERATE(Case{"除名,2021-05-14,2020-03-01", "2021-05-14 EXPELLED", {}},
        Case{"退会,2021-05-14,2020-03-01", "2021-05-14", {}}, Case{"已注销,2021年5月14日,2020-03-01", "2021-05-14 ENDED", {}},
        Case{"除名,,2020-03-01", {}, "状态是「除名」，请填写退会日期"}, Case{"暂停,,2020-03-01", {}, "请填写暂停日期"},
        Case{"欠费,,2020-03-01", {}, "不在可选范围内"}, Case{"申请中,,", "applied", "没有申请日期"},
        Case{"在会,2021-05-14,2020-03-01", {}, "按日期应为「退会」"});
    CAPTURE(each.cells);
    TestSession file;
    const QString list = "单位名称,状态,退会日期,入会日期\n示例甲公司," + each.cells + "\n";
    const office::ImportResult result = looked(file, list);
    CHECK((faultsOf(result) + warningsOf(result)).join(';').contains(each.told));
    CHECK(result.added == (each.status.isEmpty() ? 0 : 1));
    if (each.status.isEmpty())
        return;
    const QString held = ask(file.database(),
        "SELECT coalesce(left_on || coalesce(' ' || left_kind, ''), CASE WHEN joined_on IS NULL AND applied_on IS NOT NULL "
        "THEN 'applied' END) AS x FROM members");
    CHECK(held == each.status);
    // The same list another time finds the membership that has ended.
    CHECK(looked(file, list).same == 1);
    CHECK(ask(file.database(), "SELECT count(*) || '' AS x FROM members") == "1");
}

TEST_CASE("an individual whose membership has ended is found again by the days of the row", "[members]")
{
    TestSession file;
    const QString list = "姓名,单位类型,电话,状态,退会日期,入会日期\n示例甲,个人,13800000001,退会,2021-05-14,2020-03-01\n";
    CHECK(looked(file, list).added == 1);
    CHECK(looked(file, list).same == 1);
    CHECK(ask(file.database(), "SELECT count(*) || '' AS x FROM members") == "1");
}

TEST_CASE("a list without dates of joining takes applicants as such, and asks for those of who has left", "[members]")
{
    TestSession file;
    const office::ImportResult result
        = looked(file, "单位名称,会籍状态,退会日期\n示例甲公司,申请中,\n示例乙公司,退会,2021-05-14\n示例丙公司,正常,\n");
    CHECK(result.added == 2);
    CHECK(faultsOf(result).join(';').contains("已退会的请填写入会日期"));
    CHECK(ask(file.database(), "SELECT count(*) || '' AS x FROM members WHERE joined_on IS NULL") == "1");
}
