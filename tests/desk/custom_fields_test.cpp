#include "desk/global_search.h"
#include "desk/letters/letter_fields.h"
#include "desk/letters/letter_maker.h"
#include "desk/letters/letter_template.h"
#include "desk/merge.h"
#include "desk/own_fields/taken_names.h"
#include "desk_cases.h"
#include "members/member_service.h"
#include "office/custom_fields/custom_field_service.h"
#include "office/custom_fields/custom_value_service.h"
#include "parties/units/unit_service.h"
#include "reports/composer.h"

namespace mishutai::desk {

namespace {

using office::CustomKind;
using office::CustomOwner;

/// The example with fields of every kind; one is retired. The first member has values of all.
struct OwnExample {
    OwnExample() : application(file.open()), session(application->session())
    {
        office::CustomFieldService fields(session);
        fields.add({CustomOwner::Member, "分会", CustomKind::Text});
        fields.add({CustomOwner::Member, "接待", CustomKind::YesNo});
        fields.add({CustomOwner::Unit, "融资阶段", CustomKind::Choice, {"天使轮", "A轮"}});
        fields.add({CustomOwner::Unit, "专利数（件）", CustomKind::Number});
        fields.add({CustomOwner::Unit, "年补贴", CustomKind::Money});
        const qint64 id = fields.add({CustomOwner::Unit, "评定日", CustomKind::Date});
        const members::Member member = members::MemberService(session).findByCode("会员-0001").value();
        memberId = member.id;
        unit = member.unit.value();
        office::CustomValueService values(session);
        values.set(session::Operation::MemberEdit, CustomOwner::Member, memberId.value(),
            {{"分会", "西南分会，\"甲\"组"}, {"接待", "否"}});
        values.set(session::Operation::UnitEdit, CustomOwner::Unit, unit.value(),
            {{"融资阶段", "A轮"}, {"专利数（件）", "12.5"}, {"年补贴", "120000"}, {"评定日", "2021-05-14"}});
        dateField = id;
    }

    void retire(qint64 id)
    {
        office::CustomFieldService fields(session);
        const office::CustomField field = fields.get(id);
        office::CustomFieldDetails details = field.details;
        details.isRetired = true;
        fields.update(id, field.revision, details);
    }

    ExampleFile file;
    std::unique_ptr<Application> application;
    session::Session &session;
    MemberId memberId{0};
    UnitId unit{0};
    qint64 dateField = 0;
};

QStringList textsOf(const document::Document &document)
{
    QStringList texts;
    for (const document::Block &block : document.blocks) {
        if (const auto *paragraph = std::get_if<document::Paragraph>(&block))
            texts << document::textOf(paragraph->runs);
    }
    return texts;
}

} // namespace

TEST_CASE("a field may not be called like a column of the sheets or another word for one, and says what to do")
{
    const ExampleFile example;
    const auto application = example.open();
    office::CustomFieldService fields(application->session(), takenFieldNames());
    // A title, other words for columns of members, units and contacts, a title in another width.
    for (const char *name : {"级别", "会员类别", "手机号", "信用代码", "企业规模", "注册资本(万元)"}) {
        CAPTURE(name);
        const auto error = errorOf([&] { fields.add({CustomOwner::Member, QString::fromUtf8(name), CustomKind::Text}); });
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Conflict);
        CHECK(error->remedy().contains("换一个名称"));
    }
    CHECK_FALSE(errorOf([&] { fields.add({CustomOwner::Member, "分会", CustomKind::Text}); }));
}

