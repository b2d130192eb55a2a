#include "db/statement_private.h"

#include <algorithm>
#include <limits>

namespace mishutai::db {

namespace {

/// A whole number as a column holds it. Nothing for what may not be bound.
std::optional<qint64> wholeNumber(const QVariant &value)
{
    if (value.typeId() == QMetaType::Float || value.typeId() == QMetaType::Double)
        return std::nullopt;
    bool isInteger = false;
    const qint64 number = value.toLongLong(&isInteger);
    const bool isTooLarge = value.typeId() == QMetaType::ULongLong && value.toULongLong() > std::numeric_limits<qint64>::max();
    return isInteger && !isTooLarge ? std::optional(number) : std::nullopt;
}

} // namespace

void Statement::Private::bindText(std::size_t place, const QByteArray &text)
{
    // Kept here until it is bound anew: SQLite need not copy it.
    QByteArray &kept = texts[place];
    kept = text;
    check(sqlite3_bind_text64(raw(), static_cast<int>(place) + 1, kept.isNull() ? "" : kept.constData(),
        static_cast<sqlite3_uint64>(kept.size()), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::Private::bindBytes(std::size_t place, const QByteArray &bytes)
{
    QByteArray &kept = texts[place];
    kept = bytes;
    check(sqlite3_bind_blob64(raw(), static_cast<int>(place) + 1, kept.isNull() ? "" : kept.constData(),
        static_cast<sqlite3_uint64>(kept.size()), SQLITE_STATIC));
}

/// The value as a column holds it: text, whole number, bytes or NULL.
void Statement::Private::bindValue(std::size_t place, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return check(sqlite3_bind_null(raw(), static_cast<int>(place) + 1));
    case QMetaType::QString:
        return bindText(place, static_cast<const QString *>(value.constData())->toUtf8());
    case QMetaType::QByteArray:
        return bindBytes(place, *static_cast<const QByteArray *>(value.constData()));
    case QMetaType::QDate: {
        const QDate date = value.toDate();
        return date.isValid() ? bindText(place, date.toString(Qt::ISODate).toLatin1())
                              : check(sqlite3_bind_null(raw(), static_cast<int>(place) + 1));
    }
    case QMetaType::QDateTime: {
        const QDateTime instant = value.toDateTime();
        return instant.isValid() ? bindText(place, instant.toUTC().toString(Qt::ISODateWithMs).toLatin1())
                                 : check(sqlite3_bind_null(raw(), static_cast<int>(place) + 1));
    }
    default:
        break;
    }
    const std::optional<qint64> number = wholeNumber(value);
    if (!number)
        throw misuse(
            QStringLiteral("type %1 cannot be bound to %2").arg(QLatin1String(value.typeName()), prepared->parameters[place]),
            sql);
    check(sqlite3_bind_int64(raw(), static_cast<int>(place) + 1, *number));
}

void Statement::Private::check(int result)
{
    if (result != SQLITE_OK)
        throw sqlError(database.handle(), sql);
}

/// Before a parameter is bound: the run before is over.
void Statement::Private::prepareToBind(std::size_t place)
{
    if (place >= isBound.size())
        throw misuse(QStringLiteral("no parameter %1").arg(place), sql);
    if (isRunning || isAtEnd)
        finish();
    isAtEnd = false;
    isBound[place] = true;
}

Statement &Statement::bind(const QString &name, const QVariant &value)
{
    const std::vector<QString> &parameters = d->prepared->parameters;
    // Mostly bound in their order.
    std::size_t place = d->nextParameter < parameters.size() && parameters[d->nextParameter] == name ? d->nextParameter : 0;
    while (place < parameters.size() && parameters[place] != name)
        ++place;
    if (place == parameters.size())
        throw misuse(QStringLiteral("no parameter ") + name, d->sql);
    d->nextParameter = place + 1;
    return bindAt(place, value);
}

Statement &Statement::bindAt(std::size_t place, const QVariant &value)
{
    d->prepareToBind(place);
    d->bindValue(place, value);
    return *this;
}

Statement &Statement::bindUtf8At(std::size_t place, const QByteArray &text)
{
    d->prepareToBind(place);
    d->bindText(place, text);
    return *this;
}

} // namespace mishutai::db
