#include "office/custom_fields/custom_field_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::office {

namespace {

db::Row rowOf(const CustomFieldDetails &details)
{
    return {{"owner", customOwners().stored(details.owner)}, {"name", details.name}, {"kind", customKinds().stored(details.kind)},
        {"choices", details.choices.join('\n')}, {"place", details.place}, {"is_retired", details.isRetired}};
}

} // namespace

std::vector<CustomField> CustomFieldRepository::fields(std::optional<CustomOwner> owner) const
{
    db::Statement row(m_database, R"(
SELECT f.id, f.revision, f.owner, f.name, f.kind, f.choices, f.place, f.is_retired
FROM custom_fields AS f
WHERE f.owner = coalesce(:owner, f.owner)
ORDER BY f.owner, f.place, f.name
)");
    row.bind(":owner", owner ? QVariant(customOwners().stored(*owner)) : QVariant());
    std::vector<CustomField> result;
    while (row.next())
        result.push_back({row.integer("id"), static_cast<int>(row.integer("revision")),
            {customOwners().fromStored(row.text("owner")).value_or(CustomOwner::Member), row.text("name"),
                customKinds().fromStored(row.text("kind")).value_or(CustomKind::Text),
                row.text("choices").split('\n', Qt::SkipEmptyParts), static_cast<int>(row.integer("place")),
                row.integer("is_retired") != 0}});
    return result;
}

QHash<qint64, QString> CustomFieldRepository::values(CustomOwner owner, qint64 record) const
{
    db::Statement row(
        m_database, "SELECT v.field_id, v.value FROM v_custom_values AS v WHERE v.record_id = :record AND v.owner = :owner");
    row.bind(":record", record).bind(":owner", customOwners().stored(owner));
    QHash<qint64, QString> result;
    while (row.next())
        result.insert(row.integer("field_id"), row.text("value"));
    return result;
}

QHash<qint64, QString> CustomFieldRepository::details(const QString &objectType, qint64 id) const
{
    db::Statement row(
        m_database, "SELECT d.field_id, d.value FROM v_custom_details AS d WHERE d.object_type = :type AND d.object_id = :id");
    row.bind(":type", objectType).bind(":id", id);
    QHash<qint64, QString> result;
    while (row.next())
        result.insert(row.integer("field_id"), row.text("value"));
    return result;
}

QHash<qint64, StoredRow> CustomFieldRepository::rows(CustomOwner owner, qint64 record) const
{
    db::Statement row(m_database,
        "SELECT v.id, v.revision, v.field_id FROM custom_values AS v JOIN custom_fields AS f ON f.id = v.field_id "
        "WHERE v.record_id = :record AND f.owner = :owner");
    row.bind(":record", record).bind(":owner", customOwners().stored(owner));
    QHash<qint64, StoredRow> result;
    while (row.next())
        result.insert(row.integer("field_id"), {row.integer("id"), static_cast<int>(row.integer("revision"))});
    return result;
}

std::vector<std::pair<qint64, QString>> CustomFieldRepository::valuesOf(qint64 field) const
{
    db::Statement row(
        m_database, "SELECT v.record_id, v.value FROM v_custom_values AS v WHERE v.field_id = :field ORDER BY v.record_id");
    row.bind(":field", field);
    std::vector<std::pair<qint64, QString>> result;
    while (row.next())
        result.emplace_back(row.integer("record_id"), row.text("value"));
    return result;
}

qint64 CustomFieldRepository::insert(session::Work &work, const CustomFieldDetails &details) const
{
    return work.insert("custom_fields", rowOf(details));
}

bool CustomFieldRepository::update(
    session::Work &work, const CustomField &stored, int revision, const CustomFieldDetails &details) const
{
    return work.update("custom_fields", stored.id, revision, rowOf(details)) != revision;
}

void CustomFieldRepository::remove(session::Work &work, qint64 id, int revision) const
{
    db::Statement emptied(m_database, "SELECT v.id, v.revision FROM custom_values AS v WHERE v.field_id = :field");
    emptied.bind(":field", id);
    std::vector<StoredRow> rows;
    while (emptied.next())
        rows.push_back({emptied.integer("id"), static_cast<int>(emptied.integer("revision"))});
    for (const StoredRow &row : rows)
        work.remove("custom_values", row.id, row.revision);
    work.remove("custom_fields", id, revision);
}

bool CustomFieldRepository::putValue(session::Work &work, qint64 field, qint64 record, const QString &value) const
{
    db::Statement stored(
        m_database, "SELECT v.id, v.revision FROM custom_values AS v WHERE v.field_id = :field AND v.record_id = :record");
    stored.bind(":field", field).bind(":record", record);
    if (!stored.next()) {
        if (!value.isEmpty())
            work.insert("custom_values", {{"field_id", field}, {"record_id", record}, {"value", value}});
        return !value.isEmpty();
    }
    const int revision = static_cast<int>(stored.integer("revision"));
    return work.update("custom_values", stored.integer("id"), revision, {{"value", value}}) != revision;
}

} // namespace mishutai::office
