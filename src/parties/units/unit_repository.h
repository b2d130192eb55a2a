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
    /// The unit of this code or, when that was merged away, the one that goes on.
    std::optional<UnitId> idByCode(const QString &code) const;
    std::optional<UnitId> idByCreditCode(const QString &creditCode) const;
    /// The row itself that bears the code, merged away or not.
    std::optional<UnitId> holderOfCode(const QString &code) const;
    std::optional<UnitId> holderOfCreditCode(const QString &creditCode) const;
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
    /// The unit is from now on read as `survivor`; its credit code goes to the survivor where it `givesCreditCode`.
    void mergeInto(session::Work &work, const Unit &stored, int revision, UnitId survivor, bool givesCreditCode) const;
    /// Units of which this is the parent, and units that were merged into it.
    std::vector<Unit> childrenOf(UnitId id) const;
    std::vector<Unit> mergedInto(UnitId id) const;
    void setParent(session::Work &work, const Unit &stored, std::optional<UnitId> parent) const;

private:
    Unit read(const db::Statement &row) const;
    QStringList aliases(UnitId id) const;
    void insertAlias(session::Work &work, UnitId id, const QString &alias) const;
    bool saveAliases(session::Work &work, UnitId id, const QStringList &aliases) const;
    std::vector<Unit> select(const QString &where, UnitId id) const;
    std::vector<UnitId> ids(const QString &sql, const QString &name) const;

    const db::Database &m_database;
};

} // namespace mishutai::parties
