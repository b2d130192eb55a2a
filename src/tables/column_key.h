#pragma once

#include <QStringList>

namespace mishutai::tables {

/// What a column of a sheet is remembered by: titleKey() of its title, and from the second column of the same title on its number
/// among them, "电话 #2". No titleKey() holds a blank, so no title is taken for such a column.
/// @param titles of the header, by column; columns from 0
QString columnKey(const QStringList &titles, int column);

/// How many columns up to this one have its title; 1 for the first.
int ordinalOfTitle(const QStringList &titles, int column);

} // namespace mishutai::tables
