#include "parties/duplicates/distinct_repository.h"

#include "db/statement.h"
#include "session/work.h"

#include <algorithm>

namespace mishutai::parties {

namespace {

const QString kTable = QStringLiteral("distinct_pairs");
const char *const kSelect = R"(
SELECT d.id, d.revision, d.kind, d.first_id, d.first_code, d.first_name, d.second_id, d.second_code, d.second_name,
  d.marked_on, d.marked_by
FROM v_distinct_pairs AS d
)";

DistinctPair pairFrom(const db::Statement &row)
{
    DistinctPair pair{row.integer("id"), static_cast<int>(row.integer("revision")),
        partyKinds().fromStored(row.text("kind")).value(), row.integer("first_id"), row.integer("second_id"),
        row.text("first_code"), row.text("first_name"), row.text("second_code"), row.text("second_name"), row.date("marked_on"),
        row.text("marked_by")};
    // A merge may have turned them round.
    if (pair.first > pair.second) {
        std::swap(pair.first, pair.second);
        std::swap(pair.firstCode, pair.secondCode);
        std::swap(pair.firstName, pair.secondName);
    }
    return pair;
}

} // namespace

std::vector<DistinctPair> DistinctRepository::all() const
{
    db::Statement statement(m_database, QString(kSelect) + "ORDER BY d.kind, d.first_code, d.second_code, d.id");
    std::vector<DistinctPair> pairs;
    while (statement.next())
        pairs.push_back(pairFrom(statement));
    return pairs;
}

std::optional<DistinctPair> DistinctRepository::find(PartyKind kind, qint64 one, qint64 other) const
{
    db::Statement statement(m_database,
        QString(kSelect)
            + "WHERE d.kind = :kind AND ((d.first_id = :one AND d.second_id = :other) "
              "OR (d.first_id = :other AND d.second_id = :one)) ORDER BY d.id");
    statement.bind(":kind", partyKinds().stored(kind)).bind(":one", one).bind(":other", other);
    return statement.next() ? std::optional(pairFrom(statement)) : std::nullopt;
}

qint64 DistinctRepository::insert(
    session::Work &work, PartyKind kind, qint64 one, qint64 other, QDate onDay, const QString &by) const
{
    return work.insert(kTable,
        {{"kind", partyKinds().stored(kind)}, {"first_id", std::min(one, other)}, {"second_id", std::max(one, other)},
            {"marked_on", onDay}, {"marked_by", by}});
}

void DistinctRepository::remove(session::Work &work, qint64 id, int revision) const
{
    work.remove(kTable, id, revision);
}

} // namespace mishutai::parties
