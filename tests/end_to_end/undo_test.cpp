#include "example_office.h"

#include "activities/attendees/attendee_service.h"
#include "activities/events/activity_service.h"
#include "base/error.h"
#include "casework/cases/case_service.h"
#include "casework/units/case_unit_service.h"
#include "desk/data_set.h"
#include "desk/health.h"
#include "finance/entries/category_service.h"
#include "finance/entries/entry_service.h"
#include "members/member_service.h"
#include "office/profile/office_profile_service.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "tables/table_reader.h"

#include <QDir>

namespace mishutai {

namespace {

/// All records of the file as the bytes of its data set.
QByteArray recordsOf(test::ExampleOffice &office)
{
    const QTemporaryDir folder;
    const QString set = folder.filePath("set");
    desk::exportDataSet(office.session(), set);
    QByteArray all;
    for (const QString &name : QDir(set).entryList(QDir::Files, QDir::Name)) {
        QFile file(set + '/' + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        all += name.toUtf8() + '\n' + file.readAll();
    }
    return all;
}

finance::EntryDetails incomeOf(test::ExampleOffice &office)
{
    finance::EntryDetails details;
    details.date = QDate(2021, 12, 30);
    details.amount = Money::fromFen(200'000);
    details.direction = finance::EntryDirection::In;
    details.category = finance::CategoryService(office.session()).findByName("会费").value().id;
    details.account = AccountId(office.number("SELECT id AS x FROM accounts WHERE code = '100201'"));
    return details;
}

/// One afternoon in every module. @return how many use cases it took
int workInEveryModule(test::ExampleOffice &office)
{
    session::Session &session = office.session();
    const qint64 before = office.number("SELECT max(id) AS x FROM audit_log");

    parties::UnitService units(session);
    const parties::Unit known = units.findByCode("单位-0001").value();
    parties::UnitDetails changed = known.details;
    changed.products = "示例产品";
    units.update(known.id, known.revision, changed);
    parties::PersonDetails newcomer;
    newcomer.name = "示例新人";
    const PersonId person = parties::PersonService(session).create(newcomer);
    parties::ContactDetails contact{known.id, person, {}, {}, false, {}, {}, {}};
    contact.isPrimary = true;
    parties::ContactService(session).put(contact);

    members::Enrolment enrolment;
    enrolment.newUnit.name = "示例新会员有限公司";
    enrolment.contact = {"示例联系人", "主任", "13800000008"};
    enrolment.member.joinedOn = QDate(2021, 12, 1);
    members::MemberService members(session);
    const MemberId member = members.enroll(enrolment);
    members.changeLevel(member, members::MemberLevel::Council, QDate(2021, 12, 15), {});
    members.leave(member, members.get(member).revision, QDate(2021, 12, 20), "示例");

    activities::ActivityDetails event;
    event.name = "示例座谈会";
    event.startsOn = QDate(2021, 12, 10);
    const ActivityId activity = activities::ActivityService(session).create(event);
    activities::AttendeeDetails attendee;
    attendee.unit = known.id;
    activities::AttendeeService(session).add(activity, {attendee});

    casework::CaseDetails service;
    service.title = "示例服务";
    service.openedOn = QDate(2021, 12, 11);
    casework::CaseService cases(session);
    const CaseId opened = cases.open(service);
    casework::CaseUnitService(session).put(opened, {known.id, casework::CaseUnitRole::Served, {}});
    cases.close(opened, cases.get(opened).revision, {QDate(2021, 12, 12), "已答复", {}, {}});

    const auto kind = desk::recordSheet("plan_items");
    const QByteArray plan = "年度,类型,方面,内容,目标值,计量单位\n2023,目标,会员服务,示例目标,10,次\n";
    REQUIRE(office::importSheet(
        session, *kind, tables::TableReader().readBytes(plan, "年度目标.csv"), "年度目标.csv", office::ImportMode::AllOrNothing)
                .isWritten);

    office::OfficeProfileService profile(session);
    office::OfficeDetails details = profile.profile().details;
    details.address = "示例地址";
    profile.update(profile.profile().revision, details);
    return static_cast<int>(office.number("SELECT max(id) AS x FROM audit_log") - before);
}

std::optional<Error> undoError(test::ExampleOffice &office)
{
    try {
        session::ChangeHistory &history = office.application().history();
        history.undo(history.lastBatch().value().batch);
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

bool isHealthy(test::ExampleOffice &office)
{
    return desk::examine(office.session()).isHealthy();
}

} // namespace

TEST_CASE("an afternoon in every module is undone, redone and undone again to the byte")
{
    test::ExampleOffice office;
    session::ChangeHistory &history = office.application().history();
    const QByteArray morning = recordsOf(office);
    const int useCases = workInEveryModule(office);
    const QByteArray evening = recordsOf(office);
    CHECK(useCases >= 12);
    CHECK((evening != morning));

    for (int i = 0; i < useCases; ++i)
        history.undo(history.lastUndoable().value().batch);
    CHECK((recordsOf(office) == morning));
    CHECK(isHealthy(office));
    for (int i = 0; i < useCases; ++i)
        history.redo(history.lastRedoable().value().batch);
    CHECK((recordsOf(office) == evening));
    for (int i = 0; i < useCases; ++i)
        history.undo(history.lastUndoable().value().batch);
    CHECK((recordsOf(office) == morning));
    CHECK(isHealthy(office));
}

TEST_CASE("what was posted is not undone, and nothing else of its batch either")
{
    test::ExampleOffice office;
    const QByteArray before = recordsOf(office);
    const auto ofImport = undoError(office); // the example itself was one import, with posted vouchers
    REQUIRE(ofImport);
    CHECK(ofImport->kind() == Error::Kind::Conflict);
    CHECK((recordsOf(office) == before));

    finance::EntryService entries(office.session());
    const VoucherId draft = entries.record(incomeOf(office));
    CHECK_FALSE(undoError(office));
    CHECK_FALSE(entries.entry(draft));
    CHECK((recordsOf(office) == before));
    CHECK(isHealthy(office));
}

} // namespace mishutai
