#pragma once

#include "base/ids.h"

#include <QDate>
#include <QString>

#include <utility>
#include <vector>

namespace mishutai::db {
class Database;
}

namespace mishutai::desk {

/// A row of v_-views of several rooms about one unit; words as stored.
struct DossierRow {
    QString section; ///< "level", "left", "contact", "post", "title", "year", "activity", "case"
    QDate onDate;
    QString word; ///< level, post, kind, stage, capacity
    QString text;
    QString objectType;
    qint64 objectId = 0;
};

class DossierRepository
{
public:
    explicit DossierRepository(const db::Database &database) : m_database(database) { }

    /// The latest first within each section.
    std::vector<DossierRow> ofUnit(UnitId unit) const;
    /// Units below one, at any depth, and how many of them are members on the day.
    std::pair<qint64, qint64> below(UnitId unit, QDate day) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::desk
