#include "activities_cases.h"

using namespace mishutai;
using namespace mishutai::activities;

namespace {

/// What is wrong with the details, as "field code", sorted.
QStringList faults(const ActivityDetails &details)
{
    QStringList found;
    for (const FieldError &error : validate(tidied(details)))
        found.append(error.field + " " + error.code);
    found.sort();
    return found;
}

} // namespace

TEST_CASE("details of an event are checked field by field", "[activities]")
{
    struct Row {
        const char *what;
        void (*change)(ActivityDetails &);
        QStringList faults;
    };
    const Row rows[] = {
        {"plain", [](ActivityDetails &) {}, {}},
        {"no name", [](ActivityDetails &d) { d.name = "  "; }, {"name required"}},
        {"long name", [](ActivityDetails &d) { d.name = QString(201, u'会'); }, {"name length"}},
        {"no date", [](ActivityDetails &d) { d.startsOn = {}; }, {"startsOn required"}},
        {"ends before it begins", [](ActivityDetails &d) { d.endsOn = d.startsOn.addDays(-1); }, {"endsOn range"}},
        {"only the year", [](ActivityDetails &d) { d.precision = office::DatePrecision::Year; }, {"startsOn format"}},
        {"no venue", [](ActivityDetails &d) { d.venueCount = 0; }, {"venueCount range"}},
        {"task after the event", [](ActivityDetails &d) { d.taskReceivedOn = d.startsOn.addDays(1); }, {"taskReceivedOn range"}},
        {"news before the event", [](ActivityDetails &d) { d.reportedOn = d.startsOn.addDays(-1); }, {"reportedOn range"}},
        {"body of no meeting", [](ActivityDetails &d) { d.body = MeetingBody::Council; }, {"body unexpected"}},
        {"numbered without a body",
            [](ActivityDetails &d) {
                d.kind = ActivityKind::Meeting;
                d.sessionNumber = 2;
            },
            {"body required"}},
        {"term 0",
            [](ActivityDetails &d) {
                d.kind = ActivityKind::Meeting;
                d.body = MeetingBody::Council;
                d.termNumber = 0;
            },
            {"termNumber range"}},
        {"fewer than nobody", [](ActivityDetails &d) { d.participants = Quantity::exact(Decimal::fromInteger(-1)); },
            {"participants range"}},
        {"X is no fault", [](ActivityDetails &d) { d.participants = Quantity::unknown(); }, {}},
    };
    for (const Row &row : rows) {
        INFO(row.what);
        ActivityDetails details = activityNamed("活动");
        row.change(details);
        CHECK(faults(details) == row.faults);
    }
}

TEST_CASE("tidying fills the days, drops units and notices who is online", "[activities]")
{
    ActivityDetails details = activityNamed(" 扩大会议 ", QDate(2021, 1, 20));
    details.precision = office::DatePrecision::Month;
    details.online = Quantity::parse(u"超过1000人");
    const ActivityDetails tidy = tidied(details);
    CHECK(tidy.name == "扩大会议");
    CHECK(tidy.startsOn == QDate(2021, 1, 1));
    CHECK(tidy.endsOn == QDate(2021, 1, 31));
    CHECK(tidy.online == Quantity::parse(u"超过1000"));
    CHECK(tidy.isOnline);
    CHECK(tidied(activityNamed("一天")).endsOn == QDate(2021, 5, 14));
}

TEST_CASE("codes run on within the year of the event", "[activities]")
{
    TestSession file;
    ActivityService service(file);
    const auto codeOf = [&](const ActivityDetails &details) { return service.get(service.create(details)).details.code; };
    CHECK(codeOf(activityNamed("一")) == "活动-2021-001");
    ActivityDetails own = activityNamed("二");
    own.code = "活动-2021-007";
    CHECK(codeOf(own) == "活动-2021-007");
    CHECK(codeOf(activityNamed("三")) == "活动-2021-008");
    CHECK(codeOf(activityNamed("四", QDate(2022, 1, 5))) == "活动-2022-001");
    const std::optional<Error> taken = errorOf([&] { service.create(own); });
    REQUIRE(taken);
    CHECK(taken->kind() == Error::Kind::Conflict);
    CHECK(taken->fields().front().field == "code");
}

