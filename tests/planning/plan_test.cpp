#include "base/error.h"
#include "db/lists/list_query.h"
#include "metrics/metric_service.h"
#include "office/sheets/sheet_import.h"
#include "planning/indicators/indicator_service.h"
#include "planning/indicators/indicator_sheet.h"
#include "planning/plan/plan_list.h"
#include "planning/plan/plan_service.h"
#include "planning/plan/plan_sheet.h"
#include "session/history/change_history.h"
#include "support/test_session.h"
#include "tables/table_reader.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::planning;

namespace {

PlanItemDetails target(const QString &title, const QString &metric, qint64 value)
{
    PlanItemDetails details;
    details.year = 2021;
    details.title = title;
    details.metric = metric;
    details.target = Decimal::fromInteger(value);
    details.unit = "家";
    return details;
}

office::ImportResult import(session::Session &session, office::RecordSheet &kind, const QString &csv)
{
    const auto sheet = tables::TableReader().readBytes(csv.toUtf8(), "t.csv");
    return office::importSheet(session, kind, sheet, "t.csv", office::ImportMode::AllOrNothing);
}

std::vector<QStringList> exampleRows(const QString &name)
{
    std::vector<QStringList> rows;
    const auto sheet = tables::TableReader().readFile(QString(SOURCE_DIR) + "/resources/examples/alliance-2021/" + name + ".csv");
    for (size_t i = 1; i < sheet.rows.size(); ++i) {
        QStringList row(sheet.rows[i].cells.begin(), sheet.rows[i].cells.end());
        while (row.size() < static_cast<qsizetype>(sheet.rows[0].cells.size()))
            row.append(QString());
        rows.push_back(row);
    }
    return rows;
}

} // namespace

TEST_CASE("a plan item is given code and line, changed, removed and brought back")
{
    test::TestSession session;
    PlanService service(session);
    const PlanItemId first = service.add(target("新增会员", "members.joined", 50));
    const PlanItemId second = service.add(target("服务", "casework.services", 50));
    CHECK(service.get(first).details.code == "目标-2021-01");
    CHECK(service.get(second).details.lineNumber == 2);
    PlanItem item = service.get(first);
    item.details.title = "发展新增会员";
    CHECK(service.update(first, item.revision, item.details));
    CHECK_THROWS_AS(service.update(first, item.revision, item.details), Error);
    CHECK(!service.update(first, service.get(first).revision, item.details));
    service.remove(second, service.get(second).revision);
    CHECK(service.items(2021).size() == 1);
    session::ChangeHistory history(session);
    history.undo(history.lastUndoable()->batch);
    CHECK(service.items(2021).size() == 2);
    CHECK(service.items(2022).empty());
}

TEST_CASE("what a plan item may not say is refused field by field")
{
    struct Case {
        const char *what;
        std::function<void(PlanItemDetails &)> spoil;
        QString field;
    };
    const Case cases[] = {
        {"no title", [](auto &d) { d.title.clear(); }, "title"},
        {"year", [](auto &d) { d.year = 21; }, "year"},
        {"no target", [](auto &d) { d.target.reset(); }, "target"},
        {"two targets", [](auto &d) { d.targetAmount = Money::fromFen(1); }, "target"},
        {"problem with target", [](auto &d) { d.kind = PlanKind::Problem; }, "target"},
        {"unknown metric", [](auto &d) { d.metric = "members.most"; }, "metric"},
        {"line", [](auto &d) { d.lineNumber = -1; }, "lineNumber"},
    };
    test::TestSession session;
    for (const Case &each : cases) {
        INFO(each.what);
        PlanItemDetails details = target("新增会员", "members.joined", 50);
        each.spoil(details);
        try {
            PlanService(session).add(details);
            FAIL("accepted");
        } catch (const Error &error) {
            REQUIRE(error.fields().size() == 1);
            CHECK(error.fields()[0].field == each.field);
        }
    }
    CHECK(PlanService(session).items(0).empty());
}

TEST_CASE("a code is used once")
{
    test::TestSession session;
    PlanItemDetails details = target("新增会员", "members.joined", 50);
    details.code = "甲";
    PlanService(session).add(details);
    CHECK_THROWS_AS(PlanService(session).add(details), Error);
}

