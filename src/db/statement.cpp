#include "db/statement.h"

#include "base/error.h"
#include "db/database_private.h"
#include "db/sql_error.h"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlResult>

#include <algorithm>
#include <array>
#include <limits>

namespace mishutai::db {
namespace {

Error misuse(const QString &what, const QString &sql)
{
    return sqlError(SQLITE_MISUSE, what, sql);
}

Error failure(const QSqlQuery &query, const QString &sql)
{
    const QSqlError fault = query.lastError();
    bool isNumber = false;
    const int code = fault.nativeErrorCode().toInt(&isNumber);
    return sqlError(
        isNumber ? code : SQLITE_MISUSE, fault.databaseText().isEmpty() ? fault.driverText() : fault.databaseText(), sql);
}

// QtSql binds every integer but int, uint and qint64 as text, and a null QString as NULL.
std::optional<QVariant> stored(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return QVariant();
    case QMetaType::QString: {
        const QString text = value.toString();
        return text.isNull() ? QVariant(QStringLiteral("")) : value;
    }
    case QMetaType::QByteArray:
        return value.toByteArray().isNull() ? QVariant(QByteArray("", 0)) : value;
    case QMetaType::QDate: {
        const QDate date = value.toDate();
        return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant();
    }
    case QMetaType::QDateTime: {
        const QDateTime instant = value.toDateTime();
        return instant.isValid() ? QVariant(instant.toUTC().toString(Qt::ISODateWithMs)) : QVariant();
    }
    case QMetaType::Float:
    case QMetaType::Double:
        return std::nullopt;
    default: {
        bool isInteger = false;
        const qint64 number = value.toLongLong(&isInteger);
        const bool isTooLarge
            = value.typeId() == QMetaType::ULongLong && value.toULongLong() > std::numeric_limits<qint64>::max();
        return isInteger && !isTooLarge ? std::optional(QVariant(number)) : std::nullopt;
    }
    }
}

} // namespace

struct Statement::Private {
    Private(const Database &db, const QString &text)
        : database(db), sql(text), prepared{QSqlQuery(db.connection()), nullptr, {}, {}, false}
    {
    }

    const Database &database;
    QString sql;
    PreparedQuery prepared;
    QSqlQuery &query = prepared.query;
    sqlite3_stmt *&raw = prepared.raw;
    std::vector<QString> &parameters = prepared.parameters;
    std::vector<QByteArray> &columns = prepared.columns;
    bool &isWriting = prepared.isWriting;
    std::vector<bool> isBound;
    bool hasFailed = false;
    bool isRunning = false;
    bool isAtEnd = false;
    qint64 insertedId = 0;
    qint64 changedRows = 0;
    std::optional<WriteGate::Pass> pass; ///< held while a write outside any Transaction runs

    void prepare();
    bool takePrepared();
    void givePrepared();
    void run();
    void finish();
    const std::vector<QByteArray> &columnNames();
    int index(const char *column);
};

/// Whether one that was prepared before could be taken.
bool Statement::Private::takePrepared()
{
    const auto known = database.d->prepared.find(sql);
    if (known == database.d->prepared.end())
        return false;
    prepared = std::move(known->second);
    database.d->prepared.erase(known);
    isBound.assign(parameters.size(), false);
    return true;
}

void Statement::Private::givePrepared()
{
    static constexpr std::array<QLatin1String, 5> kKept{QLatin1String("SELECT "), QLatin1String("INSERT "),
        QLatin1String("UPDATE "), QLatin1String("DELETE "), QLatin1String("WITH ")};
    const bool isKept = std::any_of(kKept.begin(), kKept.end(), [this](QLatin1String start) { return sql.startsWith(start); });
    if (!raw || hasFailed || !isKept || database.d->prepared.contains(sql))
        return;
    if (database.d->prepared.size() >= Database::Private::kMostPrepared)
        database.d->prepared.clear();
    database.d->prepared.emplace(sql, std::move(prepared));
}

void Statement::Private::prepare()
{
    if (takePrepared())
        return;
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        throw failure(query, sql);
    raw = *static_cast<sqlite3_stmt *const *>(query.result()->handle().constData());
    isWriting = !sqlite3_stmt_readonly(raw);
    for (int i = 1; i <= sqlite3_bind_parameter_count(raw); ++i) {
        const char *name = sqlite3_bind_parameter_name(raw, i);
        if (!name || *name != ':')
            throw misuse(QStringLiteral("parameters must be named"), sql);
        parameters.push_back(QString::fromUtf8(name));
    }
    isBound.assign(parameters.size(), false);
}

