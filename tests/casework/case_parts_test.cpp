#include "casework_cases.h"

using namespace mishutai;
using namespace mishutai::casework;

namespace {

/// A case with a unit, a step and a receipt.
CaseId addWholeCase(session::Session &session, UnitId unit)
{
    const CaseId id = CaseService(session).open(caseTitled("走访"));
    CaseUnitService(session).put(id, {unit, CaseUnitRole::Served, {}});
    StepDetails step;
    step.onDate = QDate(2021, 5, 14);
    StepService(session).add(id, step);
    ReceiptService(session).send(id, {unit}, QDate(2021, 5, 14));
    return id;
}

} // namespace

TEST_CASE("a case goes with all that hangs on it and undo brings all back", "[casework]")
{
    TestSession file;
    const UnitId unit = addUnit(file, "示例公司");
    const CaseId id = addWholeCase(file, unit);
    REQUIRE(rowCounts(file.database()) == "1 1 1 1");
    const Case before = CaseService(file).get(id);
    CaseService(file).remove(id, before.revision);
    CHECK(rowCounts(file.database()) == "0 0 0 0");
    session::ChangeHistory history(file.session());
    history.undo(history.lastUndoable()->batch);
    CHECK(rowCounts(file.database()) == "1 1 1 1");
    CHECK(CaseService(file).get(id).details == before.details);
    CHECK(CaseUnitService(file).ofCase(id).front().details.unit == unit);
}

TEST_CASE("undo of closing takes the step back too", "[casework]")
{
    TestSession file;
    CaseService service(file);
    const CaseId id = service.open(caseTitled("事项"));
    service.close(id, 1, {QDate(2021, 6, 1), "办好", "好评", 5});
    session::ChangeHistory history(file.session());
    history.undo(history.lastUndoable()->batch);
    const Case open = service.get(id);
    CHECK(open.state == CaseState{});
    CHECK(open.details.result.isEmpty());
    CHECK(StepService(file).ofCase(id).empty());
}

TEST_CASE("undo of one use case takes a case with its rows back", "[casework]")
{
    TestSession file;
    const UnitId unit = addUnit(file, "示例公司");
    {
        session::Work work(file, session::Operation::CaseImport);
        addWholeCase(file, unit);
        work.commit();
    }
    REQUIRE(rowCounts(file.database()) == "1 1 1 1");
    session::ChangeHistory history(file.session());
    const BatchId batch = history.lastUndoable()->batch;
    history.undo(batch);
    CHECK(rowCounts(file.database()) == "0 0 0 0");
    history.redo(batch);
    CHECK(rowCounts(file.database()) == "1 1 1 1");
}

TEST_CASE("the first step starts a case, a step put as it is does not", "[casework]")
{
    TestSession file;
    StepService steps(file);
    CaseService cases(file);
    const CaseId id = cases.open(caseTitled("事项"));
    StepDetails step;
    step.onDate = QDate(2021, 5, 20);
    step.content = " 上门 ";
    CHECK(steps.put(id, step) == office::RowOutcome::Added);
    step.content = "上门";
    CHECK(steps.put(id, step) == office::RowOutcome::Same);
    CHECK(cases.get(id).state.status == CaseStatus::Open);
    const qint64 second = steps.add(id, step);
    CHECK(cases.get(id).state.status == CaseStatus::Doing);
    REQUIRE(steps.ofCase(id).size() == 2);
    CHECK(steps.ofCase(id).back().details.lineNumber == 2);

    StepDetails changed = step;
    changed.kind = StepKind::Trip;
    CHECK(steps.update(second, 1, changed));
    CHECK(errorOf([&] { steps.update(second, 1, step); })->kind() == Error::Kind::Conflict);
    changed.lineNumber = 1;
    CHECK(errorOf([&] { steps.update(second, 2, changed); })->kind() == Error::Kind::Conflict);
    steps.remove(second, 2);
    CHECK(steps.ofCase(id).size() == 1);
    CHECK(errorOf([&] { steps.remove(second, 2); })->kind() == Error::Kind::NotFound);
    CHECK(errorOf([&] { steps.add(CaseId(99), step); })->kind() == Error::Kind::NotFound);
}

TEST_CASE("a step needs a day, and a milestone its deadline", "[casework]")
{
    StepDetails step;
    CHECK(validate(step).front().field == "onDate");
    step.onDate = QDate(2021, 5, 20);
    CHECK(validate(step).empty());
    step.kind = StepKind::Milestone;
    CHECK(validate(step).front().field == "dueOn");
    step.dueOn = QDate(2021, 8, 31);
    CHECK(validate(step).empty());
    step.lineNumber = -1;
    CHECK(validate(step).front().field == "lineNumber");
}

TEST_CASE("units of a case are replaced as a whole", "[casework]")
{
    TestSession file;
    CaseUnitService service(file);
    const UnitId a = addUnit(file, "甲");
    const UnitId b = addUnit(file, "乙");
    const CaseId id = CaseService(file).open(caseTitled("专班"));
    CHECK(service.set(id, {{a, CaseUnitRole::Served, {}}, {b, CaseUnitRole::Served, {}}}));
    CHECK(service.set(id, {{a, CaseUnitRole::Served, {}}, {b, CaseUnitRole::ThirdParty, {}}}));
    CHECK_FALSE(service.set(id, {{b, CaseUnitRole::ThirdParty, {}}, {a, CaseUnitRole::Served, {}}}));
    CHECK(service.ofCase(id).size() == 2);
    CHECK(service.put(id, {a, CaseUnitRole::Served, "牵头"}) == office::RowOutcome::Changed);
    CHECK(errorOf([&] { service.put(id, {a, CaseUnitRole::Served, QString(301, u'长')}); })->kind() == Error::Kind::Validation);
    CHECK(errorOf([&] { parties::UnitService(file).remove(a, 1); })->kind() == Error::Kind::Conflict);
}

TEST_CASE("who has not answered is listed", "[casework]")
{
    TestSession file;
    ReceiptService service(file);
    const UnitId a = addUnit(file, "甲");
    const UnitId b = addUnit(file, "乙");
    const CaseId id = CaseService(file).open(caseTitled("征求意见"));
    CHECK(service.send(id, {a, b, a}, QDate(2021, 6, 1)) == 2);
    CHECK(service.send(id, {b}, QDate(2021, 6, 2)) == 0);
    const Receipt first = service.ofCase(id).front();
    CHECK(errorOf([&] { service.answer(first.id, first.revision, QDate(2021, 5, 1), "无意见"); })->fields().front().field
        == "answeredOn");
    CHECK(errorOf([&] { service.answer(first.id, first.revision, {}, "无意见"); })->fields().front().field == "answeredOn");
    service.answer(first.id, first.revision, QDate(2021, 6, 3), "无意见");
    CHECK(
        errorOf([&] { service.answer(first.id, first.revision, QDate(2021, 6, 4), "有意见"); })->kind() == Error::Kind::Conflict);
    const std::vector<Receipt> silent = service.unanswered(id);
    REQUIRE(silent.size() == 1);
    CHECK(silent.front().details.unit == b);
    CHECK(service.put(id, {b, QDate(2021, 6, 1), QDate(2021, 6, 5), "同意"}) == office::RowOutcome::Changed);
    CHECK(service.unanswered(id).empty());
    service.remove(first.id, first.revision + 1);
    CHECK(service.ofCase(id).size() == 1);
}