TEST_CASE("an event comes back as it was written", "[activities]")
{
    TestSession file;
    ActivityService service(file);
    ActivityDetails d = activityNamed("第一届第二次理事会会议");
    d.code = "活动-2021-009";
    d.kind = ActivityKind::Meeting;
    d.series = "会议";
    d.ownRole = OwnRole::JointUndertake;
    d.isIndustryEvent = true;
    d.status = ActivityStatus::Postponed;
    d.endsOn = QDate(2021, 5, 15);
    d.place = "成都市";
    d.district = "高新区";
    d.venueCount = 3;
    d.isOnline = true;
    d.taskUnit = addUnit(file, "市经信局");
    d.taskReceivedOn = QDate(2021, 4, 1);
    d.participants = Quantity::parse(u"80余");
    d.online = Quantity::unknown();
    d.enterprises = Quantity::parse(u"近40");
    d.content = "内容";
    d.outcome = "成效";
    d.publicity = "报道";
    d.body = MeetingBody::Council;
    d.termNumber = 1;
    d.sessionNumber = 2;
    d.isEnlarged = true;
    d.agenda = "议程";
    d.reportedOn = QDate(2021, 5, 17);
    d.responsible = addPerson(file, "示例甲");
    d.tags = "标签";
    d.notes = "备注";
    const ActivityId id = service.create(d);
    const Activity stored = service.get(id);
    CHECK(stored.details == d);
    CHECK_FALSE(service.update(id, stored.revision, d));
    CHECK(service.findByCode("活动-2021-009")->details == d);
    CHECK(service.findByDateAndName(QDate(2021, 5, 14), d.name)->id == id);
    CHECK_FALSE(service.findByDateAndName(QDate(2021, 5, 13), d.name));
    CHECK(service.resolve(d.name) == id);
}

