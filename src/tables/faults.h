#pragma once

#include "base/error.h"

#include <QCoreApplication>

namespace mishutai::tables {

/// Texts of the room for people, where lupdate finds them.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

/// What a person does with a file that no reader takes.
inline QString remedyOfOthers()
{
    return Texts::tr("用WPS另存为xlsx，或直接复制粘贴");
}

/// Of a number that lost its last digits before it came here.
inline QString roundedText()
{
    return Texts::tr("数字超过15位，Excel已经把后面的位数改成了0；请把这一列设为文本后重新填写");
}

/// A file or a table that cannot be read; row and column from 1, 0 = not known.
inline Error unreadable(const QString &fileName, const QString &problem, const QString &cause, const QString &remedy, int row = 0,
    int column = 0, std::source_location where = std::source_location::current())
{
    Error error(Error::Kind::Validation, problem, cause, remedy, where);
    error.withPlace(FilePlace{.file = fileName, .row = row, .column = column, .columnName = {}});
    return error;
}

} // namespace mishutai::tables
