#include "parties_cases.h"

#include "db/lists/list_query.h"
#include "parties/cultivation/cultivation_service.h"
#include "parties/cultivation/cultivation_sheet.h"
#include "parties/merge/unit_merge.h"
#include "parties/units/unit_list.h"

using namespace mishutai;
using namespace mishutai::parties;
using mishutai::test::TestSession;

namespace {

CultivationDetails rise(UnitId unit, QDate applied, QDate approved = {}, QDate entered = {}, QDate left = {})
{
    CultivationDetails d{unit, Pool::ToScale, 2021};
    d.appliedOn = applied;
    d.approvedOn = approved;
    d.enteredOn = entered;
    d.leftOn = left;
    return d;
}

} // namespace

TEST_CASE("the stage of a round is the last step that has come", "[cultivation]")
{
    const CultivationDetails d = rise(UnitId(1), QDate(2021, 3, 1), QDate(2021, 6, 1), QDate(2021, 9, 1), QDate(2022, 3, 1));
    CHECK(d.stageOn(QDate(2021, 2, 28)) == CultivationStage::Growing);
    CHECK(d.stageOn(QDate(2021, 3, 1)) == CultivationStage::Waiting);
    CHECK(d.stageOn(QDate(2021, 6, 1)) == CultivationStage::Approved);
    CHECK(d.stageOn(QDate(2022, 2, 28)) == CultivationStage::Inside);
    CHECK(d.stageOn(QDate(2022, 3, 1)) == CultivationStage::Left);
    CHECK(label(CultivationStage::Approved) == "过审");
    CHECK(d.stepOn(QDate(2021, 8, 31)) == QDate(2021, 6, 1));
    CHECK_FALSE(d.stepOn(QDate(2021, 2, 28)).isValid());
}

TEST_CASE("steps out of their order, a year that is none and a pool without a name are refused by field", "[cultivation]")
{
    struct Case {
        CultivationDetails details;
        QString field;
    };
    CultivationDetails unnamed = rise(UnitId(1), {});
    unnamed.pool = Pool::Other;
    CultivationDetails timeless = rise(UnitId(1), {});
    timeless.year = 0;
    const QDate day(2021, 5, 14);
    const Case cases[]
        = {{rise(UnitId(1), day, day.addDays(-1)), "approvedOn"}, {rise(UnitId(1), {}, day, day.addDays(-1)), "enteredOn"},
            {rise(UnitId(1), day, {}, day.addDays(-1)), "enteredOn"}, {rise(UnitId(1), {}, {}, day, day), "leftOn"},
            {rise(UnitId(1), day, {}, {}, day.addDays(9)), "leftOn"}, {unnamed, "title"}, {timeless, "year"}};
    for (const Case &c : cases) {
        CAPTURE(c.field.toStdString());
        const auto errors = validate(c.details);
        REQUIRE(errors.size() == 1);
        CHECK(errors.front().field == c.field);
    }
    CHECK(validate(rise(UnitId(1), day, day, day, day.addDays(1))).empty());
}

TEST_CASE("rounds are kept by unit, pool and year, and a changed key takes the place of the old one", "[cultivation]")
{
    TestSession file;
    session::Session &session = file.session();
    const UnitId unit = UnitService(session).create(unitNamed("示例辰材料有限公司"));
    CultivationService service(session);
    CHECK(service.put(rise(unit, QDate(2021, 3, 1))) == office::RowOutcome::Added);
    CHECK(service.put(rise(unit, QDate(2021, 3, 1))) == office::RowOutcome::Same);
    CHECK(service.put(rise(unit, QDate(2021, 3, 1), QDate(2021, 6, 1))) == office::RowOutcome::Changed);
    REQUIRE(service.ofUnit(unit).size() == 1);
    CultivationDetails later = service.ofUnit(unit).front().details;
    later.year = 2022;
    service.change(service.ofUnit(unit).front(), later);
    REQUIRE(service.ofUnit(unit).size() == 1);
    CHECK(service.ofUnit(unit).front().details.year == 2022);

    const db::ListDefinition list = unitList();
    db::ListQuery query(session.database(), list);
    query.setFilters({{"pools", db::Condition::Contains, "小升规"}});
    CHECK(query.count() == 1);
    CultivationDetails second{unit, Pool::Specialised, 2021};
    service.put(second);
    query.setFilters({{"pools", db::Condition::Contains, "、"}});
    CHECK(query.count() == 1);
    service.remove(service.ofUnit(unit).back().id, service.ofUnit(unit).back().revision);
    UnitService(session).remove(unit, UnitService(session).get(unit).revision);
    CHECK(ask(session.database(), "SELECT count(*) AS x FROM unit_cultivations") == "0");
}