TEST_CASE("who saves over another's change is told", "[activities]")
{
    TestSession file;
    ActivityService service(file);
    const ActivityId id = service.create(activityNamed("活动"));
    const Activity read = service.get(id);
    ActivityDetails first = read.details;
    first.place = "成都";
    CHECK(service.update(id, read.revision, first));
    ActivityDetails second = read.details;
    second.place = "德阳";
    CHECK(errorOf([&] { service.update(id, read.revision, second); })->kind() == Error::Kind::Conflict);
    CHECK(service.get(id).details.place == "成都");
    CHECK(errorOf([&] { service.remove(id, read.revision); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { service.get(ActivityId(99)); })->kind() == Error::Kind::NotFound);
}

TEST_CASE("an event goes with all that hangs on it and undo brings all back", "[activities]")
{
    TestSession file;
    const UnitId unit = addUnit(file, "示例公司");
    const ActivityId id = addWholeActivity(file, unit);
    REQUIRE(rowCounts(file.database()) == "1 1 1 1");
    session::ChangeHistory history(file.session());
    ActivityService(file).remove(id, 1);
    CHECK(rowCounts(file.database()) == "0 0 0 0");
    CHECK(history.lastUndoable()->label.contains("删除活动"));
    history.undo(history.lastUndoable()->batch);
    CHECK(rowCounts(file.database()) == "1 1 1 1");
    CHECK(OutcomeService(file).ofActivity(id).front().details.title == "合作项目");
    CHECK(PartnerService(file).ofActivity(id).front().details.unit == unit);
}

TEST_CASE("undo of one use case takes an event with its rows back", "[activities]")
{
    TestSession file;
    const UnitId unit = addUnit(file, "示例公司");
    session::ChangeHistory history(file.session());
    {
        session::Work work(file, session::Operation::ActivityImport);
        addWholeActivity(file, unit);
        work.commit();
    }
    CHECK(rowCounts(file.database()) == "1 1 1 1");
    const BatchId batch = history.lastUndoable()->batch;
    history.undo(batch);
    CHECK(rowCounts(file.database()) == "0 0 0 0");
    history.redo(batch);
    CHECK(rowCounts(file.database()) == "1 1 1 1");
}

TEST_CASE("a unit that took part cannot be deleted", "[activities]")
{
    TestSession file;
    const UnitId unit = addUnit(file, "示例公司");
    addWholeActivity(file, unit);
    CHECK(errorOf([&] { parties::UnitService(file).remove(unit, 1); })->kind() == Error::Kind::Conflict);
}

TEST_CASE("partners are replaced as a whole and keep what stays", "[activities]")
{
    TestSession file;
    PartnerService service(file);
    const UnitId a = addUnit(file, "甲");
    const UnitId b = addUnit(file, "乙");
    const ActivityId id = ActivityService(file).create(activityNamed("论坛"));
    CHECK(service.set(id, {{a, PartnerRole::Guide, {}}, {b, PartnerRole::Media, "报道"}}));
    const qint64 kept = service.ofActivity(id).front().id;
    CHECK(service.set(id, {{a, PartnerRole::Guide, {}}, {b, PartnerRole::Venue, {}}}));
    const std::vector<Partner> partners = service.ofActivity(id);
    REQUIRE(partners.size() == 2);
    CHECK(partners.front().id == kept);
    CHECK(partners.front().revision == 1);
    CHECK(partners.back().details.role == PartnerRole::Venue);
    CHECK_FALSE(service.set(id, {{a, PartnerRole::Guide, {}}, {b, PartnerRole::Venue, {}}}));
    service.remove(partners.back().id, partners.back().revision);
    CHECK(service.ofActivity(id).size() == 1);
}

TEST_CASE("outcomes take the day of the event and their unit from the figure", "[activities]")
{
    TestSession file;
    OutcomeService service(file);
    const ActivityId id = ActivityService(file).create(activityNamed("大会"));
    OutcomeDetails demands;
    demands.kind = OutcomeKind::DemandsCollected;
    demands.title = "供需信息";
    demands.quantity = Quantity::parse(u"262家");
    CHECK(service.put(id, demands) == office::RowOutcome::Added);
    CHECK(service.put(id, demands) == office::RowOutcome::Same);
    const Outcome stored = service.ofActivity(id).front();
    CHECK(stored.details.onDate == QDate(2021, 5, 14));
    CHECK(stored.details.quantity == Quantity::parse(u"262"));
    CHECK(stored.details.quantityUnit == "家");
    OutcomeDetails changed = stored.details;
    changed.amount = Money::fromFen(1'000'000);
    CHECK(service.update(stored.id, stored.revision, changed));
    CHECK(errorOf([&] { service.update(stored.id, stored.revision, stored.details); })->kind() == Error::Kind::Conflict);
    OutcomeDetails wrong = stored.details;
    wrong.title.clear();
    CHECK(errorOf([&] { service.put(id, wrong); })->fields().front().field == "title");
    CHECK(errorOf([&] { service.put(ActivityId(77), demands); })->kind() == Error::Kind::NotFound);
    service.remove(stored.id, stored.revision + 1);
    CHECK(service.ofActivity(id).empty());
}

TEST_CASE("readers look, and only those who may change events", "[activities]")
{
    TestSession file;
    const ActivityId id = ActivityService(file).create(activityNamed("活动"));
    session::Session reader = file.sessionAs(session::Role::ReadOnly);
    CHECK(ActivityService(reader).get(id).details.name == "活动");
    CHECK(errorOf([&] { ActivityService(reader).create(activityNamed("又一个")); })->kind() == Error::Kind::Forbidden);
    CHECK(errorOf([&] { PartnerService(reader).set(id, {}); })->kind() == Error::Kind::Forbidden);
    CHECK(errorOf([&] { AttendeeService(reader).add(id, {}); })->kind() == Error::Kind::Forbidden);
    CHECK(errorOf([&] { ActivityService(reader).remove(id, 1); })->kind() == Error::Kind::Forbidden);
}
