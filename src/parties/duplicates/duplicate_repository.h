#pragma once

#include "base/ids.h"

#include <QString>
#include <QStringList>

#include <set>
#include <utility>
#include <vector>

namespace mishutai::db {
class Database;
}

namespace mishutai::parties {

/// What tells a unit that goes on from others.
struct UnitMarks {
    UnitId id;
    QString code;
    QString name;
    QString creditCode;
    QStringList otherNames; ///< short name and aliases
    QStringList phones; ///< of its open contacts and its legal representative
};

struct PersonMarks {
    PersonId id;
    QString code;
    QString name;
    QString unitName; ///< for whom the person speaks
    QStringList phones;
};

/// Reads of all units and people that go on, once for many questions.
class DuplicateRepository
{
public:
    explicit DuplicateRepository(const db::Database &database) : m_database(database) { }

    std::vector<UnitMarks> units() const;
    std::vector<PersonMarks> people() const;
    /// Pairs that were marked as no duplicates, the smaller id first.
    std::set<std::pair<UnitId, UnitId>> distinctUnits() const;
    std::set<std::pair<PersonId, PersonId>> distinctPeople() const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::parties
