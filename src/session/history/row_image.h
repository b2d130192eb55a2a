#pragma once

#include "db/row.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::db {
class Statement;
}

namespace mishutai::session {

/// A whole row as `changes` keeps it: a JSON object of its columns. Integers stay exact to 64 bits; bytes are {"base64": …}.
QString imageOf(const db::Row &row);
/// The image of the row that a statement stands on, as UTF-8. @param order places of its columns in the order of their names
QByteArray imageOf(const db::Statement &row, const std::vector<std::size_t> &order);
/// Places of a statement's columns in the order of their names.
std::vector<std::size_t> imageOrder(const db::Statement &row);
/// The row of an image; columns in the order of their names. Nothing for text that is no image.
std::optional<db::Row> rowOfImage(const QString &image);

/// Whether a column that holds `stored` would be unchanged by writing `given` (QDate and ISO text, bool and 0/1 are the same).
bool isSameValue(const QVariant &stored, const QVariant &given);
/// Equal in every column but revision.
bool isSameContent(const db::Row &a, const db::Row &b);

} // namespace mishutai::session
