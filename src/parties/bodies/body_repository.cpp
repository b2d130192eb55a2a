#include "parties/bodies/body_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::parties {

namespace {

const QString kTable = QStringLiteral("unit_bodies");
const char *const kSelect = R"(
SELECT b.id, b.revision, b.unit_id, b.form, b.approval_no, b.approved_on, b.approved_by, b.filed_on, b.executive_unit_id,
  b.unit_members, b.person_members, b.dissolved_on, b.notes
FROM unit_bodies AS b
JOIN units AS u ON u.id = b.unit_id
)";

QVariant variantOf(const std::optional<int> &count)
{
    return count ? QVariant(*count) : QVariant();
}

db::Row rowOf(const BodyDetails &d)
{
    return {{"unit_id", d.unit.value()}, {"form", bodyForms().stored(d.form)}, {"approval_no", db::orNull(d.approvalNo)},
        {"approved_on", db::orNull(d.approvedOn)}, {"approved_by", db::orNull(d.approvedBy)}, {"filed_on", db::orNull(d.filedOn)},
        {"executive_unit_id", db::orNull(d.executiveUnit)}, {"unit_members", variantOf(d.unitMembers)},
        {"person_members", variantOf(d.personMembers)}, {"dissolved_on", db::orNull(d.dissolvedOn)},
        {"notes", db::orNull(d.notes)}};
}

std::optional<int> countIn(const db::Statement &row, const char *column)
{
    return row.isNull(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

Body read(const db::Statement &row)
{
    BodyDetails d{row.id<UnitId>("unit_id"), bodyForms().fromStored(row.text("form")).value_or(BodyForm::Branch),
        row.text("approval_no"), row.date("approved_on"), row.text("approved_by"), row.date("filed_on"), {},
        countIn(row, "unit_members"), countIn(row, "person_members"), row.date("dissolved_on"), row.text("notes")};
    if (!row.isNull("executive_unit_id"))
        d.executiveUnit = row.id<UnitId>("executive_unit_id");
    return {row.integer("id"), static_cast<int>(row.integer("revision")), d};
}

} // namespace

std::optional<Body> BodyRepository::find(UnitId unit) const
{
    db::Statement statement(m_database, QString(kSelect) + "WHERE b.unit_id = :unit");
    statement.bind(":unit", unit);
    return statement.next() ? std::optional(read(statement)) : std::nullopt;
}

std::vector<Body> BodyRepository::all() const
{
    db::Statement statement(m_database, QString(kSelect) + "ORDER BY u.code");
    std::vector<Body> bodies;
    while (statement.next())
        bodies.push_back(read(statement));
    return bodies;
}

qint64 BodyRepository::insert(session::Work &work, const BodyDetails &details) const
{
    return work.insert(kTable, rowOf(details));
}

void BodyRepository::update(session::Work &work, const Body &stored, const BodyDetails &details) const
{
    work.update(kTable, stored.id, stored.revision, rowOf(details));
}

void BodyRepository::remove(session::Work &work, qint64 id, int revision) const
{
    work.remove(kTable, id, revision);
}

} // namespace mishutai::parties
