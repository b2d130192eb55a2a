#include "session/row_image.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mishutai::session {

namespace {

const QString kBytes = QStringLiteral("base64");

/// As a JSON string (RFC 8259). A half of a character, which UTF-8 cannot hold, is written by its number.
void appendText(QString &image, const QString &text)
{
    image += u'"';
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text[at];
        const bool isPair = character.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if (character == u'"' || character == u'\\')
            (image += u'\\') += character;
        else if (character < QChar(0x20) || (character.isSurrogate() && !isPair))
            image += QStringLiteral("\\u%1").arg(static_cast<int>(character.unicode()), 4, 16, QLatin1Char('0'));
        else
            image += character;
        if (isPair)
            image += text[++at];
    }
    image += u'"';
}

void appendValue(QString &image, const QVariant &value)
{
    if (value.isNull()) {
        image += QStringLiteral("null");
    } else if (value.typeId() == QMetaType::QByteArray) {
        image += QStringLiteral("{\"%1\":\"%2\"}").arg(kBytes, QString::fromLatin1(value.toByteArray().toBase64()));
    } else if (value.typeId() == QMetaType::QString) {
        appendText(image, value.toString());
    } else {
        image += QString::number(value.toLongLong());
    }
}

QVariant valueOfJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Double:
        return value.toInteger();
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Object:
        return QByteArray::fromBase64(value.toObject().value(kBytes).toString().toLatin1());
    default:
        return {};
    }
}

/// As a column holds it, as text. Null for NULL.
QString storedText(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return {};
    case QMetaType::QDate:
        return value.toDate().isValid() ? value.toDate().toString(Qt::ISODate) : QString();
    case QMetaType::QDateTime:
        return value.toDateTime().isValid() ? value.toDateTime().toUTC().toString(Qt::ISODateWithMs) : QString();
    case QMetaType::Bool:
        return QString::number(value.toInt());
    case QMetaType::QByteArray:
        return QString::fromLatin1(value.toByteArray().toHex());
    default:
        break;
    }
    if (value.isNull())
        return {};
    const QString text = value.toString();
    return text.isNull() ? QString("") : text;
}

} // namespace

QString imageOf(const db::Row &row)
{
    // By hand: QJsonDocument took a sixth of an import. Columns in the order of their names, as it would write them.
    std::vector<const db::Row::value_type *> cells;
    cells.reserve(row.size());
    for (const auto &cell : row)
        cells.push_back(&cell);
    std::ranges::sort(cells, {}, [](const db::Row::value_type *cell) -> const QString & { return cell->first; });
    QString image(u'{');
    for (const db::Row::value_type *cell : cells) {
        if (image.size() > 1)
            image += u',';
        appendText(image, cell->first);
        image += u':';
        appendValue(image, cell->second);
    }
    return image + u'}';
}

std::optional<db::Row> rowOfImage(const QString &image)
{
    const QJsonDocument document = QJsonDocument::fromJson(image.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    db::Row row;
    for (auto column = object.begin(); column != object.end(); ++column)
        row.emplace_back(column.key(), valueOfJson(column.value()));
    return row;
}

bool isSameValue(const QVariant &stored, const QVariant &given)
{
    const QString a = storedText(stored);
    const QString b = storedText(given);
    return a.isNull() == b.isNull() && a == b;
}

bool isSameContent(const db::Row &a, const db::Row &b)
{
    if (a.size() != b.size())
        return false;
    return std::ranges::all_of(a, [&b](const auto &cell) {
        const auto other = std::ranges::find(b, cell.first, &db::Row::value_type::first);
        return other != b.end() && (cell.first == u"revision" || isSameValue(other->second, cell.second));
    });
}

} // namespace mishutai::session
