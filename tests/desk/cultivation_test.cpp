// What parks report of the units they bring on: mission.md 2.06, 3.05, 4.16.
#include "desk_cases.h"

#include "desk/board.h"
#include "desk/metric_filters.h"
#include "metrics/metric.h"
#include "parties/cultivation/cultivation_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_service.h"

namespace mishutai::desk {

namespace {

UnitId unitOf(session::Session &session, int number)
{
    parties::UnitDetails details;
    details.name = QString("示例午%1有限公司").arg(number, 2, 10, QChar('0'));
    return parties::UnitService(session).create(details);
}

qint64 count(const Application &application, const QString &metric, const QString &pool = "TO_SCALE")
{
    return application.metrics().value({metric, Period::year(2021), {{"pool", pool}}}).raw;
}

} // namespace

TEST_CASE("22 declared are 5 inside, 7 passed and 10 waiting, as a day of the year has them", "[cultivation]")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    parties::CultivationService service(session);
    for (int i = 0; i < 22; ++i) {
        parties::CultivationDetails d{unitOf(session, i), parties::Pool::ToScale, 2021};
        d.appliedOn = QDate(2021, 4, 1);
        if (i < 12)
            d.approvedOn = QDate(2021, 9, 1);
        if (i < 5)
            d.enteredOn = QDate(2021, 12, 1);
        service.put(d);
    }
    CHECK(count(*application, "cultivation.declared") == 22);
    CHECK(count(*application, "cultivation.declared_entered") == 5);
    CHECK(count(*application, "cultivation.declared_passed") == 7);
    CHECK(count(*application, "cultivation.declared_waiting") == 10);
    CHECK(count(*application, "cultivation.entered") == 5);
    CHECK(count(*application, "cultivation.inside") == 5);
    CHECK(count(*application, "cultivation.inside", "SPECIALISED") == 0);
    const Period toNovember = Period::range(QDate(2021, 1, 1), QDate(2021, 11, 30));
    CHECK(application->metrics().value({"cultivation.declared_passed", toNovember, {}}).raw == 12);
    CHECK(application->metrics().value({"cultivation.inside", toNovember, {}}).raw == 0);
    CHECK(filterWords(session, "cultivations.pool").size() == 6);
}

TEST_CASE("units at the line of 规上 are told from their last yearly figure", "[cultivation]")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    parties::UnitFactService facts(session);
    parties::UnitService units(session);
    const auto value = [&](const QString &metric) { return application->metrics().value({metric, Period::year(2021), {}}).raw; };
    const qint64 rising = value("units.may_rise");
    const qint64 falling = value("units.may_fall");
    const qint64 above = value("units.above_scale");
    const qint64 fresh = value("units.new_above_scale");
    const auto add = [&](int number, bool isAbove, qint64 yuan, int year) {
        const UnitId id = unitOf(session, number);
        parties::Unit unit = units.get(id);
        unit.details.isAboveScale = isAbove;
        if (isAbove)
            unit.details.aboveScaleYear = 2021;
        units.update(id, unit.revision, unit.details);
        parties::UnitYearDetails figures{id, year, parties::FigureStage::Actual, {}, {}, {}, {}, {}, {}, {}};
        figures.revenue = parties::yuanOf(Money::fromFen(yuan * 100));
        facts.put(figures);
        return id;
    };
    const UnitId grown = add(1, false, 20'000'000, 2021);
    add(2, false, 19'999'999, 2021);
    add(3, true, 19'999'999, 2020);
    add(4, true, 20'000'000, 2021);
    add(5, false, 30'000'000, 2019); // too old to say anything
    CHECK(value("units.may_rise") == rising + 1);
    CHECK(value("units.may_fall") == falling + 1);
    CHECK(value("units.above_scale") == above + 2);
    CHECK(value("units.new_above_scale") == fresh + 2);
    const auto proposed = proposals(application->metrics(), office::OfficeKind::Park, QDate(2021, 12, 31));
    REQUIRE(proposed.size() == 2);
    CHECK(proposed[0].label.contains("可以申报升规"));
    CHECK(proposed[1].label.contains("可能退规"));
    const auto rows = application->metrics().rows({"units.may_rise", Period::year(2021), {}}, 0);
    CHECK(std::ranges::any_of(rows, [&](const auto &row) { return row.objectId == grown.value(); }));
}

} // namespace mishutai::desk