TEST_CASE("a data set keeps the office's own fields and what records have of them, the retired too")
{
    OwnExample example;
    example.retire(example.dateField);
    const QTemporaryDir folder;
    exportDataSet(example.session, folder.filePath("first"));
    const auto first = contents(folder.filePath("first"));
    CHECK(QString::fromUtf8(first.value("custom_fields.csv")).contains("评定日"));
    CHECK(QString::fromUtf8(first.value("units.csv")).contains("2021-05-14"));
    auto copy = Application::create(folder.filePath("copy.mishutai"), "另一人");
    importDataSet(copy->session(), folder.filePath("first"));
    exportDataSet(copy->session(), folder.filePath("second"));
    CHECK((first == contents(folder.filePath("second"))));
    const auto member = members::MemberService(copy->session()).findByCode("会员-0001").value();
    const office::CustomValueService values(copy->session());
    CHECK(values.values(CustomOwner::Member, member.id.value())
        == QHash<QString, QString>{{"分会", "西南分会，\"甲\"组"}, {"接待", "否"}});
    CHECK(values.values(CustomOwner::Unit, member.unit->value()).size() == 4);
    CHECK(office::CustomFieldService(copy->session()).fields(CustomOwner::Unit).size() == 3);
    // Again into the same file: nothing differs.
    importDataSet(copy->session(), folder.filePath("first"));
    exportDataSet(copy->session(), folder.filePath("third"));
    CHECK((first == contents(folder.filePath("third"))));
}

TEST_CASE("a sheet of definitions is refused where it contradicts what is there")
{
    OwnExample example;
    const QTemporaryDir folder;
    struct Case {
        const char *row;
        const char *column;
    };
    const Case cases[]{{"单位,融资阶段,文字,", "类型"}, {"单位,融资阶段,选项,天使轮", "选项"},
        {"会员,融资阶段,文字,", "字段名称"}, {"会员,备注,文字,", "字段名称"}, {"甲,新字段,文字,", "属于"},
        {"会员,新字段,选项,", "选项"}};
    for (const Case &one : cases) {
        CAPTURE(one.row);
        const QString set = folder.filePath(QString::number(qHash(QString::fromUtf8(one.row))));
        putFile(set + "/custom_fields.csv", QString("属于,字段名称,类型,选项\n%1\n").arg(QString::fromUtf8(one.row)).toUtf8());
        const auto error = errorOf([&] { importDataSet(example.session, set); });
        REQUIRE(error);
        REQUIRE(error->place());
        CHECK(error->place()->columnName == QString::fromUtf8(one.column));
    }
}

TEST_CASE("a letter speaks of the office's own fields by their names, and of no unknown one")
{
    OwnExample example;
    const QTemporaryDir folder;
    const QString path = folder.filePath("own.md");
    putFile(path,
        "---\nname: own\ntitle: 函\n---\n{{member.分会}}，{{member.融资阶段}}，{{member.专利数（件）}}，{{member.年补贴}}元，"
        "{{ member.评定日 }}。\n\n@if member.接待\n接待\n@end\n");
    CHECK(memberFieldNames(example.session).contains("member.融资阶段"));
    const LetterRequest request{loadLetter(example.session, path), {example.memberId}, QDate(2021, 12, 1), {}};
    const auto letters = letterDocuments(example.session, example.application->metrics(), request, TaskControl::silent());
    REQUIRE(letters.size() == 1);
    CHECK(textsOf(letters.front()) == QStringList{"西南分会，\"甲\"组，A轮，12.5，120000.00元，2021年5月14日。", "接待"});
    example.retire(example.dateField);
    const auto error = errorOf([&] { loadLetter(example.session, path); });
    REQUIRE(error);
    CHECK(error->cause().contains("评定日"));
}

TEST_CASE("a row of a report has the office's own fields of its member and of the member's unit")
{
    OwnExample example;
    const QString text = "---\nname: r\ntitle: 报告\nsigner: 甲\n---\n@each members.count|limit:1\n"
                         "{{row.label}}：{{row.融资阶段}}，{{row.分会}}[[，{{row.评定日|年月日}}]]\n@end\n";
    const reports::Draft draft{reports::Template::parse(text, "r.md"), Period::year(2021), QDate(2021, 12, 31), {}, {}};
    const auto rows = example.application->metrics().rows({"members.count", Period::year(2021), {}}, 0);
    REQUIRE_FALSE(rows.empty());
    CHECK(example.application->metrics().ownDetails(rows.front()).contains("融资阶段"));
    office::CustomValueService values(example.session);
    const MemberId first(rows.front().objectId);
    const UnitId unit = members::MemberService(example.session).get(first).unit.value();
    values.set(session::Operation::MemberEdit, CustomOwner::Member, first.value(), {{"分会", "一分会"}});
    values.set(session::Operation::UnitEdit, CustomOwner::Unit, unit.value(), {{"融资阶段", "天使轮"}, {"评定日", ""}});
    const QStringList texts = textsOf(reports::compose(draft, example.application->metrics()));
    REQUIRE(texts.size() == 1);
    CHECK(texts.front() == rows.front().label + "：天使轮，一分会");
}

