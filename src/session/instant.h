#pragma once

#include <QDateTime>
#include <QString>

namespace mishutai::session {

/// An instant as columns *_at hold it: "2021-05-14T02:03:04.567Z". Texts sort as their instants do.
inline QString instantText(const QDateTime &instant)
{
    return instant.toUTC().toString(Qt::ISODateWithMs);
}

/// Invalid for an empty text.
inline QDateTime instantFromText(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

} // namespace mishutai::session
