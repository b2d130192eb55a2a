#include "parties/duplicates/distinct_service.h"
#include "parties/duplicates/distinct_sheet.h"
#include "parties/duplicates/duplicate_finder.h"
#include "parties/merge/unit_merge.h"
#include "parties/people/contact_service.h"
#include "parties_cases.h"

using namespace mishutai;
using namespace mishutai::parties;
using mishutai::test::TestSession;

namespace {

struct Office {
    TestSession file;
    UnitService units{file};
    PersonService people{file};

    UnitId unit(const QString &name, const QString &creditCode = {}) { return units.create(unitNamed(name, creditCode)); }
};

QStringList told(const std::vector<UnitLikeness> &found)
{
    QStringList lines;
    for (const UnitLikeness &each : found)
        lines.append(label(each.reason) + u' ' + each.name);
    return lines;
}

} // namespace

TEST_CASE("a name is compared without place, company form and brackets", "[parties][duplicates]")
{
    struct Case {
        const char *a;
        const char *b;
        bool isLike;
    };
    const std::vector<Case> cases{
        {"示例新材料有限公司", "示例新材料有限责任公司", true},
        {"示例新材料股份有限公司", "示例新材料集团有限公司", true},
        {"成都市示例新材料有限公司", "示例新材料有限公司", true},
        {"四川省成都市青白江区示例新材料有限公司", "成都示例新材料", true},
        {"示例新材料（成都）有限公司", "成都示例新材料有限公司", true},
        {"示例新材料(成都)有限公司", "示例新材料（成都）有限公司", true},
        {"示例 新材料有限公司", "示例新材料 有限公司", true},
        {"ＡＢＣ新材料有限公司", "abc新材料有限公司", true},
        {"示例·新材料有限公司", "示例新材料有限公司", true},
        {"成都示例新材料有限公司", "绵阳示例新材料有限公司", false},
        {"四川示例新材料有限公司", "湖北示例新材料有限公司", false},
        {"青白江区示例新材料有限公司", "龙泉驿区示例新材料有限公司", false},
        {"成都炭素有限公司", "上海炭素有限公司", false},
        {"四川农业大学", "河南农业大学", false},
        {"成都市经济和信息化局", "绵阳市经济和信息化局", false},
        {"示例新材料有限公司成都分公司", "示例新材料有限公司", false},
        {"示例新材料有限公司", "示例金属材料有限公司", false},
        {"", "", false},
    };
    for (const Case &each : cases) {
        INFO(each.a << " / " << each.b);
        CHECK(nameKey(each.a).isLike(nameKey(each.b)) == each.isLike);
    }
}

TEST_CASE("units are found by code, name, other name and phone, the surest first", "[parties][duplicates]")
{
    Office office;
    UnitDetails details = unitNamed("成都示例新材料有限公司", "91350100M000100Y43");
    details.shortName = "示例新材";
    details.aliases = {"示例控股公司"};
    details.legalRepresentativePhone = "13800000001";
    const UnitId id = office.units.create(details);
    const UnitId other = office.unit("另一家材料公司");
    const PersonId person = office.people.create(personNamed("示例甲", "13800000002"));
    ContactService(office.file).put({other, person, {}, {}, true, {}, {}, {}});

    const DuplicateFinder finder(office.file);
    CHECK(told(finder.units({"别的名称", "91350100m000100y43"})) == QStringList{"信用代码相同 成都示例新材料有限公司"});
    CHECK(told(finder.units({"成都示例新材料有限公司"})) == QStringList{"名称相同 成都示例新材料有限公司"});
    CHECK(told(finder.units({"示例新材料集团"})) == QStringList{"名称相近 成都示例新材料有限公司"});
    CHECK(told(finder.units({"示例控股有限公司"})) == QStringList{"简称或曾用名相同 成都示例新材料有限公司"});
    CHECK(told(finder.units({"别的", {}, {"示例新材"}})) == QStringList{"简称或曾用名相同 成都示例新材料有限公司"});
    CHECK(told(finder.units({"别的", {}, {}, {"138 0000 0002"}})) == QStringList{"电话相同 另一家材料公司"});
    CHECK(told(finder.units({"另一家材料公司", {}, {}, {"13800000001"}}))
        == QStringList{"名称相同 另一家材料公司", "电话相同 成都示例新材料有限公司"});
    CHECK(finder.units({"成都示例新材料有限公司"}, id).empty());
    CHECK(finder.units({"没有这家"}).empty());
    CHECK(finder.units({""}).empty());
}

