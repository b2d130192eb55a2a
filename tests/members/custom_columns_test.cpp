#include "db/lists/list_query.h"
#include "db/lists/search_index.h"
#include "members/member_list.h"
#include "members/member_sheet.h"
#include "members_cases.h"
#include "office/custom_fields/custom_field_service.h"
#include "office/custom_fields/custom_value_service.h"
#include "office/sheets/pending_rows.h"
#include "parties/units/unit_list.h"
#include "parties/units/unit_service.h"
#include "session/history/change_history.h"
#include "support/test_session.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;
using office::CustomKind;
using office::CustomOwner;

namespace {

/// Three members; fields of every kind, the first two members have values.
struct Registry {
    Registry()
    {
        MemberService members(file);
        for (const char *name : {"示例甲材料有限公司", "示例乙材料有限公司", "示例丙材料有限公司"})
            ids.push_back(members.enroll(enrolmentOf(name)));
        office::CustomFieldService fields(file);
        key("分会", fields.add({CustomOwner::Member, "分会", CustomKind::Text}));
        key("接待", fields.add({CustomOwner::Member, "接待", CustomKind::YesNo}));
        key("阶段", fields.add({CustomOwner::Unit, "阶段", CustomKind::Choice, {"天使轮", "A轮"}}));
        key("专利", fields.add({CustomOwner::Unit, "专利", CustomKind::Number}));
        key("补贴", fields.add({CustomOwner::Unit, "补贴", CustomKind::Money}));
        key("评定", fields.add({CustomOwner::Unit, "评定", CustomKind::Date}));
        give(0, {{"分会", "华东分会"}, {"接待", "否"}},
            {{"阶段", "A轮"}, {"专利", "9.5"}, {"补贴", "12,000"}, {"评定", "2021-05-14"}});
        give(1, {{"分会", "西南分会"}, {"接待", "是"}},
            {{"阶段", "天使轮"}, {"专利", "30"}, {"补贴", "800"}, {"评定", "2020-12-31"}});
    }

    void key(const QString &name, qint64 id) { keys.insert(name, QStringLiteral("custom.%1").arg(id)); }

    void give(size_t member, const QHash<QString, QString> &own, const QHash<QString, QString> &ofUnit)
    {
        office::CustomValueService values(file);
        const Member stored = MemberService(file).get(ids[member]);
        values.set(session::Operation::MemberEdit, CustomOwner::Member, stored.id.value(), own);
        values.set(session::Operation::UnitEdit, CustomOwner::Unit, stored.unit.value().value(), ofUnit);
    }

    /// Places of the members that the list gives, from 0.
    std::vector<int> found(std::vector<db::ListFilter> filters, std::vector<db::ListSort> sorts = {})
    {
        const db::ListDefinition list = memberListOf(file);
        db::ListQuery query(file.database(), list);
        query.setFilters(std::move(filters));
        query.setSorts(std::move(sorts));
        std::vector<int> places;
        for (const qint64 id : query.ids())
            places.push_back(static_cast<int>(std::ranges::find(ids, MemberId(id)) - ids.begin()));
        return places;
    }

    TestSession file;
    std::vector<MemberId> ids;
    QHash<QString, QString> keys;
};

} // namespace

