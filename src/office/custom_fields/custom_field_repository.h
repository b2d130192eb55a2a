#pragma once

#include "office/custom_fields/custom_field.h"

#include <QHash>

#include <optional>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {
class Work;
}

namespace mishutai::office {

/// Where a value stands.
struct StoredRow {
    qint64 id;
    int revision;
};

/// Rows of custom_fields and custom_values.
class CustomFieldRepository
{
public:
    explicit CustomFieldRepository(const db::Database &database) : m_database(database) { }

    /// In the order of the form; of both owners when none is given.
    std::vector<CustomField> fields(std::optional<CustomOwner> owner = std::nullopt) const;
    /// Stored values of a record by field id.
    QHash<qint64, QString> values(CustomOwner owner, qint64 record) const;
    /// The same of a row of a list or metric: a member's with those of its unit.
    QHash<qint64, QString> details(const QString &objectType, qint64 id) const;
    /// Rows of a record by field id, those of emptied values too.
    QHash<qint64, StoredRow> rows(CustomOwner owner, qint64 record) const;
    /// Records that have a value of the field, with it, by id.
    std::vector<std::pair<qint64, QString>> valuesOf(qint64 field) const;

    qint64 insert(session::Work &work, const CustomFieldDetails &details) const;
    bool update(session::Work &work, const CustomField &stored, int revision, const CustomFieldDetails &details) const;
    /// With the rows of values that were emptied.
    void remove(session::Work &work, qint64 id, int revision) const;
    /// @return whether anything differed
    bool putValue(session::Work &work, qint64 field, qint64 record, const QString &value) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::office