TEST_CASE("people are found by number, and by name where no number tells them apart", "[parties][duplicates]")
{
    Office office;
    const PersonId first = office.people.create(personNamed("示例甲", "13800000001"));
    const PersonId second = office.people.create(personNamed("示例乙"));
    const DuplicateFinder finder(office.file);
    CHECK(finder.people("别人", {"+86 13800000001"}).front().id == first);
    CHECK(finder.people("示例甲", {"13800000009"}).empty());
    CHECK(finder.people("示例甲", {}).front().reason == DuplicateReason::SameName);
    CHECK(finder.people("示例乙", {"13800000009"}).front().id == second);
    CHECK(finder.people("示例乙", {}, second).empty());
}

TEST_CASE("what was added since is found too, and pairs are listed once", "[parties][duplicates]")
{
    Office office;
    const UnitId a = office.unit("示例新材料有限公司");
    office.unit("四川无关有限公司");
    DuplicateFinder finder(office.file);
    CHECK(finder.unitPairs().empty());
    const UnitId b = office.unit("成都示例新材料有限责任公司");
    finder.add(b, "单位-0003", {"成都示例新材料有限责任公司", {}, {"示例新材"}, {"13800000001"}});
    CHECK(finder.units({"示例新材料"}).size() == 2);
    const auto pairs = finder.unitPairs();
    REQUIRE(pairs.size() == 1);
    CHECK(pairs.front().first == a);
    CHECK(pairs.front().second == b);
    CHECK(pairs.front().reason == DuplicateReason::LikeName);

    const PersonId p = office.people.create(personNamed("示例甲", "13800000001"));
    finder.add(p, "人员-0001", "示例甲", {"13800000001"});
    finder.add(PersonId(99), "人员-0099", "示例甲", {"138 0000 0001"});
    REQUIRE(finder.personPairs().size() == 1);
    CHECK(finder.personPairs().front().reason == DuplicateReason::Phone);
}

TEST_CASE("two units of like names with right codes of their own are two", "[parties][duplicates]")
{
    Office office;
    office.unit("示例新材料有限公司", "91350100M000100Y43");
    DuplicateFinder finder(office.file);
    CHECK(told(finder.units({"示例新材料有限责任公司", "91510100MA61RXYE2B"})).isEmpty());
    CHECK(told(finder.units({"示例新材料有限责任公司"})) == QStringList{"名称相近 示例新材料有限公司"});
    office.unit("示例新材料股份有限公司", "91510100MA61RXYE2B");
    CHECK(DuplicateFinder(office.file).unitPairs().empty());
}

TEST_CASE("who may not see units learns nothing of them", "[parties][duplicates]")
{
    Office office;
    session::Session nobody = office.file.sessionAs({});
    CHECK(errorOf([&] { DuplicateFinder(nobody).units({"示例"}); })->kind() == Error::Kind::Forbidden);
}

