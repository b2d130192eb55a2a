#include "office/custom_fields/custom_field_service.h"
#include "office/custom_fields/custom_value_service.h"
#include "session/history/change_history.h"
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
    CustomFieldService fields(file);
    CustomValueService service(file);
    CHECK(fields.define({CustomOwner::Member, "示例字段", each.kind, {"甲", "乙"}}) == RowOutcome::Added);
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
    CustomValueService values(file);
    CHECK(errorOf([&] { service.define({CustomOwner::Unit, " ", CustomKind::Text}); })->fields().front().field == "name");
    CHECK(errorOf([&] { service.define({CustomOwner::Unit, "等次", CustomKind::Choice}); })->fields().front().field == "choices");
    service.define({CustomOwner::Unit, "融资阶段", CustomKind::Choice, {"天使", "A轮"}});
    CHECK(service.define({CustomOwner::Unit, "融资阶段", CustomKind::Choice, {"天使", "A轮"}}) == RowOutcome::Same);
    CHECK(service.define({CustomOwner::Unit, "融资阶段", CustomKind::Choice, {"天使", "A轮", "B轮"}}) == RowOutcome::Changed);
    service.define({CustomOwner::Unit, "专利数", CustomKind::Number});
    REQUIRE(service.fields(CustomOwner::Unit).size() == 2);
    CHECK(service.fields(CustomOwner::Unit).back().details.place == 2);
    values.set(session::Operation::UnitEdit, CustomOwner::Unit, kRecord, {{"融资阶段", "B轮"}});
    CHECK(errorOf([&] { service.define({CustomOwner::Unit, "融资阶段", CustomKind::Text}); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { service.remove(service.fields(CustomOwner::Unit).front()); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { values.set(session::Operation::UnitEdit, CustomOwner::Unit, kRecord, {{"没有", "1"}}); }));
    session::ChangeHistory history(file);
    history.undo(history.lastUndoable()->batch);
    CHECK(values.values(CustomOwner::Unit, kRecord).isEmpty());
    service.remove(service.fields(CustomOwner::Unit).front());
    CHECK(service.fields(CustomOwner::Unit).size() == 1);
}

TEST_CASE("a custom field is renamed, moved and retired, and nothing that records hold is lost", "[custom]")
{
    TestSession file;
    CustomFieldService service(file, {"备注", "金额（元）"});
    CustomValueService values(file);
    const qint64 stage = service.add({CustomOwner::Unit, "融资阶段", CustomKind::Choice, {"天使", "A轮"}});
    const qint64 patents = service.add({CustomOwner::Unit, "专利数(件)", CustomKind::Number});
    service.add({CustomOwner::Member, "分会", CustomKind::Text});
    values.set(session::Operation::UnitEdit, CustomOwner::Unit, kRecord, {{"融资阶段", "A轮"}, {"专利数（件）", "1,200"}});
    const auto names = [&] {
        QStringList result;
        for (const CustomField &field : service.fields(CustomOwner::Unit))
            result << field.details.name;
        return result;
    };
    CHECK(names() == QStringList{"融资阶段", "专利数（件）"});
    CHECK(service.move(patents, -1));
    CHECK_FALSE(service.move(patents, -1));
    CHECK(names() == QStringList{"专利数（件）", "融资阶段"});

    CustomField field = service.get(stage);
    CustomFieldDetails renamed = field.details;
    renamed.name = "轮次";
    CHECK(service.update(stage, field.revision, renamed));
    CHECK_FALSE(service.update(stage, field.revision + 1, renamed));
    CHECK(errorOf([&] { service.update(stage, field.revision, renamed); })->kind() == Error::Kind::Conflict);
    renamed.isRetired = true;
    CHECK(service.update(stage, field.revision + 1, renamed));
    CHECK(names() == QStringList{"专利数（件）"});
    CHECK(values.values(CustomOwner::Unit, kRecord) == QHash<QString, QString>{{"轮次", "A轮"}, {"专利数（件）", "1200"}});
}

TEST_CASE("what stands against a change of a custom field is told at its field", "[custom]")
{
    TestSession file;
    CustomFieldService service(file, {"备注", "金额（元）"});
    const qint64 id = service.add({CustomOwner::Unit, "融资阶段", CustomKind::Choice, {"天使", "A轮"}});
    service.add({CustomOwner::Member, "分会", CustomKind::Text});
    CustomValueService(file).set(session::Operation::UnitEdit, CustomOwner::Unit, kRecord, {{"融资阶段", "A轮"}});
    struct Case {
        CustomFieldDetails details;
        const char *field;
    };
    const CustomFieldDetails now = service.get(id).details;
    const auto with = [&](auto change) {
        CustomFieldDetails details = now;
        change(details);
        return details;
    };
    const Case cases[]{{with([](CustomFieldDetails &d) { d.name = "分 会"; }), "name"},
        {with([](CustomFieldDetails &d) { d.name = "备注"; }), "name"},
        {with([](CustomFieldDetails &d) { d.name = "金额(元)"; }), "name"},
        {with([](CustomFieldDetails &d) { d.name = "甲|乙"; }), "name"},
        {with([](CustomFieldDetails &d) { d.kind = CustomKind::Text; }), "kind"},
        {with([](CustomFieldDetails &d) { d.owner = CustomOwner::Member; }), "owner"},
        {with([](CustomFieldDetails &d) { d.choices = {"天使"}; }), "choices"}};
    for (const Case &one : cases) {
        CAPTURE(one.field, one.details.name.toStdString());
        const auto error = errorOf([&] { service.update(id, service.get(id).revision, one.details); });
        REQUIRE(error);
        REQUIRE(error->fields().size() == 1);
        CHECK(error->fields().front().field == one.field);
    }
    CHECK(service.get(id).details == now);
    session::Session reader = file.sessionAs(session::Role::ReadOnly);
    CHECK(errorOf([&] {
        CustomFieldService(reader).add({CustomOwner::Unit, "甲", CustomKind::Text});
    })->kind()
        == Error::Kind::Forbidden);
}

TEST_CASE("all that cannot be read in one record is told at once, and nothing of it is stored", "[custom]")
{
    TestSession file;
    CustomFieldService service(file);
    service.add({CustomOwner::Unit, "专利数", CustomKind::Number});
    service.add({CustomOwner::Unit, "评定日", CustomKind::Date});
    service.add({CustomOwner::Unit, "说明", CustomKind::Text});
    CustomValueService values(file);
    const auto error = errorOf([&] {
        values.set(session::Operation::UnitEdit, CustomOwner::Unit, kRecord,
            {{"专利数", "许多"}, {"评定日", "下个月"}, {"说明", "可以"}});
    });
    REQUIRE(error);
    REQUIRE(error->fields().size() == 2);
    CHECK(error->fields()[0].field == "custom.专利数");
    CHECK(error->fields()[1].field == "custom.评定日");
    CHECK(values.values(CustomOwner::Unit, kRecord).isEmpty());
}

TEST_CASE("a value that was emptied leaves its history, and the field can go", "[custom]")
{
    TestSession file;
    CustomFieldService service(file);
    const qint64 id = service.add({CustomOwner::Unit, "说明", CustomKind::Text});
    CustomValueService values(file);
    for (const char *typed : {"甲", ""})
        values.set(session::Operation::UnitEdit, CustomOwner::Unit, kRecord, {{"说明", typed}});
    const std::vector<CustomValueRow> rows = values.rows(CustomOwner::Unit, kRecord);
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().field.details.name == "说明");
    session::ChangeHistory history(file);
    CHECK(history.ofRow("custom_values", rows.front().id, session::Operation::PartyRead).size() == 2);
    CHECK(service.useOf(id) == 0);
    service.remove(service.get(id));
    CHECK(service.allFields().empty());
    history.undo(history.lastUndoable()->batch);
    CHECK(values.rows(CustomOwner::Unit, kRecord).size() == 1);
}
