#include "session/history/row_image.h"

#include "db/statement.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

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

/// As appendText does for what is UTF-8 already; no half of a character can be stored.
void appendUtf8(QByteArray &image, QByteArrayView text)
{
    image += '"';
    qsizetype start = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        image += text.sliced(start, at - start);
        start = at + 1;
        if (byte >= 0x20)
            (image += '\\') += text[at];
        else
            image += "\\u00" + QByteArray::number(byte, 16).rightJustified(2, '0');
    }
    (image += text.sliced(start)) += '"';
}

void appendCell(QByteArray &image, const db::Statement::Cell &cell)
{
    switch (cell.kind) {
    case db::Statement::Cell::Kind::Null:
        image += "null";
        break;
    case db::Statement::Cell::Kind::Integer:
        image += QByteArray::number(cell.integer);
        break;
    case db::Statement::Cell::Kind::Text:
        appendUtf8(image, cell.bytes);
        break;
    case db::Statement::Cell::Kind::Bytes:
        image += "{\"base64\":\"" + cell.bytes.toByteArray().toBase64() + "\"}";
        break;
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

std::vector<std::size_t> imageOrder(const db::Statement &row)
{
    std::vector<std::size_t> order(row.columnCount());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [&row](std::size_t place) { return row.columnName(place).toByteArray(); });
    return order;
}

QByteArray imageOf(const db::Statement &row, const std::vector<std::size_t> &order)
{
    QByteArray image;
    image.reserve(1024);
    image += '{';
    for (const std::size_t place : order) {
        if (image.size() > 1)
            image += ',';
        ((image += '"') += row.columnName(place)) += "\":";
        appendCell(image, row.cell(place));
    }
    return image += '}';
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
