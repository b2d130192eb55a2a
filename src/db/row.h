#pragma once

#include <QDate>
#include <QString>
#include <QVariant>

#include <optional>
#include <utility>
#include <vector>

namespace mishutai::db {

/// Columns and values of one row to be written, in the order given. Values: QString, qint64, int, bool (as 0/1), QDate (as ISO
/// text), invalid QVariant for NULL. Empty text is stored as it is, so optional texts should come through `orNull`.
using Row = std::vector<std::pair<QString, QVariant>>;

/// NULL for an empty text.
inline QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}
inline QVariant orNull(QDate date)
{
    return date.isValid() ? QVariant(date) : QVariant();
}
template <class IdType> QVariant orNull(const std::optional<IdType> &id)
{
    return id ? QVariant(id->value()) : QVariant();
}

} // namespace mishutai::db