TEST_CASE("a form neither adds over a round that is there nor changes one that was changed meanwhile", "[cultivation]")
{
    TestSession file;
    session::Session &session = file.session();
    const UnitId unit = UnitService(session).create(unitNamed("示例辰材料有限公司"));
    CultivationService service(session);
    service.add(rise(unit, QDate(2021, 3, 1), QDate(2021, 6, 1)));
    const auto again = errorOf([&] { service.add(rise(unit, {})); });
    REQUIRE(again);
    CHECK(again->kind() == Error::Kind::Conflict);
    CultivationDetails earlier = rise(unit, {});
    earlier.year = 2020;
    service.add(earlier);
    const Cultivation read = service.ofUnit(unit).front(); // 2021
    const auto onto = errorOf([&] { service.change(service.ofUnit(unit).back(), read.details); });
    REQUIRE(onto);
    CHECK(onto->kind() == Error::Kind::Conflict);
    service.change(read, rise(unit, QDate(2021, 3, 1), QDate(2021, 6, 1), QDate(2021, 9, 1)));
    const auto stale = errorOf([&] { service.change(read, rise(unit, QDate(2021, 3, 2))); });
    REQUIRE(stale);
    CHECK(stale->kind() == Error::Kind::Conflict);
    REQUIRE(service.ofUnit(unit).size() == 2);
    CHECK(service.ofUnit(unit).front().details.enteredOn == QDate(2021, 9, 1));
    CHECK(service.ofUnit(unit).front().details.appliedOn == QDate(2021, 3, 1));
}

TEST_CASE("a sheet of a 培育库 adds rounds, changes nothing the second time, and goes with a merged unit", "[cultivation]")
{
    TestSession file;
    session::Session &session = file.session();
    const UnitId kept = UnitService(session).create(unitNamed("示例辰材料有限公司"));
    const UnitId doubled = UnitService(session).create(unitNamed("示例辰材料公司"));
    CultivationSheet sheet;
    const QString csv = "单位名称,培育类别,年份,申报日期,入库日期\n示例辰材料有限公司,升规,2021,2021.3.1,\n"
                        "示例辰材料公司,小升规,2021,2021.3.2,2021.9.1\n示例辰材料公司,专精特新,2020,,\n";
    CHECK(import(session, sheet, csv).added == 3);
    CHECK(import(session, sheet, csv).same == 3);
    CHECK(sheet.exportRows(session).size() == 3);
    const Unit survivor = UnitService(session).get(kept);
    const Unit merged = UnitService(session).get(doubled);
    UnitMerge(session).merge(survivor.id, survivor.revision, merged.id, merged.revision, {});
    const auto rounds = CultivationService(session).ofUnit(kept);
    REQUIRE(rounds.size() == 2);
    CHECK(rounds[0].details.appliedOn == QDate(2021, 3, 1));
    CHECK(rounds[0].details.enteredOn == QDate(2021, 9, 1));
    CHECK(rounds[0].details.notes.contains("2021-03-02"));
    CHECK(rounds[1].details.pool == Pool::Specialised);
    CHECK(CultivationService(session).ofUnit(doubled).empty());
}
