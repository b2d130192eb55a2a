#include "session/row_image.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mishutai::session {

namespace {

const QString kBytes = QStringLiteral("base64");

QJsonValue jsonOf(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    if (value.typeId() == QMetaType::QByteArray)
        return QJsonObject{{kBytes, QString::fromLatin1(value.toByteArray().toBase64())}};
    if (value.typeId() == QMetaType::QString)
        return value.toString();
    return QJsonValue(value.toLongLong());
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
    QJsonObject image;
    for (const auto &[column, value] : row)
        image.insert(column, jsonOf(value));
    return QString::fromUtf8(QJsonDocument(image).toJson(QJsonDocument::Compact));
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
