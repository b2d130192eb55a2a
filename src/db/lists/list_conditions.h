#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::db {

/// Whether cells of a column are stored as numbers.
bool isStoredAsNumber(ColumnType type);

/// Conditions of a list as SQL with named parameters.
class ConditionWriter
{
public:
    using Bindings = std::vector<std::pair<QString, QVariant>>;

    /// The condition over the column's expression; its values are added to the bindings.
    QString write(const ListColumn &column, const ListFilter &filter);
    const Bindings &bindings() const { return m_bindings; }

private:
    QString bind(const QVariant &value);
    QString like(const QString &expression, const QString &pattern);
    QString startsWith(const QString &expression, const QString &text);
    QString contains(const ListColumn &column, const QString &expression, const QString &text);
    QString anyOf(const ListColumn &column, const QString &expression, const QStringList &values);

    Bindings m_bindings;
};

} // namespace mishutai::db
