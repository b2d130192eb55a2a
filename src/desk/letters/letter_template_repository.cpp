#include "desk/letters/letter_template_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::desk {

namespace {

StoredLetter read(const db::Statement &row)
{
    return {row.integer("id"), static_cast<int>(row.integer("revision")), row.text("name"), row.text("source")};
}

} // namespace

std::vector<StoredLetter> LetterTemplateRepository::all() const
{
    db::Statement row(m_database, "SELECT t.id, t.revision, t.name, t.source FROM letter_templates AS t ORDER BY t.name");
    std::vector<StoredLetter> letters;
    while (row.next())
        letters.push_back(read(row));
    return letters;
}

std::optional<StoredLetter> LetterTemplateRepository::find(const QString &name) const
{
    db::Statement row(m_database, "SELECT t.id, t.revision, t.name, t.source FROM letter_templates AS t WHERE t.name = :name");
    row.bind(":name", name);
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

std::optional<StoredLetter> LetterTemplateRepository::find(qint64 id) const
{
    db::Statement row(m_database, "SELECT t.id, t.revision, t.name, t.source FROM letter_templates AS t WHERE t.id = :id");
    row.bind(":id", id);
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

qint64 LetterTemplateRepository::insert(session::Work &work, const QString &name, const QString &source) const
{
    return work.insert("letter_templates", {{"name", name}, {"source", source}});
}

int LetterTemplateRepository::update(
    session::Work &work, const StoredLetter &stored, const QString &name, const QString &source) const
{
    return work.update("letter_templates", stored.id, stored.revision, {{"name", name}, {"source", source}});
}

void LetterTemplateRepository::remove(session::Work &work, const StoredLetter &stored) const
{
    work.remove("letter_templates", stored.id, stored.revision);
}

} // namespace mishutai::desk