TEST_CASE("fields of the office's own are columns: filtered and sorted as what they are", "[custom]")
{
    using enum db::Condition;
    Registry r;
    CHECK(r.found({{r.keys["分会"], Contains, "西南"}}) == std::vector<int>{1});
    CHECK(r.found({{r.keys["阶段"], AnyOf, QStringList{"A轮"}}}) == std::vector<int>{0});
    CHECK(r.found({{r.keys["专利"], AtLeast, qint64(10'000'000)}}) == std::vector<int>{1});
    CHECK(r.found({{r.keys["补贴"], AtMost, qint64(100'000)}}) == std::vector<int>{1});
    CHECK(r.found({{r.keys["评定"], AtLeast, QDate(2021, 1, 1)}}) == std::vector<int>{0});
    CHECK(r.found({{r.keys["接待"], AnyOf, QStringList{"0"}}}) == std::vector<int>{0});
    CHECK(r.found({{r.keys["接待"], IsEmpty, {}}}) == std::vector<int>{2});
    // As numbers: 9.5 before 30, 800 before 12,000; who has none comes last.
    CHECK(r.found({}, {{r.keys["专利"]}}) == std::vector<int>{0, 1, 2});
    CHECK(r.found({}, {{r.keys["补贴"]}}) == std::vector<int>{1, 0, 2});
    CHECK(r.found({}, {{r.keys["评定"], true}}) == std::vector<int>{0, 1, 2});

    const db::ListDefinition list = memberListOf(r.file);
    CHECK(list.columns.size() == memberList().columns.size() + 6);
    db::ListQuery query(r.file.database(), list);
    CHECK(query.distinctValues(r.keys["阶段"], 10).size() == 3);
    const auto totals = query.totalsOfAll();
    for (size_t i = 0; i < list.columns.size(); ++i) {
        if (list.columns[i].key == r.keys["专利"])
            CHECK(totals[i] == 39'500'000);
        if (list.columns[i].key == r.keys["补贴"])
            CHECK(totals[i] == 1'280'000);
        if (list.columns[i].key == r.keys["评定"])
            CHECK_FALSE(totals[i]);
    }
    const auto row = query.rows({r.ids[0].value()}).front();
    CHECK(row.cells[memberList().columns.size()].toString() == "华东分会");
    const db::ListDefinition units = parties::unitListOf(r.file);
    CHECK(units.columns.size() == parties::unitList().columns.size() + 4);
    CHECK(db::ListQuery(r.file.database(), units).ids().size() == 3);
}

TEST_CASE("lists have the year above the scale, the party organisation and the parent", "[custom]")
{
    Registry r;
    parties::UnitService service(r.file);
    const UnitId parent = *MemberService(r.file).get(r.ids[1]).unit;
    const parties::Unit unit = service.get(*MemberService(r.file).get(r.ids[0]).unit);
    parties::UnitDetails details = unit.details;
    details.aboveScaleYear = 2020;
    details.partyOrganisation = "示例党支部";
    details.partyMembers = 12;
    details.parent = parent;
    service.update(unit.id, unit.revision, details);
    const auto check = [&](const db::ListDefinition &list, qint64 id) {
        const auto row = db::ListQuery(r.file.database(), list).rows({id}).front();
        const auto cell = [&](const QString &key) {
            const auto column = std::ranges::find(list.columns, key, &db::ListColumn::key);
            REQUIRE(column != list.columns.end());
            return row.cells[static_cast<size_t>(column - list.columns.begin())];
        };
        CHECK(cell("aboveScaleYear").toInt() == 2020);
        CHECK(cell("partyOrganisation").toString() == "示例党支部");
        CHECK(cell("partyMembers").toInt() == 12);
        CHECK(cell("parent").toString() == "示例乙材料有限公司");
    };
    check(memberList(), r.ids[0].value());
    check(parties::unitList(), unit.id.value());
}

TEST_CASE("texts of the office's own fields are searched, and the hit says in which", "[custom]")
{
    Registry r;
    const db::ListDefinition list = memberListOf(r.file);
    const db::SearchIndex index(r.file.database(), list);
    CHECK(index.find("xnfh").ids() == std::vector<qint64>{r.ids[1].value()});
    const auto why = index.foundIn(r.ids[1].value(), "西南");
    REQUIRE(why.size() == 1);
    CHECK(why.front().title == "分会");
    office::CustomFieldService(r.file).add({CustomOwner::Unit, "口号", CustomKind::Text});
    r.give(2, {}, {{"口号", "开拓创新"}});
    const db::ListDefinition units = parties::unitListOf(r.file);
    CHECK(db::SearchIndex(r.file.database(), units).find("ktcx").ids().size() == 1);
    const db::ListDefinition again = memberListOf(r.file);
    CHECK(db::SearchIndex(r.file.database(), again).find("ktcx").ids() == std::vector<qint64>{r.ids[2].value()});
}

TEST_CASE("a retired field has no column, and what a record had goes and comes with it", "[custom]")
{
    Registry r;
    office::CustomFieldService fields(r.file);
    const office::CustomField first = fields.fields(CustomOwner::Member).front();
    office::CustomFieldDetails retired = first.details;
    retired.isRetired = true;
    fields.update(first.id, first.revision, retired);
    CHECK(memberListOf(r.file).columns.size() == memberList().columns.size() + 5);

    office::CustomValueService values(r.file);
    MemberService members(r.file);
    const Member member = members.get(r.ids[0]);
    members.remove(member.id, member.revision);
    CHECK(values.values(CustomOwner::Member, member.id.value()).isEmpty());
    session::ChangeHistory history(r.file);
    history.undo(history.lastUndoable()->batch);
    CHECK(values.values(CustomOwner::Member, member.id.value()).size() == 2);

    const Member third = members.get(r.ids[2]);
    r.give(2, {}, {{"专利", "1"}});
    members.remove(third.id, third.revision);
    parties::UnitService units(r.file);
    units.remove(*third.unit, units.get(*third.unit).revision);
    CHECK(values.rows(CustomOwner::Unit, third.unit->value()).empty());
}

TEST_CASE("a sheet of members takes the office's own fields by their names; a second run changes nothing", "[custom]")
{
    Registry r;
    MemberSheet sheet;
    const QString csv = "单位全称,分会,阶段,专利,补贴,评定,接待\n"
                        "示例甲材料有限公司,东北分会,,10,\"12,000.00\",2021/5/14,否\n"
                        "示例丁材料有限公司,华北分会,A轮,3,5,2021.6.1,是\n";
    const auto first = import(r.file, sheet, csv);
    CHECK(faultsOf(first).isEmpty());
    CHECK(first.changed == 1);
    CHECK(first.added == 1);
    CHECK(import(r.file, sheet, csv).same == 2);
    office::CustomValueService values(r.file);
    const Member member = MemberService(r.file).get(r.ids[0]);
    CHECK(values.values(CustomOwner::Member, member.id.value()).value("分会") == "东北分会");
    // An empty cell leaves the unit as it is.
    CHECK(values.values(CustomOwner::Unit, member.unit->value())
        == QHash<QString, QString>{{"阶段", "A轮"}, {"专利", "10"}, {"补贴", "12000.00"}, {"评定", "2021-05-14"}});
    CHECK(r.found({{r.keys["分会"], db::Condition::Contains, "华北"}}).size() == 1);
    // A column that the sheet lacks leaves its field alone; an empty cell of the membership empties it.
    CHECK(import(r.file, sheet, "单位全称,分会\n示例甲材料有限公司,\n").changed == 1);
    CHECK(values.values(CustomOwner::Member, member.id.value()) == QHash<QString, QString>{{"接待", "否"}});
}

TEST_CASE("cells of the office's own fields that cannot be read are each a fault of their cell", "[custom]")
{
    Registry r;
    MemberSheet sheet;
    const auto result = import(r.file, sheet,
        "单位全称,分会,阶段,专利,评定\n示例戊材料有限公司,一,B轮,许多,不知道\n示例甲材料有限公司,东北分会,,,\n",
        office::ImportMode::DryRun);
    const QStringList faults = faultsOf(result);
    REQUIRE(faults.size() == 3);
    for (const char *place : {"2 阶段", "2 专利", "2 评定"})
        CHECK(std::ranges::any_of(faults, [&](const QString &fault) { return fault.startsWith(place); }));
    REQUIRE(result.good.size() == 1);
    REQUIRE(result.good.front().changes.size() == 1);
    CHECK(result.good.front().changes.front() == office::CellChange{"custom.分会", "华东分会", "东北分会"});
}

TEST_CASE("a column that was matched to a field by hand stays matched when the field is called otherwise", "[custom]")
{
    Registry r;
    MemberSheet sheet;
    const auto take = [&](const QString &branch, const QHash<QString, QString> &chosen) {
        const office::ImportRequest request{.fileName = "名单.csv",
            .mode = office::ImportMode::GoodRows,
            .header = tables::HeaderMode::Lenient,
            .usesMemory = true,
            .chosen = chosen,
            .keepsFaulty = true};
        const QString csv = "单位全称,属哪个分支\n示例甲材料有限公司," + branch + "\n,无名\n";
        return office::importSheet(r.file, sheet, tables::TableReader().readBytes(csv.toUtf8(), "名单.csv"), request);
    };
    CHECK(take("东北", {{tables::titleKey("属哪个分支"), "custom.分会"}}).changed == 1);
    office::CustomFieldService fields(r.file);
    const office::CustomField field = fields.fields(CustomOwner::Member).front();
    office::CustomFieldDetails renamed = field.details;
    renamed.name = "所在分会";
    fields.update(field.id, field.revision, renamed);
    CHECK(take("华南", {}).changed == 1);
    CHECK(office::CustomValueService(r.file).values(CustomOwner::Member, r.ids[0].value()).value("所在分会") == "华南");
    const auto waiting = office::PendingRows(r.file, sheet).list();
    REQUIRE_FALSE(waiting.empty());
    CHECK(waiting.front().cells.value("custom.所在分会") == "无名");
}
