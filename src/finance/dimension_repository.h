#pragma once

#include "base/ids.h"

#include <QHash>
#include <QString>

#include <optional>

namespace mishutai::db {
class Database;
}

namespace mishutai::finance {

/// Codes of the records that a voucher line may name, as their owners' views publish them.
class DimensionRepository
{
public:
    explicit DimensionRepository(const db::Database &database) : m_database(database) { }

    std::optional<ActivityId> activity(const QString &code) const;
    std::optional<CaseId> project(const QString &code) const;
    QString unitName(UnitId id) const; ///< empty when there is none

    QHash<qint64, QString> unitCodes() const; ///< of merged units: the code of the unit they became
    QHash<qint64, QString> personCodes() const;
    QHash<qint64, QString> activityCodes() const;
    QHash<qint64, QString> projectCodes() const;

private:
    QHash<qint64, QString> codes(const QString &sql) const;
    const db::Database &m_database;
};

} // namespace mishutai::finance
