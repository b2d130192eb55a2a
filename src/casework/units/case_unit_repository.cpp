#include "casework/units/case_unit_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::casework {

namespace {

const QString kTable = QStringLiteral("case_units");

const QString kSelect = QStringLiteral(R"(
SELECT k.id, k.revision, k.case_id, k.unit_id, k.role, k.note
FROM case_units AS k
JOIN cases AS c ON c.id = k.case_id
JOIN v_units AS u ON u.id = k.unit_id
)");
const QString kOrder = QStringLiteral(" ORDER BY c.code, k.role, u.code, k.id");

db::Row rowOf(CaseId caseId, const CaseUnitDetails &d)
{
    return {{"case_id", caseId.value()}, {"unit_id", d.unit.value()}, {"role", caseUnitRoles().stored(d.role)},
        {"note", db::orNull(d.note)}};
}

std::vector<CaseUnit> read(db::Statement &row)
{
    std::vector<CaseUnit> result;
    while (row.next())
        result.push_back({row.integer("id"), static_cast<int>(row.integer("revision")), row.id<CaseId>("case_id"),
            {row.id<UnitId>("unit_id"), caseUnitRoles().fromStored(row.text("role")).value_or(CaseUnitRole::Served),
                row.text("note")}});
    return result;
}

} // namespace

std::optional<CaseUnit> CaseUnitRepository::find(qint64 id) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.id = :id"));
    statement.bind(QStringLiteral(":id"), id);
    const std::vector<CaseUnit> found = read(statement);
    return found.empty() ? std::nullopt : std::optional<CaseUnit>(found.front());
}

std::vector<CaseUnit> CaseUnitRepository::all() const
{
    db::Statement statement(m_database, kSelect + kOrder);
    return read(statement);
}

std::vector<CaseUnit> CaseUnitRepository::ofCase(CaseId caseId) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.case_id = :case") + kOrder);
    statement.bind(QStringLiteral(":case"), caseId);
    return read(statement);
}

qint64 CaseUnitRepository::insert(session::Work &work, CaseId caseId, const CaseUnitDetails &details) const
{
    return work.insert(kTable, rowOf(caseId, details));
}

bool CaseUnitRepository::update(session::Work &work, const CaseUnit &stored, const CaseUnitDetails &details) const
{
    return work.update(kTable, stored.id, stored.revision, rowOf(stored.caseId, details)) != stored.revision;
}

void CaseUnitRepository::remove(session::Work &work, qint64 id, int revision) const
{
    work.remove(kTable, id, revision);
}

void CaseUnitRepository::removeAll(session::Work &work, CaseId caseId) const
{
    for (const CaseUnit &unit : ofCase(caseId))
        remove(work, unit.id, unit.revision);
}

} // namespace mishutai::casework
