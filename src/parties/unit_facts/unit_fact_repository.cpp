#include "parties/unit_facts/unit_fact_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::parties {

namespace {

// The unit's code stands first in the order.
const char *const kSelectRoles = R"(
SELECT f.id, f.revision, f.unit_id, f.role, f.from_on, f.to_on, f.note
FROM unit_roles AS f
JOIN units AS u ON u.id = f.unit_id
)";
const char *const kRolesOrder = "ORDER BY u.code, f.role, coalesce(f.from_on, '')";
const char *const kSelectQualifications = R"(
SELECT f.id, f.revision, f.unit_id, f.kind, f.title, f.level, f.awarded_on, f.expires_on, f.certificate_no, f.notes,
  f.batch
FROM unit_qualifications AS f
JOIN units AS u ON u.id = f.unit_id
)";
const char *const kQualificationsOrder = "ORDER BY u.code, f.kind, f.title, f.awarded_on";
const char *const kSelectYears = R"(
SELECT f.id, f.revision, f.unit_id, f.year, f.stage, f.output_fen, f.output_qualifier, f.output_wording, f.revenue_fen,
  f.revenue_qualifier, f.revenue_wording, f.tax_fen, f.tax_qualifier, f.tax_wording, f.export_fen, f.export_qualifier,
  f.export_wording, f.employees, f.employees_qualifier, f.employees_wording, f.technical_staff, f.technical_staff_qualifier,
  f.technical_staff_wording, f.source
FROM unit_years AS f
JOIN units AS u ON u.id = f.unit_id
)";
const char *const kYearsOrder = "ORDER BY u.code, f.year, f.stage";

constexpr qint64 kMicroOfFen = 10'000;
constexpr qint64 kMicroOfOne = 1'000'000;

/// A figure stands in three columns: the number in its own (fen, or pieces), NULL for X; NAME_qualifier, NULL when exact;
/// NAME_wording. @param unit millionths that one of the column is worth
void append(db::Row &row, const QString &column, const QString &name, const std::optional<Quantity> &figure, qint64 unit)
{
    const auto value = figure ? figure->value() : std::nullopt;
    const bool isExact = !figure || figure->qualifier() == Qualifier::Exact;
    row.emplace_back(column, value ? QVariant(value->micro() / unit) : QVariant());
    row.emplace_back(name + "_qualifier", isExact ? QVariant() : QVariant(qualifierName(figure->qualifier())));
    row.emplace_back(name + "_wording", figure ? db::orNull(wordingText(figure->wording())) : QVariant());
}

std::optional<Quantity> read(const db::Statement &row, const char *column, const QByteArray &name, qint64 unit)
{
    const Wording wording = wordingFromText(row.text(name + "_wording")).value_or(Wording::None);
    if (qualifierFromName(row.text(name + "_qualifier")) == Qualifier::Unknown)
        return Quantity::unknown({}, wording);
    if (row.isNull(column))
        return std::nullopt;
    return Quantity::worded(Decimal::fromMicro(row.integer(column) * unit), wording);
}

db::Row rowOf(const UnitRoleDetails &details)
{
    return {{"unit_id", details.unit.value()}, {"role", unitRoleKinds().stored(details.role)},
        {"from_on", db::orNull(details.fromOn)}, {"to_on", db::orNull(details.toOn)}, {"note", db::orNull(details.note)}};
}

db::Row rowOf(const QualificationDetails &details)
{
    return {{"unit_id", details.unit.value()}, {"kind", qualificationKinds().stored(details.kind)}, {"title", details.title},
        {"level", qualificationLevels().storedOrNull(details.level)}, {"awarded_on", db::orNull(details.awardedOn)},
        {"expires_on", db::orNull(details.expiresOn)}, {"certificate_no", db::orNull(details.certificateNo)},
        {"notes", db::orNull(details.notes)}, {"batch", db::orNull(details.batch)}};
}

db::Row rowOf(const UnitYearDetails &details)
{
    db::Row row{{"unit_id", details.unit.value()}, {"year", details.year}, {"stage", figureStages().stored(details.stage)},
        {"source", db::orNull(details.source)}};
    append(row, "output_fen", "output", details.output, kMicroOfFen);
    append(row, "revenue_fen", "revenue", details.revenue, kMicroOfFen);
    append(row, "tax_fen", "tax", details.tax, kMicroOfFen);
    append(row, "export_fen", "export", details.exports, kMicroOfFen);
    append(row, "employees", "employees", details.employees, kMicroOfOne);
    append(row, "technical_staff", "technical_staff", details.technicalStaff, kMicroOfOne);
    return row;
}

UnitRoleDetails readRole(const db::Statement &row)
{
    return {row.id<UnitId>("unit_id"), unitRoleKinds().fromStored(row.text("role")).value_or(UnitRoleKind::Partner),
        row.date("from_on"), row.date("to_on"), row.text("note")};
}

