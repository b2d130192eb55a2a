#include "planning/indicators/indicator_repository.h"

#include "db/statement.h"
#include "office/stored_quantity.h"
#include "session/work.h"

namespace mishutai::planning {

namespace {

const QString kSelectIndicators = QStringLiteral("SELECT id, revision, code, name, unit, definition FROM indicators ");
const QString kSelectObservations = QStringLiteral(R"(
SELECT o.id, o.revision, i.code, i.unit, o.from_on, o.to_on, o.stage, o.value_micro, o.value_qualifier, o.value_wording, o.source
FROM observations AS o
JOIN indicators AS i ON i.id = o.indicator_id
)");

Indicator readIndicator(const db::Statement &row)
{
    return {row.id<IndicatorId>("id"), static_cast<int>(row.integer("revision")),
        {row.text("code"), row.text("name"), row.text("unit"), row.text("definition")}};
}

db::Row rowOf(const IndicatorDetails &details)
{
    return {
        {"code", details.code}, {"name", details.name}, {"unit", details.unit}, {"definition", db::orNull(details.definition)}};
}

db::Row rowOf(const ObservationDetails &details)
{
    db::Row row{{"from_on", details.from}, {"to_on", details.to}, {"stage", stages().stored(details.stage)},
        {"source", db::orNull(details.source)}};
    office::appendQuantity(row, "value", details.value);
    return row;
}

} // namespace

std::optional<Indicator> IndicatorRepository::findByCode(const QString &code) const
{
    db::Statement statement(m_database, kSelectIndicators + "WHERE code = :code");
    statement.bind(":code", code);
    return statement.next() ? std::optional(readIndicator(statement)) : std::nullopt;
}

std::vector<Indicator> IndicatorRepository::all() const
{
    db::Statement statement(m_database, kSelectIndicators + "ORDER BY code");
    std::vector<Indicator> found;
    while (statement.next())
        found.push_back(readIndicator(statement));
    return found;
}

IndicatorId IndicatorRepository::insert(session::Work &work, const IndicatorDetails &details) const
{
    return IndicatorId(work.insert("indicators", rowOf(details)));
}

int IndicatorRepository::update(session::Work &work, const Indicator &stored, const IndicatorDetails &details) const
{
    return work.update("indicators", stored.id.value(), stored.revision, rowOf(details));
}

std::vector<IndicatorRepository::StoredObservation> IndicatorRepository::readObservations(db::Statement &statement) const
{
    std::vector<StoredObservation> found;
    while (statement.next()) {
        ObservationDetails details{statement.text("code"), statement.date("from_on"), statement.date("to_on"),
            stages().fromStored(statement.text("stage")).value_or(Stage::Actual),
            office::readQuantity(statement, "value", statement.text("unit")).value_or(Quantity::unknown()),
            statement.text("source")};
        found.push_back({statement.integer("id"), static_cast<int>(statement.integer("revision")), std::move(details)});
    }
    return found;
}

std::optional<IndicatorRepository::StoredObservation> IndicatorRepository::find(const ObservationDetails &key) const
{
    db::Statement statement(
        m_database, kSelectObservations + "WHERE i.code = :code AND o.from_on = :from AND o.to_on = :to AND o.stage = :stage");
    statement.bind(":code", key.indicatorCode)
        .bind(":from", key.from)
        .bind(":to", key.to)
        .bind(":stage", stages().stored(key.stage));
    const auto found = readObservations(statement);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<IndicatorRepository::StoredObservation> IndicatorRepository::observations() const
{
    db::Statement statement(m_database, kSelectObservations + "ORDER BY i.code, o.from_on, o.to_on, o.stage");
    return readObservations(statement);
}

qint64 IndicatorRepository::insert(session::Work &work, IndicatorId indicator, const ObservationDetails &details) const
{
    db::Row row = rowOf(details);
    row.emplace_back("indicator_id", indicator.value());
    return work.insert("observations", row);
}

int IndicatorRepository::update(session::Work &work, const StoredObservation &stored, const ObservationDetails &details) const
{
    return work.update("observations", stored.id, stored.revision, rowOf(details));
}

} // namespace mishutai::planning
