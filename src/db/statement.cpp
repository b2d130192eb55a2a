#include "db/statement_private.h"
#include <spdlog/spdlog.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace mishutai::db {

void Finalized::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

/// Whether one that was prepared before could be taken.
bool Statement::Private::takePrepared()
{
    const auto known = database.d->prepared.find(sql);
    if (known == database.d->prepared.end() || known->second->isInUse)
        return false;
    prepared = known->second;
    prepared->isInUse = true;
    makePlaces();
    return true;
}

void Statement::Private::makePlaces()
{
    isBound.assign(prepared->parameters.size(), false);
    texts.resize(prepared->parameters.size());
}

bool Statement::Private::isKept() const
{
    static constexpr std::array<QLatin1String, 5> kKept{QLatin1String("SELECT"), QLatin1String("INSERT"), QLatin1String("UPDATE"),
        QLatin1String("DELETE"), QLatin1String("WITH")};
    const QStringView text = QStringView(sql).trimmed();
    return std::any_of(kKept.begin(), kKept.end(), [&](QLatin1String start) { return text.startsWith(start); });
}

void Statement::Private::givePrepared()
{
    if (!raw())
        return;
    sqlite3_clear_bindings(raw());
    prepared->isInUse = false;
    if (hasFailed)
        database.d->prepared.erase(sql);
}

void Statement::Private::prepare()
{
    sqlite3 *handle = database.handle();
    if (takePrepared())
        return;
    const QByteArray text = sql.toUtf8();
    const char *rest = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(handle, text.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, &rest) != SQLITE_OK)
        throw sqlError(handle, sql);
    prepared = std::make_shared<PreparedStatement>();
    prepared->raw.reset(statement);
    if (!statement || !QByteArray(rest).trimmed().isEmpty())
        throw misuse(QStringLiteral("not one statement"), sql);
    prepared->isWriting = !sqlite3_stmt_readonly(statement);
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const char *name = sqlite3_bind_parameter_name(statement, i);
        if (!name || *name != ':')
            throw misuse(QStringLiteral("parameters must be named"), sql);
        prepared->parameters.push_back(QString::fromUtf8(name));
    }
    makePlaces();
    if (!isKept())
        return;
    if (database.d->prepared.size() >= Database::Private::kMostPrepared)
        database.d->prepared.clear();
    // One that is in use already stays the kept one; this one goes with its user.
    prepared->isInUse = true;
    database.d->prepared.try_emplace(sql, prepared);
}

/// One step. @return whether it stands on a row
bool Statement::Private::step()
{
    const int result = sqlite3_step(raw());
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE)
        return false;
    hasFailed = true;
    const Error error = sqlError(database.handle(), sql);
    finish();
    throw error;
}

void Statement::Private::run()
{
    const auto missing = std::find(isBound.begin(), isBound.end(), false);
    if (missing != isBound.end())
        throw misuse(QStringLiteral("unbound ") + prepared->parameters[static_cast<std::size_t>(missing - isBound.begin())], sql);
    sqlite3 *handle = database.handle();
    if (prepared->isWriting && database.isWritable()) {
        // After an error that made SQLite undo the transaction, the rest of it must not be written row by row.
        if (database.d->transactionDepth > 0 && sqlite3_get_autocommit(handle))
            throw sqlError(SQLITE_ABORT_ROLLBACK, QStringLiteral("transaction was rolled back"), sql);
        if (database.d->transactionDepth == 0 && !pass)
            pass.emplace(database.gate().enter());
    }
    sqlite3_reset(raw());
    hasRow = step();
    isRunning = true;
    isAtEnd = false;
    if (prepared->isWriting) {
        insertedId = sqlite3_last_insert_rowid(handle);
        changedRows = sqlite3_changes64(handle);
    }
}

void Statement::Private::finish()
{
    if (raw())
        sqlite3_reset(raw());
    isRunning = false;
    hasRow = false;
    if (pass && sqlite3_get_autocommit(database.d->handle))
        database.gate().checkpointIfDue(*pass, database.d->handle, database.d->walPages);
    pass.reset();
}

const std::vector<QByteArray> &Statement::Private::columnNames()
{
    if (prepared->columns.empty()) {
        for (int i = 0; i < sqlite3_column_count(raw()); ++i)
            prepared->columns.emplace_back(sqlite3_column_name(raw(), i));
    }
    return prepared->columns;
}

int Statement::Private::index(const char *column)
{
    const std::vector<QByteArray> &names = columnNames();
    for (std::size_t step = 0; step < names.size(); ++step) {
        const std::size_t place = (lastColumn + 1 + step) % names.size();
        if (names[place] == column) {
            lastColumn = place;
            return static_cast<int>(place);
        }
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
    else
        d->hasRow = d->step();
    if (d->hasRow)
        return true;
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

std::size_t Statement::columnCount() const
{
    return d->columnNames().size();
}

QByteArrayView Statement::columnName(std::size_t place) const
{
    return d->columnNames().at(place);
}

Statement::Cell Statement::cell(std::size_t place) const
{
    const int i = static_cast<int>(place);
    switch (sqlite3_column_type(d->raw(), i)) {
    case SQLITE_INTEGER:
        return {Cell::Kind::Integer, sqlite3_column_int64(d->raw(), i)};
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(d->raw(), i));
        return {Cell::Kind::Text, 0, {text, sqlite3_column_bytes(d->raw(), i)}};
    }
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(d->raw(), i));
        return {Cell::Kind::Bytes, 0, {bytes ? bytes : "", sqlite3_column_bytes(d->raw(), i)}};
    }
    case SQLITE_NULL:
        return {};
    default:
        // STRICT tables without a REAL column hold none.
        throw misuse(QStringLiteral("floating point in a column"), d->sql);
    }
}

bool Statement::isNull(const char *column) const
{
    return sqlite3_column_type(d->raw(), d->index(column)) == SQLITE_NULL;
}

QVariant Statement::value(const char *column) const
{
    const int i = d->index(column);
    switch (sqlite3_column_type(d->raw(), i)) {
    case SQLITE_INTEGER:
        return QVariant(static_cast<qint64>(sqlite3_column_int64(d->raw(), i)));
    case SQLITE_FLOAT:
        return QVariant(sqlite3_column_double(d->raw(), i));
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(d->raw(), i));
        return QVariant(QByteArray(bytes ? bytes : "", sqlite3_column_bytes(d->raw(), i)));
    }
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(d->raw(), i));
        return QVariant(QString::fromUtf8(text, sqlite3_column_bytes(d->raw(), i)));
    }
    default:
        return {};
    }
}

QString Statement::text(const char *column) const
{
    const int i = d->index(column);
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(d->raw(), i));
    return text ? QString::fromUtf8(text, sqlite3_column_bytes(d->raw(), i)) : QString();
}

qint64 Statement::integer(const char *column) const
{
    return sqlite3_column_int64(d->raw(), d->index(column));
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
