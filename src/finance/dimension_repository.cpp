#include "finance/dimension_repository.h"

#include "db/statement.h"

namespace mishutai::finance {

std::optional<ActivityId> DimensionRepository::activity(const QString &code) const
{
    db::Statement row(m_database, QStringLiteral("SELECT id FROM v_activities WHERE code = :code"));
    return row.bind(":code", code).next() ? std::optional(row.id<ActivityId>("id")) : std::nullopt;
}

std::optional<CaseId> DimensionRepository::project(const QString &code) const
{
    db::Statement row(m_database, QStringLiteral("SELECT id FROM v_cases WHERE code = :code"));
    return row.bind(":code", code).next() ? std::optional(row.id<CaseId>("id")) : std::nullopt;
}

QString DimensionRepository::unitName(UnitId id) const
{
    db::Statement row(m_database, QStringLiteral("SELECT name FROM v_units WHERE id = :id"));
    return row.bind(":id", id).next() ? row.text("name") : QString();
}

QHash<qint64, QString> DimensionRepository::codes(const QString &sql) const
{
    db::Statement row(m_database, sql);
    QHash<qint64, QString> codes;
    while (row.next())
        codes.insert(row.integer("id"), row.text("code"));
    return codes;
}

QHash<qint64, QString> DimensionRepository::unitCodes() const
{
    return codes(QStringLiteral("SELECT id, code FROM v_units"));
}

QHash<qint64, QString> DimensionRepository::personCodes() const
{
    return codes(QStringLiteral("SELECT id, code FROM v_people"));
}

QHash<qint64, QString> DimensionRepository::activityCodes() const
{
    return codes(QStringLiteral("SELECT id, code FROM v_activities"));
}

QHash<qint64, QString> DimensionRepository::projectCodes() const
{
    return codes(QStringLiteral("SELECT id, code FROM v_cases"));
}

} // namespace mishutai::finance
