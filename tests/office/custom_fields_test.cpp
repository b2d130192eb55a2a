#include "office/custom_fields/custom_field_service.h"
#include "session/change_history.h"
#include "support/test_session.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::office;
using mishutai::test::TestSession;

namespace {

constexpr qint64 kRecord = 7;

template <class Call> std::optional<Error> errorOf(Call call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("each kind of custom field takes what it means and refuses the rest", "[custom]")
{
    struct Case {
        CustomKind kind;
        const char *typed;
        const char *shown; ///< nullptr: refused
    };
    const Case each = GENERATE(Case{CustomKind::Text, " 甲乙 ", "甲乙"}, Case{CustomKind::Number, "12.50", "12.5"},
        Case{CustomKind::Number, "十二", nullptr}, Case{CustomKind::Money, "1200", "1200.00"},
        Case{CustomKind::Money, "一千", nullptr}, Case{CustomKind::Date, "2021.5.14", "2021-05-14"},
        Case{CustomKind::Date, "2021-13-01", nullptr}, Case{CustomKind::Choice, "甲", "甲"},
        Case{CustomKind::Choice, "丙", nullptr}, Case{CustomKind::YesNo, "是", "是"}, Case{CustomKind::YesNo, "0", "否"},
        Case{CustomKind::YesNo, "也许", nullptr});
    CAPTURE(each.typed);
    TestSession file;
    CustomFieldService service(file);
    CHECK(service.define({CustomOwner::Member, "示例字段", each.kind, {"甲", "乙"}}) == RowOutcome::Added);
    const auto set = [&] {
        return service.set(session::Operation::MemberEdit, CustomOwner::Member, kRecord, {{"示例字段", each.typed}});
    };
    if (!each.shown) {
        CHECK(errorOf(set)->fields().front().field == "custom.示例字段");
        CHECK(service.values(CustomOwner::Member, kRecord).isEmpty());
        return;
    }
    CHECK(set());
    CHECK_FALSE(set());
    CHECK(service.values(CustomOwner::Member, kRecord) == QHash<QString, QString>{{"示例字段", each.shown}});
    CHECK(service.values(CustomOwner::Unit, kRecord).isEmpty());
    CHECK(service.set(session::Operation::MemberEdit, CustomOwner::Member, kRecord, {{"示例字段", {}}}));
    CHECK(service.values(CustomOwner::Member, kRecord).isEmpty());
}

TEST_CASE("a custom field keeps its kind while it is used, and goes only unused", "[custom]")
{
    TestSession file;
    CustomFieldService service(file);
    CHECK(errorOf([&] { service.define({CustomOwner::Unit, " ", CustomKind::Text}); })->fields().front().field == "name");
    CHECK(errorOf([&] { service.define({CustomOwner::Unit, "等次", CustomKind::Choice}); })->fields().front().field == "choices");
    service.define({CustomOwner::Unit, "融资阶段", CustomKind::Choice, {"天使", "A轮"}});
    CHECK(service.define({CustomOwner::Unit, "融资阶段", CustomKind::Choice, {"天使", "A轮"}}) == RowOutcome::Same);
    CHECK(service.define({CustomOwner::Unit, "融资阶段", CustomKind::Choice, {"天使", "A轮", "B轮"}}) == RowOutcome::Changed);
    service.define({CustomOwner::Unit, "专利数", CustomKind::Number});
    REQUIRE(service.fields(CustomOwner::Unit).size() == 2);
    CHECK(service.fields(CustomOwner::Unit).back().details.place == 2);
    service.set(session::Operation::UnitEdit, CustomOwner::Unit, kRecord, {{"融资阶段", "B轮"}});
    CHECK(errorOf([&] { service.define({CustomOwner::Unit, "融资阶段", CustomKind::Text}); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { service.remove(service.fields(CustomOwner::Unit).front()); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { service.set(session::Operation::UnitEdit, CustomOwner::Unit, kRecord, {{"没有", "1"}}); }));
    session::ChangeHistory history(file);
    history.undo(history.lastUndoable()->batch);
    CHECK(service.values(CustomOwner::Unit, kRecord).isEmpty());
    service.remove(service.fields(CustomOwner::Unit).front());
    CHECK(service.fields(CustomOwner::Unit).size() == 1);
}
