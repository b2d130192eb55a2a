#include "members/posts/member_post_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

#include <algorithm>

namespace mishutai::members {

namespace {

const char *const kSelectPost = R"(
SELECT m.id, m.revision, m.person_id, m.unit_id, m.term_id, m.post, m.title, m.from_on, m.to_on, m.notes,
  m.document
FROM member_posts AS m
)";

db::Row rowOf(const MemberPostDetails &details)
{
    return {{"person_id", details.person.value()}, {"unit_id", db::orNull(details.unit)}, {"term_id", details.term.value()},
        {"post", posts().stored(details.post)}, {"title", details.title}, {"from_on", db::orNull(details.fromOn)},
        {"to_on", db::orNull(details.toOn)}, {"notes", db::orNull(details.notes)}, {"document", db::orNull(details.document)}};
}

MemberPost read(const db::Statement &row)
{
    const MemberPostDetails details{row.id<PersonId>("person_id"), row.optionalId<UnitId>("unit_id"), row.id<TermId>("term_id"),
        posts().fromStored(row.text("post")).value_or(Post::Other), row.text("title"), row.date("from_on"), row.date("to_on"),
        row.text("notes"), row.text("document")};
    return {row.id<MemberPostId>("id"), static_cast<int>(row.integer("revision")), details};
}

std::vector<MemberPost> allOf(db::Statement &statement)
{
    std::vector<MemberPost> result;
    while (statement.next())
        result.push_back(read(statement));
    return result;
}

} // namespace

std::optional<MemberPost> MemberPostRepository::find(MemberPostId id) const
{
    db::Statement statement(m_database, QString(kSelectPost) + "WHERE m.id = :id");
    statement.bind(":id", id);
    return statement.next() ? std::optional<MemberPost>(read(statement)) : std::nullopt;
}

std::optional<MemberPost> MemberPostRepository::findByKey(const MemberPostDetails &key) const
{
    db::Statement statement(m_database,
        QString(kSelectPost)
            + "WHERE m.person_id = :person AND m.term_id = :term AND m.post = :post AND m.title = :title AND m.from_on = :from");
    statement.bind(":person", key.person).bind(":term", key.term).bind(":post", posts().stored(key.post));
    statement.bind(":title", key.title).bind(":from", key.fromOn);
    return statement.next() ? std::optional<MemberPost>(read(statement)) : std::nullopt;
}

std::vector<MemberPost> MemberPostRepository::ofPerson(PersonId person) const
{
    db::Statement statement(m_database, QString(kSelectPost) + "WHERE m.person_id = :person ORDER BY m.from_on, m.id");
    statement.bind(":person", person);
    return allOf(statement);
}

std::vector<MemberPost> MemberPostRepository::ofUnit(UnitId unit) const
{
    db::Statement statement(m_database,
        QString(kSelectPost) + "JOIN v_units AS u ON u.id = m.unit_id WHERE u.canonical_id = :unit ORDER BY m.from_on, m.id");
    statement.bind(":unit", unit);
    return allOf(statement);
}

std::vector<MemberPost> MemberPostRepository::heldOn(QDate day) const
{
    db::Statement statement(
        m_database, QString(kSelectPost) + "WHERE m.from_on <= :day AND (m.to_on IS NULL OR m.to_on > :day) ORDER BY m.id");
    statement.bind(":day", day);
    std::vector<MemberPost> held = allOf(statement);
    std::ranges::stable_sort(held, {}, [](const MemberPost &post) { return post.details.post; });
    return held;
}

std::vector<MemberPost> MemberPostRepository::all() const
{
    db::Statement statement(m_database,
        QString(kSelectPost) + "JOIN v_people AS p ON p.id = m.person_id ORDER BY m.from_on, m.post, p.code, m.title");
    return allOf(statement);
}

bool MemberPostRepository::isEmpty() const
{
    return !db::Statement(m_database, "SELECT id FROM member_posts LIMIT 1").next();
}

MemberPostId MemberPostRepository::insert(session::Work &work, const MemberPostDetails &details) const
{
    return MemberPostId(work.insert("member_posts", rowOf(details)));
}

bool MemberPostRepository::update(
    session::Work &work, const MemberPost &stored, int revision, const MemberPostDetails &details) const
{
    return work.update("member_posts", stored.id.value(), revision, rowOf(details)) != stored.revision;
}

void MemberPostRepository::remove(session::Work &work, MemberPostId id, int revision) const
{
    work.remove("member_posts", id.value(), revision);
}

} // namespace mishutai::members