void Statement::Private::run()
{
    const auto missing = std::find(isBound.begin(), isBound.end(), false);
    if (missing != isBound.end())
        throw misuse(QStringLiteral("unbound ") + parameters[static_cast<std::size_t>(missing - isBound.begin())], sql);
    sqlite3 *handle = database.handle();
    if (isWriting && database.isWritable()) {
        // After an error that made SQLite undo the transaction, the rest of it must not be written row by row.
        if (database.d->transactionDepth > 0 && sqlite3_get_autocommit(handle))
            throw sqlError(SQLITE_ABORT_ROLLBACK, QStringLiteral("transaction was rolled back"), sql);
        if (database.d->transactionDepth == 0 && !pass)
            pass.emplace(database.gate().enter());
    }
    if (!query.exec()) {
        hasFailed = true;
        const Error error = failure(query, sql);
        finish();
        throw error;
    }
    isRunning = true;
    isAtEnd = false;
    if (isWriting) {
        insertedId = sqlite3_last_insert_rowid(handle);
        changedRows = sqlite3_changes64(handle);
    }
}

void Statement::Private::finish()
{
    query.finish();
    isRunning = false;
    if (pass && sqlite3_get_autocommit(database.d->handle))
        database.gate().checkpointIfDue(*pass, database.d->handle, database.d->walPages);
    pass.reset();
}

const std::vector<QByteArray> &Statement::Private::columnNames()
{
    if (columns.empty()) {
        for (int i = 0; i < sqlite3_column_count(raw); ++i)
            columns.emplace_back(sqlite3_column_name(raw, i));
    }
    return columns;
}

int Statement::Private::index(const char *column)
{
    columnNames();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] == column)
            return static_cast<int>(i);
    }
    throw misuse(QStringLiteral("no column ") + QString::fromUtf8(column), sql);
}

Statement::Statement(const Database &database, const QString &sql) : d(std::make_unique<Private>(database, sql))
{
    d->prepare();
}

Statement::~Statement()
{
    d->finish();
    d->givePrepared();
}

Statement &Statement::bind(const QString &name, const QVariant &value)
{
    const auto found = std::find(d->parameters.begin(), d->parameters.end(), name);
    if (found == d->parameters.end())
        throw misuse(QStringLiteral("no parameter ") + name, d->sql);
    const std::optional<QVariant> toStore = stored(value);
    if (!toStore)
        throw misuse(QStringLiteral("type %1 cannot be bound to %2").arg(QLatin1String(value.typeName()), name), d->sql);
    if (d->isRunning || d->isAtEnd)
        d->finish();
    d->isAtEnd = false;
    d->query.bindValue(name, *toStore);
    d->isBound[static_cast<std::size_t>(found - d->parameters.begin())] = true;
    return *this;
}

Statement &Statement::execute()
{
    d->run();
    d->finish();
    return *this;
}

qint64 Statement::insertedId() const
{
    return d->insertedId;
}

qint64 Statement::changedRows() const
{
    return d->changedRows;
}

bool Statement::next()
{
    if (d->isAtEnd)
        return false;
    if (!d->isRunning)
        d->run();
    if (d->query.next())
        return true;
    // QtSql answers "no row" for a failing step too; only the error's type tells them apart.
    if (d->query.lastError().type() != QSqlError::NoError) {
        d->hasFailed = true;
        const Error error = failure(d->query, d->sql);
        d->finish();
        throw error;
    }
    d->finish();
    d->isAtEnd = true;
    return false;
}

void Statement::requireRow(const QString &problem)
{
    if (!next()) {
        throw Error(Error::Kind::NotFound, problem, QCoreApplication::translate("Database", "记录不存在或已被删除"),
            QCoreApplication::translate("Database", "请刷新后再试"));
    }
}

QStringList Statement::columnNames() const
{
    QStringList names;
    for (const QByteArray &name : d->columnNames())
        names << QString::fromUtf8(name);
    return names;
}

bool Statement::isNull(const char *column) const
{
    return d->query.isNull(d->index(column));
}

QVariant Statement::value(const char *column) const
{
    const int i = d->index(column);
    return d->query.isNull(i) ? QVariant() : d->query.value(i);
}

QString Statement::text(const char *column) const
{
    return value(column).toString();
}

qint64 Statement::integer(const char *column) const
{
    return value(column).toLongLong();
}

bool Statement::flag(const char *column) const
{
    return integer(column) != 0;
}

QDate Statement::date(const char *column) const
{
    return QDate::fromString(text(column), Qt::ISODate);
}

Money Statement::money(const char *column) const
{
    return Money::fromFen(integer(column));
}

std::optional<qint64> Statement::optionalInteger(const char *column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<QDate> Statement::optionalDate(const char *column) const
{
    return isNull(column) ? std::nullopt : std::optional(date(column));
}

} // namespace mishutai::db
