#pragma once

#include "base/error.h"

#include <QCoreApplication>

namespace mishutai::tables {

/// Texts of the room for people, where lupdate finds them.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

/// A file or a table that cannot be read; row and column from 1, 0 = not known.
inline Error unreadable(const QString &fileName, const QString &problem, const QString &cause, const QString &remedy, int row = 0,
    int column = 0, std::source_location where = std::source_location::current())
{
    Error error(Error::Kind::Validation, problem, cause, remedy, where);
    error.withPlace(FilePlace{.file = fileName, .row = row, .column = column, .columnName = {}});
    return error;
}

} // namespace mishutai::tables
