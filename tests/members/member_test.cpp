#include "members/member.h"

#include "members/posts/member_post.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::members;

TEST_CASE("what a membership may hold", "[members]")
{
    struct Case {
        const char *what;
        void (*change)(MemberDetails &);
        const char *field; ///< nullptr: acceptable
        const char *word;
    };
    const std::vector<Case> cases{
        {"neither joined nor applied", [](MemberDetails &d) { d.joinedOn = QDate(); }, "joinedOn", "申请日期"},
        {"applied only",
            [](MemberDetails &d) {
                d.joinedOn = QDate();
                d.appliedOn = QDate(2021, 1, 1);
            },
            nullptr, ""},
        {"applied after joining", [](MemberDetails &d) { d.appliedOn = QDate(2021, 4, 1); }, "appliedOn", "不能晚于"},
        {"left on the day of joining", [](MemberDetails &d) { d.leftOn = d.joinedOn; }, "leftOn", "晚于入会"},
        {"left without joining",
            [](MemberDetails &d) {
                d.appliedOn = d.joinedOn;
                d.joinedOn = QDate();
                d.leftOn = QDate(2021, 5, 1);
            },
            "leftOn", "不能退会"},
        {"suspended before joining", [](MemberDetails &d) { d.suspendedOn = QDate(2021, 1, 1); }, "suspendedOn", "不能早于"},
        {"a reason to leave without a day", [](MemberDetails &d) { d.leftReason = "迁出"; }, "leftOn", "退会日期"},
        {"a reason to suspend without a day", [](MemberDetails &d) { d.suspendedReason = "欠缴"; }, "suspendedOn", "暂停日期"},
        {"a long number", [](MemberDetails &d) { d.code = QString(41, u'1'); }, "code", "40"},
    };
    MemberDetails good;
    good.joinedOn = QDate(2021, 3, 1);
    CHECK(validate(good).empty());
    for (const Case &each : cases) {
        INFO(each.what);
        MemberDetails details = good;
        each.change(details);
        const std::vector<FieldError> errors = validate(details);
        REQUIRE(errors.size() == (each.field ? 1u : 0u));
        if (each.field) {
            CHECK(errors.front().field == QString(each.field));
            CHECK(errors.front().message.contains(QString(each.word)));
        }
    }
}

TEST_CASE("the status follows from the dates", "[members]")
{
    MemberDetails details;
    details.appliedOn = QDate(2021, 2, 1);
    CHECK(statusOf(details) == MemberStatus::Applying);
    CHECK(startOf(details) == details.appliedOn);
    details.joinedOn = QDate(2021, 3, 1);
    CHECK(statusOf(details) == MemberStatus::Active);
    CHECK(startOf(details) == details.joinedOn);
    details.suspendedOn = QDate(2021, 4, 1);
    CHECK(statusOf(details) == MemberStatus::Suspended);
    details.leftOn = QDate(2021, 5, 1);
    CHECK(statusOf(details) == MemberStatus::Left);
}

TEST_CASE("what a post may hold", "[members]")
{
    MemberPostDetails good{PersonId(1), {}, TermId(1), Post::Director, {}, QDate(2021, 1, 1), {}, {}};
    CHECK(validate(good).empty());
    CHECK(postText(good) == "理事");
    MemberPostDetails details = good;
    details.fromOn = QDate();
    CHECK(validate(details).front().field == "fromOn");
    details = good;
    details.toOn = details.fromOn;
    CHECK(validate(details).front().field == "toOn");
    details = good;
    details.post = Post::Other;
    CHECK(validate(details).front().field == "title");
    details.title = "顾问";
    CHECK(validate(details).empty());
    CHECK(postText(details) == "顾问");
}
