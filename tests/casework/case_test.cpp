#include "casework_cases.h"

using namespace mishutai;
using namespace mishutai::casework;

namespace {

/// What is wrong with the case, as "field code", sorted.
QStringList faults(const CaseDetails &details, const CaseState &state)
{
    QStringList found;
    for (const FieldError &error : validate(tidied(details), state))
        found.append(error.field + " " + error.code);
    found.sort();
    return found;
}

const QDate kOpened(2021, 5, 14);
const QDate kClosed(2021, 6, 30);

/// Field of the first fault, or the kind of an error without fields.
QString refusal(const std::optional<Error> &error)
{
    if (!error)
        return "nothing";
    return error->fields().empty() ? Error::kindName(error->kind()) : error->fields().front().field;
}

} // namespace

TEST_CASE("a case and its state are checked field by field", "[casework]")
{
    struct Row {
        const char *what;
        void (*change)(CaseDetails &, CaseState &);
        QStringList faults;
    };
    const Row rows[] = {
        {"plain", [](CaseDetails &, CaseState &) {}, {}},
        {"no title", [](CaseDetails &d, CaseState &) { d.title.clear(); }, {"title required"}},
        {"no date", [](CaseDetails &d, CaseState &) { d.openedOn = {}; }, {"openedOn required"}},
        {"due before it came", [](CaseDetails &d, CaseState &) { d.dueOn = kOpened.addDays(-1); }, {"dueOn range"}},
        {"six stars", [](CaseDetails &d, CaseState &) { d.satisfaction = 6; }, {"satisfaction range"}},
        {"minus three", [](CaseDetails &d, CaseState &) { d.quantity = Quantity::parse(u"-3"); }, {"quantity range"}},
        {"long result", [](CaseDetails &d, CaseState &) { d.result = QString(2001, u'好'); }, {"result length"}},
        {"done without day and result", [](CaseDetails &, CaseState &s) { s.status = CaseStatus::Done; },
            {"closedOn required", "result required"}},
        {"done",
            [](CaseDetails &d, CaseState &s) {
                d.result = "办好了";
                s = {CaseStatus::Done, kClosed, {}, 0};
            },
            {}},
        {"closed before it came",
            [](CaseDetails &d, CaseState &s) {
                d.result = "办好了";
                s = {CaseStatus::Verified, kOpened.addDays(-1), {}, 0};
            },
            {"closedOn range"}},
        {"open with a day of closing", [](CaseDetails &, CaseState &s) { s.closedOn = kClosed; }, {"closedOn unexpected"}},
        {"extended without a deadline", [](CaseDetails &, CaseState &s) { s.extendedDueOn = kClosed; },
            {"extendedDueOn unexpected"}},
        {"extended to earlier",
            [](CaseDetails &d, CaseState &s) {
                d.dueOn = kClosed;
                s.extendedDueOn = kClosed;
            },
            {"extendedDueOn range"}},
        {"reopened less than never", [](CaseDetails &, CaseState &s) { s.reopenedCount = -1; }, {"reopenedCount range"}},
    };
    for (const Row &row : rows) {
        INFO(row.what);
        CaseDetails details = caseTitled("事项", kOpened);
        CaseState state;
        row.change(details, state);
        CHECK(faults(details, state) == row.faults);
    }
}

TEST_CASE("codes of cases run on within the year, whatever their kind", "[casework]")
{
    TestSession file;
    CaseService service(file);
    const auto codeOf = [&](const CaseDetails &details) { return service.get(service.open(details)).details.code; };
    CHECK(codeOf(caseTitled("服务")) == "服务-2021-001");
    CaseDetails visit = caseTitled("走访");
    visit.kind = CaseKind::Visit;
    CHECK(codeOf(visit) == "服务-2021-002");
    CHECK(codeOf(caseTitled("来年", QDate(2022, 1, 4))) == "服务-2022-001");
    visit.code = "服务-2021-002";
    const std::optional<Error> taken = errorOf([&] { service.open(visit); });
    REQUIRE(taken);
    CHECK(taken->kind() == Error::Kind::Conflict);
    CHECK(refusal(taken) == "code");
}

