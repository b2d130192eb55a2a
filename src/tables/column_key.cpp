#include "tables/column_key.h"

#include "tables/header.h"

namespace mishutai::tables {

int ordinalOfTitle(const QStringList &titles, int column)
{
    const QString key = titleKey(titles.value(column));
    int ordinal = 1;
    for (int before = 0; before < column; ++before)
        ordinal += titleKey(titles.value(before)) == key ? 1 : 0;
    return ordinal;
}

QString columnKey(const QStringList &titles, int column)
{
    const int ordinal = ordinalOfTitle(titles, column);
    const QString key = titleKey(titles.value(column));
    return ordinal == 1 ? key : QStringLiteral("%1 #%2").arg(key).arg(ordinal);
}

} // namespace mishutai::tables