TEST_CASE("the search over everything finds a member by a text field of the office's own, also by a new one")
{
    OwnExample example;
    GlobalSearch search(example.session);
    const auto hits = search.find("xnfh", 5);
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().listKey == "members");
    CHECK(hits.front().id == example.memberId.value());
    office::CustomFieldService(example.session).add({CustomOwner::Unit, "口号", CustomKind::Text});
    office::CustomValueService(example.session)
        .set(session::Operation::UnitEdit, CustomOwner::Unit, example.unit.value(), {{"口号", "开拓创新"}});
    search.markStale({"custom_fields", "custom_values"});
    CHECK(search.find("ktcx", 5).size() == 2);
}

TEST_CASE("merged units keep what either had, and what gave way is noted")
{
    OwnExample example;
    parties::UnitService units(example.session);
    office::CustomValueService values(example.session);
    parties::UnitDetails second;
    second.name = "示例合并材料有限公司";
    const UnitId other = units.create(second);
    values.set(session::Operation::UnitEdit, CustomOwner::Unit, other.value(), {{"融资阶段", "天使轮"}, {"专利数（件）", "3"}});
    values.set(session::Operation::UnitEdit, CustomOwner::Unit, example.unit.value(), {{"专利数（件）", ""}});
    const auto revision = [&](UnitId id) { return units.get(id).revision; };
    mergeUnits(example.session, {example.unit, revision(example.unit), other, revision(other), {}, {}});
    CHECK(values.values(CustomOwner::Unit, other.value()).isEmpty());
    CHECK(values.values(CustomOwner::Unit, example.unit.value()).value("专利数（件）") == "3");
    CHECK(values.values(CustomOwner::Unit, example.unit.value()).value("融资阶段") == "A轮");
    CHECK(units.get(example.unit).details.notes.contains("融资阶段天使轮"));
    session::ChangeHistory &history = example.application->history();
    history.undo(history.lastUndoable()->batch);
    CHECK(values.values(CustomOwner::Unit, other.value()).size() == 2);
    CHECK(values.values(CustomOwner::Unit, example.unit.value()).size() == 3);
}

TEST_CASE("a second entry of a membership gives its own fields to the one that stays")
{
    OwnExample example;
    office::CustomValueService values(example.session);
    members::MemberService members(example.session);
    members::Enrolment enrolment;
    enrolment.newUnit.name = "示例再次登记有限公司";
    enrolment.member.joinedOn = QDate(2021, 3, 1);
    const members::Member second = members.get(members.enroll(enrolment));
    values.set(session::Operation::MemberEdit, CustomOwner::Member, second.id.value(), {{"分会", "东北分会"}, {"接待", "是"}});
    values.set(session::Operation::MemberEdit, CustomOwner::Member, example.memberId.value(), {{"接待", ""}});
    const parties::UnitService units(example.session);
    const auto revision = [&](UnitId id) { return units.get(id).revision; };
    mergeUnits(example.session,
        {example.unit, revision(example.unit), *second.unit, revision(*second.unit), {},
            members::MembershipChoice{example.memberId, members::SecondMembership::Remove}});
    CHECK(values.values(CustomOwner::Member, example.memberId.value())
        == QHash<QString, QString>{{"分会", "西南分会，\"甲\"组"}, {"接待", "是"}});
    CHECK(members.get(example.memberId).details.notes.contains("分会东北分会"));
    CHECK(values.rows(CustomOwner::Member, second.id.value()).empty());
}

} // namespace mishutai::desk