TEST_CASE("progress measures targets by their metrics")
{
    test::TestSession session;
    IndicatorService indicators(session);
    indicators.save({"followers", "关注人数", "人", {}});
    const QDate end(2021, 12, 31);
    indicators.observe({"followers", end, end, Stage::Actual, *Quantity::parse(QString("超过1200")), {}});
    PlanService plan(session);
    plan.add(target("关注人数", "channels.followers", 1500));
    plan.add(target("关注人数够了", "channels.followers", 1000));
    PlanItemDetails task;
    task.year = 2021;
    task.kind = PlanKind::Task;
    task.direction = Direction::Done;
    task.title = "建立台账";
    task.doneOn = QDate(2021, 6, 1);
    plan.add(task);
    const metrics::MetricService metrics(session.session());
    const auto measured = progress(plan.items(2021), metrics, end);
    REQUIRE(measured.size() == 3);
    CHECK(measured[0].actualText == "超过1200人");
    CHECK(measured[0].rate->percentText(0) == "80%");
    CHECK(!measured[0].isReached);
    CHECK(measured[1].isReached);
    CHECK(measured[2].isReached);
    CHECK(progress(plan.items(2021), metrics, QDate(2020, 12, 31))[0].actualText.isEmpty());
    CHECK(!progress(plan.items(2021), metrics, QDate(2021, 5, 1))[2].isReached);

    PlanItemDetails wrong = target("条件写错", "channels.followers", 1);
    wrong.metricFilter = "colour=red";
    plan.add(wrong);
    const auto withWrong = progress(plan.items(2021), metrics, end);
    REQUIRE(withWrong.size() == 4);
    CHECK(std::ranges::count_if(withWrong, [](const Progress &one) { return one.actualText.contains("colour"); }) == 1);
    CHECK(std::ranges::count_if(withWrong, [](const Progress &one) { return one.actualText == "超过1200人"; }) == 2);
}

TEST_CASE("readings keep their wording, and X is never 0")
{
    test::TestSession session;
    IndicatorService service(session);
    CHECK(service.save({"f", "关注", "人", {}}) == IndicatorService::Outcome::Added);
    CHECK(service.save({"f", "关注", "人", {}}) == IndicatorService::Outcome::Same);
    CHECK(service.save({"f", "关注人数", "人", {}}) == IndicatorService::Outcome::Changed);
    const QDate day(2021, 12, 31);
    for (const QString &text : {QString("1200"), QString("超过1200"), QString("20余"), QString("X"), QString("近6")}) {
        INFO(text.toStdString());
        service.observe({"f", day, day, Stage::Actual, *Quantity::parse(text), {}});
        REQUIRE(service.observations().size() == 1);
        const Quantity kept = service.observations()[0].value;
        CHECK(kept.value().has_value() == (text != "X"));
        CHECK(kept.text().startsWith(text));
    }
    CHECK_THROWS_AS(service.observe({"g", day, day, Stage::Actual, *Quantity::parse(QString("1")), {}}), Error);
    CHECK_THROWS_AS(service.observe({"f", day, day.addDays(-1), Stage::Actual, *Quantity::parse(QString("1")), {}}), Error);
}

TEST_CASE("the example's sheets come back as they went in, and twice adds nothing")
{
    test::TestSession session;
    IndicatorSheet indicators;
    ObservationSheet observations;
    PlanSheet plan;
    for (office::RecordSheet *kind : {static_cast<office::RecordSheet *>(&indicators),
             static_cast<office::RecordSheet *>(&observations), static_cast<office::RecordSheet *>(&plan)}) {
        INFO(kind->key().toStdString());
        const QString file = QString(SOURCE_DIR) + "/resources/examples/alliance-2021/" + kind->key() + ".csv";
        const auto sheet = tables::TableReader().readFile(file);
        const auto first = office::importSheet(session, *kind, sheet, "t.csv", office::ImportMode::AllOrNothing);
        CHECK(first.isWritten);
        CHECK(first.added == static_cast<int>(sheet.rows.size()) - 1);
        const auto second = office::importSheet(session, *kind, sheet, "t.csv", office::ImportMode::AllOrNothing);
        CHECK(second.same == first.added);
        CHECK(kind->exportRows(session) == exampleRows(kind->key()));
    }
}

TEST_CASE("faulty rows of a plan are named by row and column")
{
    struct Case {
        QString row;
        QString field;
    };
    const Case cases[] = {
        {"2021,新增会员,,五十,家", "target"},
        {"二〇二一,新增会员,,50,家", "year"},
        {"2021,,,50,家", "title"},
        {"2021,新增会员,members.most,50,家", "metric"},
    };
    test::TestSession session;
    PlanSheet kind;
    for (const Case &each : cases) {
        INFO(each.row.toStdString());
        const auto result = import(session, kind, "年度,内容,对应指标,目标值,计量单位\n" + each.row + "\n");
        CHECK(!result.isWritten);
        REQUIRE(result.faulty.size() == 1);
        CHECK(result.faulty[0].row == 2);
        REQUIRE(!result.faulty[0].faults.empty());
        CHECK(result.faulty[0].faults[0].field == each.field);
    }
    CHECK(PlanService(session).items(0).empty());
}

TEST_CASE("every column of the lists can be read")
{
    test::TestSession session;
    PlanService(session).add(target("新增会员", "members.joined", 50));
    const db::ListQuery plan(session.database(), planList());
    REQUIRE(plan.ids().size() == 1);
    CHECK(plan.rows(plan.ids())[0].cells.size() == planList().columns.size());
    IndicatorService(session).save({"f", "关注", "人", {}});
    const QDate day(2021, 12, 31);
    IndicatorService(session).observe({"f", day, day, Stage::Actual, *Quantity::parse(QString("7")), {}});
    const db::ListQuery readings(session.database(), observationList());
    REQUIRE(readings.ids().size() == 1);
    CHECK(readings.rows(readings.ids())[0].cells.size() == observationList().columns.size());
}
