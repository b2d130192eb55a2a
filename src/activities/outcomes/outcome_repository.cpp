#include "activities/outcomes/outcome_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "office/stored_quantity.h"
#include "session/work.h"

namespace mishutai::activities {

namespace {

const QString kTable = QStringLiteral("activity_outcomes");

const QString kSelect = QStringLiteral(R"(
SELECT k.id, k.revision, k.activity_id, k.line_no, k.kind, k.title, k.on_date, k.unit_id, k.other_unit_id, k.quantity_micro,
  k.quantity_qualifier, k.quantity_wording, k.quantity_unit, k.amount_fen, k.note
FROM activity_outcomes AS k
JOIN activities AS a ON a.id = k.activity_id
)");
const QString kOrder = QStringLiteral(" ORDER BY a.code, k.line_no");

db::Row rowOf(ActivityId activity, const OutcomeDetails &d)
{
    db::Row row{{"activity_id", activity.value()}, {"line_no", d.lineNumber}, {"kind", outcomeKinds().stored(d.kind)},
        {"title", d.title}, {"on_date", d.onDate}, {"unit_id", db::orNull(d.unit)}, {"other_unit_id", db::orNull(d.otherUnit)},
        {"quantity_unit", db::orNull(d.quantityUnit)}, {"amount_fen", d.amount ? QVariant(d.amount->fen()) : QVariant()},
        {"note", db::orNull(d.note)}};
    office::appendQuantity(row, "quantity", d.quantity);
    return row;
}

OutcomeDetails detailsOf(const db::Statement &row)
{
    OutcomeDetails d;
    d.lineNumber = static_cast<int>(row.integer("line_no"));
    d.kind = outcomeKinds().fromStored(row.text("kind")).value_or(OutcomeKind::Other);
    d.title = row.text("title");
    d.onDate = row.date("on_date");
    d.unit = row.optionalId<UnitId>("unit_id");
    d.otherUnit = row.optionalId<UnitId>("other_unit_id");
    d.quantity = office::readQuantity(row, "quantity");
    d.quantityUnit = row.text("quantity_unit");
    if (!row.isNull("amount_fen"))
        d.amount = row.money("amount_fen");
    d.note = row.text("note");
    return d;
}

std::vector<Outcome> read(db::Statement &row)
{
    std::vector<Outcome> result;
    while (row.next())
        result.push_back(
            {row.integer("id"), static_cast<int>(row.integer("revision")), row.id<ActivityId>("activity_id"), detailsOf(row)});
    return result;
}

std::optional<Outcome> first(db::Statement &row)
{
    const std::vector<Outcome> found = read(row);
    return found.empty() ? std::nullopt : std::optional<Outcome>(found.front());
}

} // namespace

std::optional<Outcome> OutcomeRepository::find(qint64 id) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.id = :id"));
    statement.bind(QStringLiteral(":id"), id);
    return first(statement);
}

std::optional<Outcome> OutcomeRepository::findByLine(ActivityId activity, int lineNumber) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.activity_id = :activity AND k.line_no = :line"));
    statement.bind(QStringLiteral(":activity"), activity).bind(QStringLiteral(":line"), lineNumber);
    return first(statement);
}

std::vector<Outcome> OutcomeRepository::all() const
{
    db::Statement statement(m_database, kSelect + kOrder);
    return read(statement);
}

std::vector<Outcome> OutcomeRepository::ofActivity(ActivityId activity) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.activity_id = :activity") + kOrder);
    statement.bind(QStringLiteral(":activity"), activity);
    return read(statement);
}

int OutcomeRepository::lastLine(ActivityId activity) const
{
    db::Statement statement(m_database,
        QStringLiteral("SELECT coalesce(max(line_no), 0) AS last FROM activity_outcomes WHERE activity_id = :activity"));
    statement.bind(QStringLiteral(":activity"), activity);
    return statement.next() ? static_cast<int>(statement.integer("last")) : 0;
}

qint64 OutcomeRepository::insert(session::Work &work, ActivityId activity, const OutcomeDetails &details) const
{
    return work.insert(kTable, rowOf(activity, details));
}

bool OutcomeRepository::update(session::Work &work, const Outcome &stored, int revision, const OutcomeDetails &details) const
{
    return work.update(kTable, stored.id, revision, rowOf(stored.activity, details)) != stored.revision;
}

void OutcomeRepository::remove(session::Work &work, qint64 id, int revision) const
{
    work.remove(kTable, id, revision);
}

void OutcomeRepository::removeAll(session::Work &work, ActivityId activity) const
{
    for (const Outcome &outcome : ofActivity(activity))
        remove(work, outcome.id, outcome.revision);
}

} // namespace mishutai::activities