TEST_CASE("a case comes back as it was written", "[casework]")
{
    TestSession file;
    CaseService service(file);
    CaseDetails d = caseTitled("首批次政策服务", QDate(2021, 4, 1));
    d.code = "服务-2021-013";
    d.kind = CaseKind::Taskforce;
    d.category = "政策";
    d.content = "内容";
    d.source = "走访";
    d.issuer = addUnit(file, "市经信局");
    d.documentNumber = "成经信函〔2021〕37号";
    d.urgency = Urgency::Urgent;
    d.activity = addActivity(file, "活动-2021-009");
    d.handler = parties::PersonService(file).create(parties::personNamed("示例甲"));
    d.precision = office::DatePrecision::Month;
    d.dueOn = QDate(2021, 8, 31);
    d.result = "结果";
    d.feedback = "好评";
    d.satisfaction = 5;
    d.quantity = Quantity::parse(u"20余");
    d.quantityUnit = "家";
    d.amount = Money::fromFen(123'456);
    d.tags = "标签";
    d.notes = "备注";
    const CaseState state{CaseStatus::Verified, QDate(2021, 11, 30), QDate(2021, 12, 31), 2};
    const CaseId id = service.open(d, state);
    const Case stored = service.get(id);
    CHECK(stored.details == d);
    CHECK(stored.state == state);
    CHECK(stored.effectiveDueOn() == QDate(2021, 12, 31));
    CHECK_FALSE(service.update(id, stored.revision, d, state));
    CHECK(service.findByCode("服务-2021-013")->id == id);
    CHECK(service.findByDateAndTitle(QDate(2021, 4, 1), d.title)->id == id);
}

TEST_CASE("a case is closed with a day and a result, and only once", "[casework]")
{
    TestSession file;
    CaseService service(file);
    const CaseId id = service.open(caseTitled("收集意见", kOpened));
    CHECK(refusal(errorOf([&] { service.close(id, 1, {kClosed, "  ", {}, {}}); })) == "result");
    CHECK(refusal(errorOf([&] { service.close(id, 1, {{}, "报送", {}, {}}); })) == "closedOn");
    CHECK(refusal(errorOf([&] { service.close(id, 1, {kOpened.addDays(-1), "报送", {}, {}}); })) == "closedOn");
    CHECK(refusal(errorOf([&] { service.close(id, 1, {QDate(2022, 1, 1), "报送", {}, {}}); })) == "closedOn");
    CHECK(refusal(errorOf([&] { service.close(id, 1, {kClosed, "报送", {}, 6}); })) == "satisfaction");
    CHECK(service.get(id).revision == 1);

    service.close(id, 1, {kClosed, "报送意见9条", "满意", 4});
    const Case closed = service.get(id);
    CHECK(closed.state.status == CaseStatus::Done);
    CHECK(closed.state.closedOn == kClosed);
    CHECK(closed.details.result == "报送意见9条");
    CHECK(closed.details.satisfaction == 4);
    const std::vector<Step> steps = StepService(file).ofCase(id);
    REQUIRE(steps.size() == 1);
    CHECK(steps.front().details.kind == StepKind::Close);
    CHECK(steps.front().details.content == "报送意见9条");
    CHECK(refusal(errorOf([&] { service.close(id, closed.revision, {kClosed, "再报送", {}, {}}); })) == "conflict");
    CHECK(refusal(errorOf([&] { service.withdraw(id, closed.revision, kClosed, "不办了"); })) == "conflict");
    CHECK(refusal(errorOf([&] { service.extend(id, closed.revision, QDate(2021, 9, 1), kClosed, "忙"); })) == "conflict");
}

TEST_CASE("a closed case is reopened with a reason and counted", "[casework]")
{
    TestSession file;
    CaseService service(file);
    const CaseId id = service.open(caseTitled("问题", kOpened));
    CHECK(refusal(errorOf([&] { service.reopen(id, 1, kClosed, "没解决"); })) == "conflict");
    service.close(id, 1, {kClosed, "已解决", {}, {}});
    CHECK(refusal(errorOf([&] { service.reopen(id, 2, kClosed.addDays(-1), "没解决"); })) == "onDate");
    CHECK(refusal(errorOf([&] { service.reopen(id, 2, kClosed, ""); })) == "reason");
    service.reopen(id, 2, kClosed.addDays(3), "没解决");
    const Case again = service.get(id);
    CHECK(again.state.status == CaseStatus::Doing);
    CHECK_FALSE(again.state.closedOn.isValid());
    CHECK(again.state.reopenedCount == 1);
    service.close(id, again.revision, {kClosed.addDays(9), "这回解决", {}, {}});
    CHECK(StepService(file).ofCase(id).size() == 3);
    CHECK(StepService(file).ofCase(id).at(1).details.kind == StepKind::Reopen);
}

TEST_CASE("a withdrawn case leaves its reason, and may come back", "[casework]")
{
    TestSession file;
    CaseService service(file);
    const CaseId id = service.open(caseTitled("登记错的", kOpened));
    CHECK(refusal(errorOf([&] { service.withdraw(id, 1, kClosed, " "); })) == "result");
    service.withdraw(id, 1, kClosed, "重复登记");
    CHECK(service.get(id).state.status == CaseStatus::Withdrawn);
    CHECK(service.get(id).details.result == "重复登记");
    CHECK_NOTHROW(service.reopen(id, 2, kClosed, "不是重复"));
}

TEST_CASE("a deadline is extended to a later day, with a reason", "[casework]")
{
    TestSession file;
    CaseService service(file);
    const CaseId free = service.open(caseTitled("不限时", kOpened));
    CHECK(refusal(errorOf([&] { service.extend(free, 1, kClosed, kOpened, "忙"); })) == "conflict");
    CaseDetails details = caseTitled("限时", kOpened);
    details.dueOn = kClosed;
    const CaseId id = service.open(details);
    CHECK(refusal(errorOf([&] { service.extend(id, 1, kClosed, kOpened, "忙"); })) == "extendedDueOn");
    CHECK(refusal(errorOf([&] { service.extend(id, 1, kClosed.addDays(5), kOpened, ""); })) == "reason");
    service.extend(id, 1, kClosed.addDays(5), kOpened, "企业资料未齐");
    CHECK(service.get(id).effectiveDueOn() == kClosed.addDays(5));
    CHECK(refusal(errorOf([&] { service.extend(id, 2, kClosed.addDays(5), kOpened, "忙"); })) == "extendedDueOn");
    const StepDetails step = StepService(file).ofCase(id).front().details;
    CHECK(step.kind == StepKind::Extend);
    CHECK(step.dueOn == kClosed.addDays(5));
}

TEST_CASE("who saves a case over another's change is told", "[casework]")
{
    TestSession file;
    CaseService service(file);
    const CaseId id = service.open(caseTitled("事项"));
    CaseDetails first = service.get(id).details;
    first.content = "甲写的";
    CHECK(service.update(id, 1, first));
    CaseDetails second = first;
    second.content = "乙写的";
    CHECK(refusal(errorOf([&] { service.update(id, 1, second); })) == "conflict");
    CHECK(refusal(errorOf([&] { service.close(id, 1, {QDate(2021, 6, 1), "办好", {}, {}}); })) == "conflict");
    CHECK(service.get(id).details.content == "甲写的");
    CHECK(StepService(file).ofCase(id).empty());
    CHECK(refusal(errorOf([&] { service.get(CaseId(99)); })) == "not_found");
}

TEST_CASE("roles decide who opens, closes and deletes", "[casework]")
{
    TestSession file;
    const CaseId id = CaseService(file).open(caseTitled("事项"));
    session::Session cashier = file.sessionAs(session::Role::Cashier);
    CHECK_NOTHROW(CaseService(cashier).open(caseTitled("出纳登记的")));
    CHECK(refusal(errorOf([&] { CaseService(cashier).close(id, 1, {QDate(2021, 6, 1), "办好", {}, {}}); })) == "forbidden");
    CHECK(refusal(errorOf([&] { CaseService(cashier).remove(id, 1); })) == "forbidden");
    session::Session reader = file.sessionAs(session::Role::ReadOnly);
    CHECK(CaseService(reader).get(id).details.title == "事项");
    CHECK(refusal(errorOf([&] { CaseService(reader).open(caseTitled("看客")); })) == "forbidden");
    CHECK(refusal(errorOf([&] { StepService(reader).put(id, {}); })) == "forbidden");
    CHECK(refusal(errorOf([&] { ReceiptService(reader).send(id, {}, {}); })) == "forbidden");
}
