#include "base/chinese/credit_code.h"
#include "base/error.h"
#include "db/database.h"
#include "office/holidays/holiday_service.h"
#include "office/number_sequence_repository.h"
#include "office/profile/office_profile_service.h"
#include "office/settings.h"
#include "office/terms/term_service.h"
#include "office/words.h"
#include "session/audit/audit_repository.h"
#include "session/history/change_history.h"
#include "session/work.h"
#include "support/test_session.h"

#include <catch2/catch.hpp>

namespace mishutai::office {
namespace {

OfficeDetails alliance()
{
    OfficeDetails details;
    details.name = "示例新材料产业联盟";
    details.shortName = "联盟";
    details.creditCode = completedCreditCode(u"51510000MJ1234567").value();
    details.addressee = "示例市经济和信息化局";
    details.signer = "示例新材料产业联盟秘书处";
    details.phone = "028-85550123";
    details.registeredFund = Money::fromFen(3'000'000);
    details.startedOn = QDate(2020, 3, 1);
    details.registeredOn = QDate(2020, 12, 20);
    return details;
}

template <class Call> std::optional<Error> errorOf(Call call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

template <class Call> std::optional<Error::Kind> kindOfError(Call call)
{
    const std::optional<Error> error = errorOf(call);
    return error ? std::optional(error->kind()) : std::nullopt;
}

bool blames(const std::vector<FieldError> &faults, const QString &field)
{
    return std::ranges::any_of(faults, [&](const FieldError &fault) { return fault.field == field; });
}

} // namespace

TEST_CASE("the profile of the office comes back as it was written")
{
    test::TestSession file;
    OfficeProfileService service(file.session());
    CHECK_FALSE(service.find().has_value());
    CHECK(kindOfError([&] { service.profile(); }) == Error::Kind::NotFound);
    service.create(alliance());
    CHECK(service.profile().revision == 1);
    CHECK(service.profile().details == alliance());
    CHECK(kindOfError([&] { service.create(alliance()); }) == Error::Kind::Conflict);

    OfficeDetails bare;
    bare.name = " 示例园区 ";
    bare.kind = OfficeKind::Park;
    bare.bookkeeping = Bookkeeping::Own;
    CHECK(service.update(1, bare) == 2);
    bare.name = "示例园区";
    CHECK(service.profile().details == bare);
    CHECK(service.profile().details.shortNameOrName() == "示例园区");
    CHECK(service.profile().details.signerOrName() == "示例园区");
    CHECK(kindOfError([&] { service.update(1, alliance()); }) == Error::Kind::Conflict);

    session::ChangeHistory history(file.session());
    history.undo(history.lastUndoable()->batch);
    CHECK(service.profile().details == alliance());
}

TEST_CASE("what is wrong with a profile is told by field")
{
    struct Case {
        const char *field;
        void (*spoil)(OfficeDetails &);
    };
    const Case one = GENERATE(values<Case>({
        {"name", [](OfficeDetails &d) { d.name = " "; }},
        {"name", [](OfficeDetails &d) { d.name = QString(201, u'长'); }},
        {"signer", [](OfficeDetails &d) { d.signer = QString(201, u'长'); }},
        {"creditCode", [](OfficeDetails &d) { d.creditCode = "51510000MJ12345670"; }},
        {"creditCode", [](OfficeDetails &d) { d.creditCode = "515100"; }},
        {"phone", [](OfficeDetails &d) { d.phone = "电话"; }},
        {"registeredFund", [](OfficeDetails &d) { d.registeredFund = Money::fromFen(-1); }},
        {"registeredOn", [](OfficeDetails &d) { d.registeredOn = QDate(2020, 2, 29); }},
    }));
    CAPTURE(one.field);
    CHECK(validate(tidied(alliance())).empty());
    OfficeDetails details = alliance();
    one.spoil(details);
    CHECK(blames(validate(tidied(details)), one.field));

    test::TestSession file;
    const auto error = errorOf([&] { OfficeProfileService(file.session()).create(details); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Validation);
    CHECK(blames(error->fields(), one.field));
    CHECK_FALSE(OfficeProfileService(file.session()).find().has_value());
}

TEST_CASE("typed codes and phones are stored in one form")
{
    OfficeDetails details = alliance();
    details.creditCode = details.creditCode.toLower().insert(4, ' ');
    details.phone = "（028）８５５５０１２３";
    CHECK(tidied(details) == alliance());
}

TEST_CASE("only 秘书处 and 秘书长 edit the office")
{
    test::TestSession file;
    for (const session::Role role : {session::Role::Cashier, session::Role::Accountant, session::Role::ReadOnly}) {
        session::Session session = file.sessionAs(role);
        CHECK(kindOfError([&] { OfficeProfileService(session).create(alliance()); }) == Error::Kind::Forbidden);
        CHECK(kindOfError([&] { TermService(session).add({1, "", QDate(2020, 1, 1), {}}); }) == Error::Kind::Forbidden);
        CHECK(kindOfError([&] { HolidayService(session).set({QDate(2021, 10, 1)}); }) == Error::Kind::Forbidden);
        CHECK_NOTHROW(OfficeProfileService(session).find());
    }
    CHECK(session::AuditRepository(file.database()).find({.outcome = session::Outcome::Refused}).size() == 9);
}

TEST_CASE("each kind of office has its pages and words")
{
    const auto titles = [](OfficeKind kind) {
        QStringList titles;
        for (const Page page : pages(kind))
            titles << pageTitle(page, kind);
        return titles.join(' ');
    };
    CHECK(titles(OfficeKind::Alliance) == "工作台 会员 活动 服务台账 财务 年度目标 报告");
    CHECK(titles(OfficeKind::Park) == "工作台 企业 活动 问题台账 项目招商 年度目标 报告");
    CHECK(titles(OfficeKind::Bureau) == titles(OfficeKind::Park));
    CHECK(pageTitle(Page::Finance, OfficeKind::Park).isEmpty());
    CHECK(word(Word::CloseCase, OfficeKind::Alliance) == "办结");
    CHECK(word(Word::CloseCase, OfficeKind::Bureau) == "销号");
    CHECK(word(Word::Suspend, OfficeKind::Alliance) == "暂停会员资格");
    CHECK(word(MoneyWord::Post, Bookkeeping::Agent) == "入账");
    CHECK(word(MoneyWord::Post, Bookkeeping::Own) == "过账");
    CHECK(keepsBooks(OfficeKind::Alliance));
    CHECK_FALSE(keepsBooks(OfficeKind::Bureau));
    for (int i = 0; i <= static_cast<int>(Word::Director); ++i) {
        for (const OfficeKind kind : {OfficeKind::Alliance, OfficeKind::Park, OfficeKind::Bureau})
            CHECK_FALSE(word(static_cast<Word>(i), kind).isEmpty());
    }
    CHECK(officeKinds().parse("协会") == OfficeKind::Alliance);
    CHECK(bookkeepings().label(Bookkeeping::Agent) == "代理记账");
}

TEST_CASE("terms follow each other")
{
    test::TestSession file;
    TermService terms(file.session());
    const TermId first = terms.add({1, "", QDate(2020, 12, 20), {}});
    CHECK(kindOfError([&] { terms.add({2, "", QDate(2025, 12, 20), {}}); }) == Error::Kind::Validation);
    CHECK(terms.update(first, 1, {1, "", QDate(2020, 12, 20), QDate(2025, 12, 20)}) == 2);
    terms.add({2, "换届后", QDate(2025, 12, 20), {}});
    CHECK(terms.list().size() == 2);

    struct Case {
        QDate day;
        const char *name;
    };
    const Case cases[] = {{QDate(2020, 12, 19), ""}, {QDate(2020, 12, 20), "第一届"}, {QDate(2025, 12, 19), "第一届"},
        {QDate(2025, 12, 20), "换届后"}, {QDate(2099, 1, 1), "换届后"}};
    for (const Case &one : cases) {
        CAPTURE(one.day.toString(Qt::ISODate).toStdString());
        const auto term = terms.termOn(one.day);
        CHECK((term ? term->details.name() : QString("")) == one.name);
    }
}

TEST_CASE("bad terms are refused")
{
    test::TestSession file;
    TermService terms(file.session());
    const TermId first = terms.add({1, "", QDate(2020, 1, 1), QDate(2025, 1, 1)});
    const TermDetails cases[] = {{0, "", QDate(2026, 1, 1), {}}, {100, "", QDate(2026, 1, 1), {}}, {2, "", {}, {}},
        {2, "", QDate(2026, 1, 1), QDate(2026, 1, 1)}, {1, "", QDate(2026, 1, 1), {}}, {2, "", QDate(2024, 12, 31), {}},
        {2, "", QDate(2019, 1, 1), {}}, {2, "", QDate(2019, 1, 1), QDate(2020, 1, 2)}};
    for (const TermDetails &details : cases)
        CHECK(kindOfError([&] { terms.add(details); }) == Error::Kind::Validation);
    CHECK_NOTHROW(terms.add({2, "", QDate(2019, 1, 1), QDate(2020, 1, 1)}));
    terms.remove(first, 1);
    CHECK(kindOfError([&] { terms.remove(first, 1); }) == Error::Kind::NotFound);
    CHECK(terms.list().size() == 1);
}

TEST_CASE("settings keep their type")
{
    test::TestSession file;
    Settings settings(file.session());
    const SettingKey<bool> flag{"test.flag", true};
    const SettingKey<QString> text{"test.text", "无"};
    const SettingKey<QDate> date{"test.date", {}};
    CHECK(settings.get(flag));
    CHECK(settings.get(kIdleLockMinutes) == 0);
    CHECK(settings.get(text) == "无");
    CHECK_FALSE(settings.get(date).isValid());

    settings.set(flag, false);
    settings.set(kReportingClockDays, 3);
    settings.set(text, QString("元；'--"));
    settings.set(date, QDate(2021, 5, 14));
    CHECK_FALSE(settings.get(flag));
    CHECK(settings.get(kReportingClockDays) == 3);
    CHECK(settings.get(text) == "元；'--");
    CHECK(settings.get(date) == QDate(2021, 5, 14));

    const qint64 entries = session::AuditRepository(file.database()).lastId();
    settings.set(kReportingClockDays, 3);
    CHECK(session::AuditRepository(file.database()).lastId() == entries);
    settings.set(kReportingClockDays, 0);
    CHECK(session::AuditRepository(file.database()).lastId() == entries + 1);
    // Stored by another program: the fallback holds.
    CHECK(settings.get(SettingKey<int>{"test.text", 7}) == 7);
}

TEST_CASE("numbers run by name and year and are given once")
{
    test::TestSession file;
    const auto next = [&](const QString &name, int year, bool isCommitted = true) {
        session::Work work(file.session(), session::Operation::ActivityCreate);
        const int number = nextCode(work, name, year);
        if (isCommitted)
            work.commit();
        return number;
    };
    CHECK(next("activity", 2021) == 1);
    CHECK(next("activity", 2021) == 2);
    CHECK(next("activity", 2022) == 1);
    CHECK(next("voucher", 2021) == 1);
    CHECK(next("activity", 2021, /*isCommitted=*/false) == 3);
    CHECK(next("activity", 2021) == 3);
    {
        session::Work work(file.session(), session::Operation::ActivityImport);
        NumberSequenceRepository::raiseTo(work, "activity", 2021, 40);
        NumberSequenceRepository::raiseTo(work, "activity", 2021, 7);
        NumberSequenceRepository::raiseTo(work, "case", 0, 5);
        work.commit();
    }
    CHECK(next("activity", 2021) == 41);
    CHECK(next("case", 0) == 6);
}

TEST_CASE("an undo neither blocks nor reuses a number")
{
    test::TestSession file;
    session::ChangeHistory history(file.session());
    const auto addTerm = [&] {
        session::Work work(file.session(), session::Operation::OfficeEdit);
        const int number = nextCode(work, "term", 0);
        work.insert("terms", {{"number", number}, {"from_on", QDate(2000 + number, 1, 1)}});
        work.commit();
        return std::pair(number, work.batch());
    };
    const auto [first, batch] = addTerm();
    CHECK(addTerm().first == first + 1);
    CHECK_NOTHROW(history.undo(batch));
    CHECK(addTerm().first == first + 2);
}

TEST_CASE("codes are written and read")
{
    CHECK(codeText("活动", 2021, 3) == "活动-2021-003");
    CHECK(codeText("会员", 0, 12, 4) == "会员-0012");
    CHECK(codeText("活动", 2021, 1234) == "活动-2021-1234");
    CHECK(numberOfCode("活动-2021-003", "活动", 2021) == 3);
    CHECK(numberOfCode("会员-0012", "会员", 0) == 12);
    for (const QString code :
        {"活动-2022-003", "活动-2021-", "活动-2021-x", "活动-2021-0", "活动-2021--1", "活动-2021-99999999999", ""})
        CHECK_FALSE(numberOfCode(code, "活动", 2021).has_value());
}

TEST_CASE("working days skip weekends and holidays and count days worked in their place")
{
    test::TestSession file;
    HolidayService holidays(file.session());
    // The National Day week of 2021, as announced: 1–7 October off, 26 September and 9 October worked.
    for (int day = 1; day <= 7; ++day)
        CHECK(holidays.set({QDate(2021, 10, day), HolidayKind::Holiday, "国庆节"}) == HolidayService::Outcome::Added);
    holidays.set({QDate(2021, 9, 26), HolidayKind::Workday, ""});
    holidays.set({QDate(2021, 10, 9), HolidayKind::Workday, ""});
    const WorkCalendar calendar = holidays.calendar();

    struct Case {
        QDate from;
        int count;
        QDate to;
    };
    const Case cases[] = {{QDate(2021, 9, 30), 1, QDate(2021, 10, 8)}, {QDate(2021, 9, 30), 3, QDate(2021, 10, 11)},
        {QDate(2021, 9, 24), 1, QDate(2021, 9, 26)}, {QDate(2021, 10, 2), 1, QDate(2021, 10, 8)},
        {QDate(2021, 5, 14), 1, QDate(2021, 5, 17)}, {QDate(2021, 5, 14), 0, QDate(2021, 5, 14)},
        {QDate(2021, 10, 8), -1, QDate(2021, 9, 30)}, {QDate(2021, 12, 31), 5, QDate(2022, 1, 7)}};
    for (const Case &one : cases) {
        CAPTURE(one.from.toString(Qt::ISODate).toStdString(), one.count);
        CHECK(calendar.addWorkingDays(one.from, one.count) == one.to);
    }
    CHECK(calendar.workingDaysBetween(QDate(2021, 9, 30), QDate(2021, 10, 11)) == 3);
    CHECK(calendar.workingDaysBetween(QDate(2021, 10, 11), QDate(2021, 9, 30)) == -3);
    CHECK(calendar.workingDaysBetween(QDate(2021, 10, 1), QDate(2021, 10, 1)) == 0);
    CHECK(WorkCalendar().isWorkingDay(QDate(2021, 10, 1)));
}

TEST_CASE("a day has one entry")
{
    test::TestSession file;
    HolidayService holidays(file.session());
    using Outcome = HolidayService::Outcome;
    CHECK(holidays.set({QDate(2021, 10, 1), HolidayKind::Holiday, "国庆节"}) == Outcome::Added);
    CHECK(holidays.set({QDate(2021, 10, 1), HolidayKind::Holiday, " 国庆节 "}) == Outcome::Same);
    CHECK(holidays.set({QDate(2021, 10, 1), HolidayKind::Workday, ""}) == Outcome::Changed);
    REQUIRE(holidays.list().size() == 1);
    CHECK(kindOfError([&] { holidays.set({{}, HolidayKind::Holiday, ""}); }) == Error::Kind::Validation);
    CHECK(kindOfError([&] {
        holidays.set({QDate(2021, 1, 1), HolidayKind::Holiday, QString(41, u'长')});
    }) == Error::Kind::Validation);
    CHECK(kindOfError([&] { holidays.remove(holidays.list()[0].id, 1); }) == Error::Kind::Conflict);
    holidays.remove(holidays.list()[0].id, 2);
    CHECK(holidays.list().empty());
}

} // namespace mishutai::office
