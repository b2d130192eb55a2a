#include "members/posts/member_post_service.h"
#include "members/terms/term_change.h"
#include "members_cases.h"

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

/// A council of three in its first term.
struct Council {
    TestSession file;
    TermId first = office::TermService(file).add({1, {}, QDate(2016, 12, 20), QDate(2021, 12, 20)});
    MemberPostService posts{file};
    TermChangeService service{file};
    PersonId chair = seat("示例甲", Post::Chair);
    PersonId vice = seat("示例乙", Post::ViceChair);
    PersonId secretary = seat("示例丙", Post::SecretaryGeneral);

    PersonId seat(const QString &name, Post post)
    {
        const PersonId person = parties::PersonService(file).create(parties::personNamed(name));
        posts.put({person, std::nullopt, first, post, {}, QDate(2016, 12, 20), {}, {}});
        return person;
    }

    QStringList heldOn(QDate day)
    {
        QStringList lines;
        for (const MemberPost &post : posts.heldOn(day))
            lines.append(postText(post.details) + " " + parties::PersonService(file).get(post.details.person).details.name);
        return lines;
    }
};

} // namespace

TEST_CASE("a change of term ends and begins posts on one day, and one undo takes it back", "[members][terms]")
{
    Council council;
    TermChange change = council.service.proposed();
    CHECK(change.term.number == 2);
    REQUIRE(change.posts.size() == 3);
    change.term.fromOn = QDate(2021, 12, 20);
    change.term.toOn = QDate(2026, 12, 20);
    change.document = "联〔2021〕20号";
    change.posts[1].successor.reset(); // 换人, by a name that is new
    change.posts[1].newName = "示例丁";
    change.posts[2].successor.reset(); // 不再担任
    council.service.change(change);

    CHECK(council.heldOn(QDate(2021, 12, 19)) == QStringList{"理事长 示例甲", "副理事长 示例乙", "秘书长 示例丙"});
    CHECK(council.heldOn(QDate(2021, 12, 20)) == QStringList{"理事长 示例甲", "副理事长 示例丁"});
    CHECK(council.posts.ofPerson(council.chair).back().details.document == "联〔2021〕20号");
    CHECK(office::TermService(council.file).termOn(QDate(2021, 12, 20))->details.number == 2);

    session::ChangeHistory history(council.file);
    history.undo(history.lastUndoable()->batch);
    CHECK(council.heldOn(QDate(2021, 12, 20)) == QStringList{"理事长 示例甲", "副理事长 示例乙", "秘书长 示例丙"});
    CHECK(office::TermService(council.file).list().size() == 1);
}

TEST_CASE("posts that nobody held before begin with the new term", "[members][terms]")
{
    Council council;
    const UnitId unit = parties::UnitService(council.file).create(parties::unitNamed("示例子材料有限公司"));
    TermChange change = council.service.proposed();
    change.term.fromOn = QDate(2021, 12, 20);
    change.document = "联〔2021〕20号";
    change.added = {{council.vice, {}, Post::StandingDirector, {}, unit}, {{}, "示例戊", Post::Other, "荣誉主席", {}}, {}};
    council.service.change(change);
    CHECK(council.heldOn(QDate(2021, 12, 19)).size() == 3);
    const QStringList held = council.heldOn(QDate(2021, 12, 20));
    CHECK(held.size() == 5);
    CHECK(held.contains("常务理事 示例乙"));
    CHECK(held.contains("荣誉主席 示例戊"));
    const std::vector<MemberPost> ofUnit = council.posts.ofUnit(unit);
    REQUIRE(ofUnit.size() == 1);
    CHECK(ofUnit[0].details.document == "联〔2021〕20号");
    session::ChangeHistory history(council.file);
    history.undo(history.lastUndoable()->batch);
    CHECK(council.heldOn(QDate(2021, 12, 20)).size() == 3);
}

TEST_CASE("a new post that is held already or lacks its title is told at its line", "[members][terms]")
{
    Council council;
    TermChange change = council.service.proposed();
    change.term.fromOn = QDate(2021, 12, 20);
    change.added = {{}, {council.vice, {}, Post::ViceChair, {}, {}}};
    CHECK(errorOf([&] { council.service.change(change); })->fields().front().field == "added.1.person");
    change.added = {{council.vice, {}, Post::Other, {}, {}}};
    CHECK(errorOf([&] { council.service.change(change); })->fields().front().field == "added.0.title");
    CHECK(office::TermService(council.file).list().size() == 1);
}

TEST_CASE("a term that runs on ends when the next begins", "[members][terms]")
{
    Council council;
    office::TermService terms(council.file);
    const office::Term first = terms.list().front();
    office::TermDetails open = first.details;
    open.toOn = QDate();
    terms.update(first.id, first.revision, open);
    TermChange change = council.service.proposed();
    change.term.fromOn = QDate(2021, 6, 1);
    council.service.change(change);
    CHECK(terms.list().front().details.toOn == QDate(2021, 6, 1));
}

TEST_CASE("a change of term that cannot be leaves everything", "[members][terms]")
{
    Council council;
    TermChange undated = council.service.proposed();
    undated.term.fromOn = QDate();
    CHECK(errorOf([&] { council.service.change(undated); })->fields().front().field == "fromOn");
    TermChange same = council.service.proposed();
    same.term.number = 1;
    CHECK(errorOf([&] { council.service.change(same); })->fields().front().field == "number");
    TermChange early = council.service.proposed();
    early.term.fromOn = QDate(2016, 1, 1); // before anybody held a post
    CHECK(errorOf([&] { council.service.change(early); }));
    CHECK(council.heldOn(QDate(2022, 1, 1)).size() == 3);
    CHECK(office::TermService(council.file).list().size() == 1);
}

TEST_CASE("the office is reminded before its term ends", "[members][terms]")
{
    Council council;
    CHECK(council.service.reminder(QDate(2021, 9, 1)).isEmpty());
    CHECK(council.service.reminder(QDate(2021, 12, 1)) == "第一届任期到2021-12-20届满，还有19天，请准备换届");
    CHECK(council.service.reminder(QDate(2022, 1, 26)) == "第一届任期已于2021-12-20届满，请登记换届");
    TestSession empty;
    CHECK(TermChangeService(empty).reminder(QDate(2022, 1, 1)).isEmpty());
}