QualificationDetails readQualification(const db::Statement &row)
{
    return {row.id<UnitId>("unit_id"), qualificationKinds().fromStored(row.text("kind")).value_or(QualificationKind::Other),
        row.text("title"), qualificationLevels().fromStored(row.text("level")), row.date("awarded_on"), row.date("expires_on"),
        row.text("certificate_no"), row.text("notes"), row.text("batch")};
}

UnitYearDetails readYear(const db::Statement &row)
{
    return {row.id<UnitId>("unit_id"), static_cast<int>(row.integer("year")),
        figureStages().fromStored(row.text("stage")).value_or(FigureStage::Actual),
        read(row, "output_fen", "output", kMicroOfFen), read(row, "revenue_fen", "revenue", kMicroOfFen),
        read(row, "tax_fen", "tax", kMicroOfFen), read(row, "export_fen", "export", kMicroOfFen),
        read(row, "employees", "employees", kMicroOfOne), read(row, "technical_staff", "technical_staff", kMicroOfOne),
        row.text("source")};
}

template <class Details>
std::vector<UnitFact<Details>> select(const db::Database &database, const QString &sql, std::optional<UnitId> unit,
    const char *order, Details (*read)(const db::Statement &))
{
    db::Statement statement(database, sql + (unit ? "WHERE f.unit_id = :unit " : "") + order);
    if (unit)
        statement.bind(":unit", *unit);
    std::vector<UnitFact<Details>> result;
    while (statement.next())
        result.push_back({statement.integer("id"), static_cast<int>(statement.integer("revision")), read(statement)});
    return result;
}

} // namespace

std::vector<UnitFact<UnitRoleDetails>> UnitFactRepository::roles(std::optional<UnitId> unit) const
{
    return select(m_database, kSelectRoles, unit, kRolesOrder, readRole);
}

std::vector<UnitFact<UnitRoleDetails>> UnitFactRepository::openRoles(UnitId unit, UnitRoleKind role) const
{
    db::Statement statement(m_database, QString(kSelectRoles) + "WHERE f.unit_id = :unit AND f.role = :role AND f.to_on IS NULL");
    statement.bind(":unit", unit).bind(":role", unitRoleKinds().stored(role));
    std::vector<UnitFact<UnitRoleDetails>> result;
    while (statement.next())
        result.push_back({statement.integer("id"), static_cast<int>(statement.integer("revision")), readRole(statement)});
    return result;
}

std::vector<UnitFact<QualificationDetails>> UnitFactRepository::qualifications(std::optional<UnitId> unit) const
{
    return select(m_database, kSelectQualifications, unit, kQualificationsOrder, readQualification);
}

std::vector<UnitFact<UnitYearDetails>> UnitFactRepository::years(std::optional<UnitId> unit) const
{
    return select(m_database, kSelectYears, unit, kYearsOrder, readYear);
}

qint64 UnitFactRepository::insert(session::Work &work, const UnitRoleDetails &details) const
{
    return work.insert("unit_roles", rowOf(details));
}

qint64 UnitFactRepository::insert(session::Work &work, const QualificationDetails &details) const
{
    return work.insert("unit_qualifications", rowOf(details));
}

qint64 UnitFactRepository::insert(session::Work &work, const UnitYearDetails &details) const
{
    return work.insert("unit_years", rowOf(details));
}

void UnitFactRepository::update(
    session::Work &work, const UnitFact<UnitRoleDetails> &stored, const UnitRoleDetails &details) const
{
    work.update("unit_roles", stored.id, stored.revision, rowOf(details));
}

void UnitFactRepository::update(
    session::Work &work, const UnitFact<QualificationDetails> &stored, const QualificationDetails &details) const
{
    work.update("unit_qualifications", stored.id, stored.revision, rowOf(details));
}

void UnitFactRepository::update(
    session::Work &work, const UnitFact<UnitYearDetails> &stored, const UnitYearDetails &details) const
{
    work.update("unit_years", stored.id, stored.revision, rowOf(details));
}

void UnitFactRepository::removeRole(session::Work &work, qint64 id, int revision) const
{
    work.remove("unit_roles", id, revision);
}

void UnitFactRepository::removeQualification(session::Work &work, qint64 id, int revision) const
{
    work.remove("unit_qualifications", id, revision);
}

void UnitFactRepository::removeYear(session::Work &work, qint64 id, int revision) const
{
    work.remove("unit_years", id, revision);
}

void UnitFactRepository::removeAll(session::Work &work, UnitId unit) const
{
    for (const auto &role : roles(unit))
        removeRole(work, role.id, role.revision);
    for (const auto &qualification : qualifications(unit))
        removeQualification(work, qualification.id, qualification.revision);
    for (const auto &year : years(unit))
        removeYear(work, year.id, year.revision);
}

} // namespace mishutai::parties
