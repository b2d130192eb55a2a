#include "planning/plan/plan_item_repository.h"

#include "db/statement.h"
#include "office/stored_quantity.h"
#include "session/work.h"

namespace mishutai::planning {

namespace {

const QString kTable = QStringLiteral("plan_items");
const QString kSelect = QStringLiteral(R"(
SELECT id, revision, code, year, line_no, kind, section, title, metric, metric_filter, direction, target_micro, target_fen, unit,
  baseline_micro, baseline_qualifier, baseline_wording, baseline_fen, due_on, done_on, notes
FROM plan_items
)");

QVariant microOrNull(const std::optional<Decimal> &value)
{
    return value ? QVariant(value->micro()) : QVariant();
}

QVariant fenOrNull(const std::optional<Money> &amount)
{
    return amount ? QVariant(amount->fen()) : QVariant();
}

db::Row rowOf(const PlanItemDetails &d)
{
    db::Row row{{"code", d.code}, {"year", d.year}, {"line_no", d.lineNumber}, {"kind", planKinds().stored(d.kind)},
        {"section", db::orNull(d.section)}, {"title", d.title}, {"metric", db::orNull(d.metric)},
        {"metric_filter", db::orNull(d.metricFilter)}, {"direction", directions().stored(d.direction)},
        {"target_micro", microOrNull(d.target)}, {"target_fen", fenOrNull(d.targetAmount)}, {"unit", db::orNull(d.unit)},
        {"baseline_fen", fenOrNull(d.baselineAmount)}, {"due_on", db::orNull(d.dueOn)}, {"done_on", db::orNull(d.doneOn)},
        {"notes", db::orNull(d.notes)}};
    office::appendQuantity(row, "baseline", d.baseline);
    return row;
}

} // namespace

std::vector<PlanItem> PlanItemRepository::read(db::Statement &row) const
{
    std::vector<PlanItem> found;
    while (row.next()) {
        PlanItemDetails d;
        d.code = row.text("code");
        d.year = static_cast<int>(row.integer("year"));
        d.lineNumber = static_cast<int>(row.integer("line_no"));
        d.kind = planKinds().fromStored(row.text("kind")).value_or(PlanKind::Target);
        d.section = row.text("section");
        d.title = row.text("title");
        d.metric = row.text("metric");
        d.metricFilter = row.text("metric_filter");
        d.direction = directions().fromStored(row.text("direction")).value_or(Direction::AtLeast);
        if (const auto micro = row.optionalInteger("target_micro"))
            d.target = Decimal::fromMicro(*micro);
        if (const auto fen = row.optionalInteger("target_fen"))
            d.targetAmount = Money::fromFen(*fen);
        d.unit = row.text("unit");
        d.baseline = office::readQuantity(row, "baseline");
        if (const auto fen = row.optionalInteger("baseline_fen"))
            d.baselineAmount = Money::fromFen(*fen);
        d.dueOn = row.date("due_on");
        d.doneOn = row.date("done_on");
        d.notes = row.text("notes");
        found.push_back({row.id<PlanItemId>("id"), static_cast<int>(row.integer("revision")), std::move(d)});
    }
    return found;
}

std::optional<PlanItem> PlanItemRepository::find(PlanItemId id) const
{
    db::Statement statement(m_database, kSelect + "WHERE id = :id");
    statement.bind(":id", id);
    const auto found = read(statement);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<PlanItem> PlanItemRepository::findByCode(const QString &code) const
{
    db::Statement statement(m_database, kSelect + "WHERE code = :code");
    statement.bind(":code", code);
    const auto found = read(statement);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<PlanItem> PlanItemRepository::all(int year) const
{
    db::Statement statement(m_database, kSelect + "WHERE :year = 0 OR year = :year ORDER BY year, kind, line_no");
    statement.bind(":year", year);
    return read(statement);
}

int PlanItemRepository::lastLine(int year, PlanKind kind) const
{
    db::Statement statement(
        m_database, "SELECT coalesce(max(line_no), 0) AS last FROM plan_items WHERE year = :year AND kind = :kind");
    statement.bind(":year", year).bind(":kind", planKinds().stored(kind));
    return statement.next() ? static_cast<int>(statement.integer("last")) : 0;
}

PlanItemId PlanItemRepository::insert(session::Work &work, const PlanItemDetails &details) const
{
    return PlanItemId(work.insert(kTable, rowOf(details)));
}

int PlanItemRepository::update(session::Work &work, const PlanItem &stored, int revision, const PlanItemDetails &details) const
{
    return work.update(kTable, stored.id.value(), revision, rowOf(details));
}

void PlanItemRepository::remove(session::Work &work, PlanItemId id, int revision) const
{
    work.remove(kTable, id.value(), revision);
}

} // namespace mishutai::planning
