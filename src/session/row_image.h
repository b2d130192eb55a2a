#pragma once

#include "db/row.h"

#include <QString>

#include <optional>

namespace mishutai::session {

/// A whole row as `changes` keeps it: a JSON object of its columns. Integers stay exact to 64 bits; bytes are {"base64": …}.
QString imageOf(const db::Row &row);
/// The row of an image; columns in the order of their names. Nothing for text that is no image.
std::optional<db::Row> rowOfImage(const QString &image);

/// Whether a column that holds `stored` would be unchanged by writing `given` (QDate and ISO text, bool and 0/1 are the same).
bool isSameValue(const QVariant &stored, const QVariant &given);
/// Equal in every column but revision.
bool isSameContent(const db::Row &a, const db::Row &b);

} // namespace mishutai::session
