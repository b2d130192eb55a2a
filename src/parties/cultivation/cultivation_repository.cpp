#include "parties/cultivation/cultivation_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::parties {

namespace {

const QString kTable = QStringLiteral("unit_cultivations");
const char *const kSelect = R"(
SELECT c.id, c.revision, c.unit_id, c.pool, c.title, c.year, c.declared_on, c.passed_on, c.entered_on, c.out_on, c.notes
FROM unit_cultivations AS c
JOIN units AS u ON u.id = c.unit_id
)";
const char *const kOrder = "ORDER BY u.code, c.year DESC, c.pool, c.title";

db::Row rowOf(const CultivationDetails &d)
{
    return {{"unit_id", d.unit.value()}, {"pool", pools().stored(d.pool)}, {"title", d.title}, {"year", d.year},
        {"declared_on", db::orNull(d.appliedOn)}, {"passed_on", db::orNull(d.approvedOn)},
        {"entered_on", db::orNull(d.enteredOn)}, {"out_on", db::orNull(d.leftOn)}, {"notes", db::orNull(d.notes)}};
}

} // namespace

QString poolsExpression(const QString &unitId)
{
    QString expression
        = QStringLiteral("replace((SELECT p.pools FROM v_unit_pools AS p WHERE p.unit_id = %1), ',', '、')").arg(unitId);
    for (const db::Choice &pool : pools().choices())
        expression = QStringLiteral("replace(%1, '%2', '%3')").arg(expression, pool.value, pool.label);
    return expression;
}

std::vector<Cultivation> CultivationRepository::list(std::optional<UnitId> unit) const
{
    db::Statement row(m_database, QString(kSelect) + (unit ? "WHERE c.unit_id = :unit " : "") + kOrder);
    if (unit)
        row.bind(":unit", *unit);
    std::vector<Cultivation> found;
    while (row.next())
        found.push_back({row.integer("id"), static_cast<int>(row.integer("revision")),
            {row.id<UnitId>("unit_id"), pools().fromStored(row.text("pool")).value_or(Pool::Other),
                static_cast<int>(row.integer("year")), row.text("title"), row.date("declared_on"), row.date("passed_on"),
                row.date("entered_on"), row.date("out_on"), row.text("notes")}});
    return found;
}

qint64 CultivationRepository::insert(session::Work &work, const CultivationDetails &details) const
{
    return work.insert(kTable, rowOf(details));
}

void CultivationRepository::update(session::Work &work, const Cultivation &stored, const CultivationDetails &details) const
{
    work.update(kTable, stored.id, stored.revision, rowOf(details));
}

void CultivationRepository::remove(session::Work &work, qint64 id, int revision) const
{
    work.remove(kTable, id, revision);
}

} // namespace mishutai::parties
