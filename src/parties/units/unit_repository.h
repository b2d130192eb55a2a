#pragma once

#include "parties/units/unit.h"

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
class Statement;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::parties {

/// Rows of units and unit_aliases.
class UnitRepository
{
public:
    explicit UnitRepository(const db::Database &database) : m_database(database) { }

    std::optional<Unit> find(UnitId id) const;
    std::optional<UnitId> idByCode(const QString &code) const;
    std::optional<UnitId> idByCreditCode(const QString &creditCode) const;
    /// Units that go on (not merged away) with exactly this full name, oldest first.
    std::vector<UnitId> idsByName(const QString &name) const;
    /// As idsByName, by short name or alias.
    std::vector<UnitId> idsByOtherName(const QString &name) const;
    /// All units that go on, by code.
    std::vector<Unit> all() const;

    UnitId insert(session::Work &work, const UnitDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Unit &stored, int revision, const UnitDetails &details) const;
    void remove(session::Work &work, const Unit &stored, int revision) const;

private:
    Unit read(const db::Statement &row) const;
    QStringList aliases(UnitId id) const;
    bool saveAliases(session::Work &work, UnitId id, const QStringList &aliases) const;
    std::vector<UnitId> ids(const QString &sql, const QString &name) const;

    const db::Database &m_database;
};

} // namespace mishutai::parties
