#include "office/terms/term_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::office {

namespace {

db::Row rowOf(const TermDetails &details)
{
    return {{"number", details.number}, {"title", db::orNull(details.title)}, {"from_on", details.fromOn},
        {"to_on", db::orNull(details.toOn)}};
}

} // namespace

std::vector<Term> TermRepository::all() const
{
    db::Statement row(m_database, "SELECT id, revision, number, title, from_on, to_on FROM terms ORDER BY number");
    std::vector<Term> terms;
    while (row.next())
        terms.push_back({row.id<TermId>("id"), static_cast<int>(row.integer("revision")),
            {static_cast<int>(row.integer("number")), row.text("title"), row.date("from_on"), row.date("to_on")}});
    return terms;
}

TermId TermRepository::insert(session::Work &work, const TermDetails &details) const
{
    return TermId(work.insert("terms", rowOf(details)));
}

int TermRepository::update(session::Work &work, TermId term, int revision, const TermDetails &details) const
{
    return work.update("terms", term.value(), revision, rowOf(details));
}

void TermRepository::remove(session::Work &work, TermId term, int revision) const
{
    work.remove("terms", term.value(), revision);
}

} // namespace mishutai::office
