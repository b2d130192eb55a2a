#include "base/error.h"

namespace mishutai {

Error::Error(Kind kind, QString problem, QString cause, QString remedy, std::source_location where)
    : m_kind(kind), m_problem(std::move(problem)), m_cause(std::move(cause)), m_remedy(std::move(remedy)), m_where(where),
      m_what(kindName(kind).toUtf8() + " at " + where.file_name() + ':' + QByteArray::number(where.line()))
{
}

Error &Error::withFields(std::vector<FieldError> fields)
{
    m_fields = std::move(fields);
    return *this;
}

Error &Error::withPlace(FilePlace place)
{
    m_place = std::move(place);
    return *this;
}

static QString placeText(const FilePlace &place)
{
    QString text = place.file;
    if (place.row > 0)
        text += QString("第%1行").arg(place.row);
    if (place.column > 0)
        text += QString("第%1列").arg(place.column);
    if (!place.columnName.isEmpty())
        text += QString("「%1」").arg(place.columnName);
    return text;
}

QString Error::text() const
{
    QStringList lines{m_problem};
    if (m_place)
        lines << QString("位置：%1").arg(placeText(*m_place));
    if (!m_cause.isEmpty())
        lines << QString("原因：%1").arg(m_cause);
    for (const FieldError &fault : m_fields)
        lines << QString("　· %1").arg(fault.message);
    if (!m_remedy.isEmpty())
        lines << QString("办法：%1").arg(m_remedy);
    return lines.join('\n');
}

QString Error::kindName(Kind kind)
{
    switch (kind) {
    case Kind::Validation:
        return "validation";
    case Kind::NotFound:
        return "not_found";
    case Kind::Conflict:
        return "conflict";
    case Kind::Forbidden:
        return "forbidden";
    case Kind::Storage:
        return "storage";
    case Kind::Io:
        return "io";
    case Kind::Usage:
        return "usage";
    case Kind::Cancelled:
        return "cancelled";
    }
    return "unknown";
}

} // namespace mishutai
