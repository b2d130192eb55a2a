#include "activities/partners/partner_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::activities {

namespace {

const QString kTable = QStringLiteral("activity_partners");

const QString kSelect = QStringLiteral(R"(
SELECT k.id, k.revision, k.activity_id, k.unit_id, k.role, k.note
FROM activity_partners AS k
JOIN activities AS a ON a.id = k.activity_id
JOIN v_units AS u ON u.id = k.unit_id
)");
const QString kOrder = QStringLiteral(" ORDER BY a.code, k.role, u.code, k.id");

db::Row rowOf(ActivityId activity, const PartnerDetails &d)
{
    return {{"activity_id", activity.value()}, {"unit_id", d.unit.value()}, {"role", partnerRoles().stored(d.role)},
        {"note", db::orNull(d.note)}};
}

std::vector<Partner> read(db::Statement &row)
{
    std::vector<Partner> result;
    while (row.next())
        result.push_back({row.integer("id"), static_cast<int>(row.integer("revision")), row.id<ActivityId>("activity_id"),
            {row.id<UnitId>("unit_id"), partnerRoles().fromStored(row.text("role")).value_or(PartnerRole::Assist),
                row.text("note")}});
    return result;
}

} // namespace

std::optional<Partner> PartnerRepository::find(qint64 id) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.id = :id"));
    statement.bind(QStringLiteral(":id"), id);
    const std::vector<Partner> found = read(statement);
    return found.empty() ? std::nullopt : std::optional<Partner>(found.front());
}

std::vector<Partner> PartnerRepository::all() const
{
    db::Statement statement(m_database, kSelect + kOrder);
    return read(statement);
}

std::vector<Partner> PartnerRepository::ofActivity(ActivityId activity) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.activity_id = :activity") + kOrder);
    statement.bind(QStringLiteral(":activity"), activity);
    return read(statement);
}

qint64 PartnerRepository::insert(session::Work &work, ActivityId activity, const PartnerDetails &details) const
{
    return work.insert(kTable, rowOf(activity, details));
}

bool PartnerRepository::update(session::Work &work, const Partner &stored, const PartnerDetails &details) const
{
    return work.update(kTable, stored.id, stored.revision, rowOf(stored.activity, details)) != stored.revision;
}

void PartnerRepository::remove(session::Work &work, qint64 id, int revision) const
{
    work.remove(kTable, id, revision);
}

void PartnerRepository::removeAll(session::Work &work, ActivityId activity) const
{
    for (const Partner &partner : ofActivity(activity))
        remove(work, partner.id, partner.revision);
}

} // namespace mishutai::activities