TEST_CASE("two that were marked as no duplicates are found no more, until the mark is taken off", "[parties][duplicates]")
{
    Office office;
    DistinctService distinct(office.file);
    const UnitId one = office.unit("示例新材料有限公司");
    const UnitId other = office.unit("示例新材料集团有限公司");
    const UnitId third = office.unit("示例新材料股份有限公司");
    const auto pairs = [&] { return DuplicateFinder(office.file).unitPairs().size(); };
    REQUIRE(pairs() == 3);
    CHECK(distinct.mark(PartyKind::Unit, other.value(), one.value()) == office::RowOutcome::Added);
    CHECK(distinct.mark(PartyKind::Unit, one.value(), other.value()) == office::RowOutcome::Same);
    CHECK(pairs() == 2);
    // While the one is typed at again, the other is not told; of a new record both are.
    const QString name = QStringLiteral("示例新材料有限公司");
    CHECK(told(DuplicateFinder(office.file).units({name}, one)) == QStringList{"名称相近 示例新材料股份有限公司"});
    CHECK(DuplicateFinder(office.file).units({name}).size() == 3);

    const std::vector<DistinctPair> marked = distinct.pairs(PartyKind::Unit);
    REQUIRE(marked.size() == 1);
    CHECK(marked[0].first == one.value());
    CHECK(marked[0].second == other.value());
    CHECK(marked[0].markedOn == static_cast<session::Session &>(office.file).clock().today());
    CHECK(marked[0].markedBy == static_cast<session::Session &>(office.file).user().name);
    CHECK(distinct.pairs(PartyKind::Person).empty());
    distinct.unmark(marked[0]);
    CHECK(pairs() == 3);
    CHECK_THROWS_AS(distinct.unmark(marked[0]), Error);
    CHECK_THROWS_AS(distinct.mark(PartyKind::Unit, third.value(), third.value()), Error);
    CHECK_THROWS_AS(distinct.mark(PartyKind::Unit, third.value(), 9999), Error);
}

TEST_CASE("a mark holds for the unit that a marked one is merged into, and goes with neither", "[parties][duplicates]")
{
    Office office;
    DistinctService distinct(office.file);
    const UnitId one = office.unit("示例新材料有限公司");
    const UnitId other = office.unit("示例新材料集团有限公司");
    const UnitId survivor = office.unit("示例新材料股份有限公司");
    distinct.mark(PartyKind::Unit, one.value(), other.value());
    UnitMerge(office.file).merge(survivor, 1, one, 1, {});
    CHECK(DuplicateFinder(office.file).unitPairs().empty());
    REQUIRE(distinct.pairs(PartyKind::Unit).size() == 1);
    CHECK(distinct.pairs(PartyKind::Unit)[0].second == survivor.value());
    UnitMerge(office.file).merge(survivor, office.units.get(survivor).revision, other, 1, {});
    CHECK(distinct.pairs(PartyKind::Unit).empty());
}

TEST_CASE("marks of people are their own, and go out and in as a sheet", "[parties][duplicates]")
{
    Office office;
    DistinctService distinct(office.file);
    PersonDetails details;
    details.name = "测试子";
    const PersonId one = office.people.create(details);
    const PersonId other = office.people.create(details);
    REQUIRE(DuplicateFinder(office.file).personPairs().size() == 1);
    distinct.mark(PartyKind::Person, one.value(), other.value());
    CHECK(DuplicateFinder(office.file).personPairs().empty());
    CHECK(DuplicateFinder(office.file).people(details.name, {}, one).empty());
    DistinctSheet sheet;
    const auto rows = sheet.exportRows(office.file);
    REQUIRE(rows.size() == 1);
    distinct.unmark(distinct.pairs(PartyKind::Person)[0]);
    office::SheetRow row{1, {}};
    for (size_t i = 0; i < sheet.columns().size(); ++i)
        row.cells.insert(sheet.columns()[i].key, rows[0][static_cast<qsizetype>(i)]);
    CHECK(sheet.importRow(office.file, row) == office::RowOutcome::Added);
    CHECK(sheet.exportRows(office.file) == rows);
    row.cells.insert("secondCode", "没有");
    CHECK_THROWS_AS(sheet.importRow(office.file, row), Error);
}
