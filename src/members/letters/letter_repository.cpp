#include "members/letters/letter_repository.h"

#include "db/statement.h"
#include "session/instant.h"
#include "session/work.h"

namespace mishutai::members {

namespace {

Letter read(const db::Statement &row)
{
    const LetterDetails details{row.id<MemberId>("member_id"), row.text("template"), row.text("title"),
        letterFiles().fromStored(row.text("file_kind")).value_or(LetterFile::Docx), session::instantFromText(row.text("made_at")),
        row.text("made_by")};
    return {row.integer("id"), details};
}

} // namespace

std::vector<Letter> LetterRepository::ofMember(MemberId member) const
{
    db::Statement statement(m_database,
        "SELECT id, member_id, template, title, file_kind, made_at, made_by FROM letters WHERE member_id = :member "
        "ORDER BY made_at DESC, id DESC");
    statement.bind(":member", member);
    std::vector<Letter> letters;
    while (statement.next())
        letters.push_back(read(statement));
    return letters;
}

std::vector<std::pair<QString, Letter>> LetterRepository::allWithCodes() const
{
    db::Statement statement(m_database,
        "SELECT l.id, l.member_id, l.template, l.title, l.file_kind, l.made_at, l.made_by, m.code FROM letters AS l "
        "JOIN members AS m ON m.id = l.member_id ORDER BY l.made_at, l.template, m.code");
    std::vector<std::pair<QString, Letter>> letters;
    while (statement.next())
        letters.emplace_back(statement.text("code"), read(statement));
    return letters;
}

void LetterRepository::insert(session::Work &work, const LetterDetails &details) const
{
    work.insert("letters",
        {{"member_id", details.member.value()}, {"template", details.templateName}, {"title", details.title},
            {"file_kind", letterFiles().stored(details.file)}, {"made_at", session::instantText(details.madeAt)},
            {"made_by", details.madeBy}});
}

} // namespace mishutai::members
