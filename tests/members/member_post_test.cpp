#include "members/posts/member_post_repository.h"
#include "members/posts/member_post_service.h"
#include "members/posts/member_post_sheet.h"
#include "members_cases.h"

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;
using office::RowOutcome;

namespace {

struct Office {
    TestSession file;
    TermId term = office::TermService(file).add({1, {}, QDate(2020, 12, 1), {}});
    PersonId person = parties::PersonService(file).create(parties::personNamed("示例甲"));
    UnitId unit = parties::UnitService(file).create(parties::unitNamed("示例材料有限公司"));
    MemberPostService service{file};

    MemberPostDetails post(QDate fromOn, QDate toOn = {}) const
    {
        return {person, unit, term, Post::Director, {}, fromOn, toOn, {}};
    }
};

} // namespace

TEST_CASE("a post is put by its key and held on its days", "[members]")
{
    Office office;
    MemberPostDetails details = office.post(QDate(2021, 1, 15));
    CHECK(office.service.put(details) == RowOutcome::Added);
    CHECK(office.service.put(details) == RowOutcome::Same);
    details.toOn = QDate(2021, 6, 1);
    CHECK(office.service.put(details) == RowOutcome::Changed);
    CHECK(office.service.heldOn(QDate(2021, 1, 14)).empty());
    CHECK(office.service.heldOn(QDate(2021, 5, 31)).size() == 1);
    CHECK(office.service.heldOn(QDate(2021, 6, 1)).empty());
    const MemberPost stored = office.service.ofPerson(office.person).front();
    CHECK(stored.details == details);
    CHECK(MemberPostRepository(office.file.database()).find(stored.id)->details == details);
    CHECK(ask(office.file.database(), "SELECT person_name || unit_name || term_number AS x FROM v_member_posts")
        == "示例甲示例材料有限公司1");

    details.post = Post::ChiefSupervisor;
    CHECK(office.service.update(stored.id, stored.revision, details));
    CHECK(errorOf([&] { office.service.update(stored.id, stored.revision, details); })->kind() == Error::Kind::Conflict);
    office.service.remove(stored.id, office.service.ofPerson(office.person).front().revision);
    CHECK(office.service.ofPerson(office.person).empty());
}

TEST_CASE("nobody holds one post twice at a time", "[members]")
{
    Office office;
    office.service.put(office.post(QDate(2021, 1, 15), QDate(2021, 6, 1)));
    const auto overlap = errorOf([&] { office.service.put(office.post(QDate(2021, 5, 31))); });
    REQUIRE(overlap);
    CHECK(overlap->kind() == Error::Kind::Conflict);
    CHECK(overlap->problem().contains("2021-01-15"));
    CHECK(office.service.put(office.post(QDate(2021, 6, 1))) == RowOutcome::Added);
    MemberPostDetails another = office.post(QDate(2021, 2, 1));
    another.post = Post::SecretaryGeneral;
    CHECK(office.service.put(another) == RowOutcome::Added);

    session::Work work(office.file, session::Operation::MemberEdit);
    const auto refused = errorOf([&] {
        work.insert("member_posts",
            {{"person_id", office.person.value()}, {"term_id", office.term.value()}, {"post", "DIRECTOR"},
                {"from_on", QDate(2021, 7, 1)}});
    });
    REQUIRE(refused);
    CHECK(refused->kind() == Error::Kind::Validation);
}

TEST_CASE("posts are imported with the office's own titles", "[members]")
{
    Office office;
    MemberPostSheet sheet;
    const QString csv
        = "届次,职务,姓名,单位全称,起始日期\n第一届,会长,示例甲,示例材料有限公司,2021-01-15\n1,荣誉理事,示例甲,,2021-01-15\n";
    CHECK(import(office.file, sheet, csv).added == 2);
    CHECK(import(office.file, sheet, csv).same == 2);
    const std::vector<QStringList> rows = sheet.exportRows(office.file);
    REQUIRE(rows.size() == 2);
    CHECK(rows.front().mid(0, 3) == QStringList{"1", "理事长", "会长"});
    CHECK(rows.back().mid(0, 3) == QStringList{"1", "其他", "荣誉理事"});
    CHECK(faultsOf(import(office.file, sheet,
              "届次,职务,姓名,起始日期\n2,理事,示例甲,2021-02-01\n1,,示例甲,2021-02-01\n1,理事,没有,2021-02-01\n1,理事,示例甲,"
              "不详\n"))
        == QStringList{"2 届次 没有届次「2」，请先登记届次", "3 职务 请填写职务", "4 姓名 人员库里没有「没有」，请先登记",
            "5 起始日期 「不详」不是日期，请写成2021-05-14这样"});
}
