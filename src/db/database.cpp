#include "db/database.h"

#include "base/error.h"
#include "db/database_private.h"
#include "db/file/file_header.h"
#include "db/lists/list_order.h"
#include "db/migrator.h"
#include "db/sql_error.h"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace mishutai::db {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

void execute(sqlite3 *handle, const char *sql)
{
    if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw sqlError(handle, QString::fromUtf8(sql));
}

qint64 number(sqlite3 *handle, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    qint64 value = 0;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        value = sqlite3_column_int64(statement, 0);
    if (sqlite3_finalize(statement) != SQLITE_OK)
        throw sqlError(handle, QString::fromUtf8(sql));
    return value;
}

/// Counting its memory would take a lock at each allocation. Before the first connection only.
void dropMemoryCounters()
{
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(done)
}

QString uniqueName()
{
    static std::atomic<quint64> last = 0;
    return QStringLiteral("mishutai-%1").arg(++last);
}

// A WAL file cannot be read where its -shm cannot be made, except as one that nobody changes. Of a file that this user may only
// read, -wal and -shm would stay behind in this user's name and lock out its owner.
bool mustBeImmutable(const QFileInfo &file)
{
    const bool isWritable = file.isWritable() && QFileInfo(file.absolutePath()).isWritable();
    return !isWritable && QFileInfo(file.filePath() + QStringLiteral("-wal")).size() == 0;
}

void applySettings(sqlite3 *handle, bool isWritable, bool isScratch = false)
{
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    addPinyinOrder(handle);
    execute(handle,
        "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
        "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 0;"
        "PRAGMA temp_store = MEMORY");
    if (!isWritable) {
        execute(handle, "PRAGMA query_only = ON");
        return;
    }
    // In KiB. A large import touches many pages of many indexes; with the 2 MiB of old each was written several times.
    execute(handle, "PRAGMA cache_size = -65536");
    if (isScratch)
        return;
    const int isWal = sqlite3_exec(
        handle, "PRAGMA journal_mode = WAL", [](void *, int, char **values, char **) { return qstrcmp(values[0], "wal"); },
        nullptr, nullptr);
    if (isWal == SQLITE_ABORT) {
        spdlog::error("journal mode WAL refused by the file system");
        throw Error(Error::Kind::Storage, tr("无法安全地写入数据文件"), tr("所在的磁盘不支持（例如网络文件夹）"),
            tr("请把数据文件放到本机硬盘上"));
    }
    if (isWal != SQLITE_OK)
        throw sqlError(handle, QStringLiteral("PRAGMA journal_mode = WAL"));
}

int keepWalPages(void *place, sqlite3 *, const char *, int pages)
{
    *static_cast<int *>(place) = pages;
    return SQLITE_OK;
}

} // namespace

Database::Database(std::unique_ptr<Private> state) : d(std::move(state))
{
    const QFileInfo file(d->path);
    dropMemoryCounters();
    d->connectionName = uniqueName();
    d->connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), d->connectionName);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    QString name = d->path;
    if (!d->isWritable && mustBeImmutable(file)) {
        options += QStringLiteral(";QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY");
        name = QString::fromLatin1(QUrl::fromLocalFile(d->path).toEncoded()) + QStringLiteral("?immutable=1");
    }
    d->connection.setConnectOptions(options);
    d->connection.setDatabaseName(d->isScratch ? QStringLiteral(":memory:") : name);
    if (!d->connection.open()) {
        const QSqlError fault = d->connection.lastError();
        d->connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(d->connectionName);
        throw sqlError(fault.nativeErrorCode().toInt(), fault.databaseText(), QStringLiteral("open"));
    }
    d->handle = *static_cast<sqlite3 *const *>(d->connection.driver()->handle().constData());
    d->gate = d->isScratch ? std::make_shared<WriteGate>() : WriteGate::forFile(file.canonicalFilePath());
}

Database::~Database()
{
    Q_ASSERT_X(d->thread == std::this_thread::get_id(), "Database", "closed by another thread");
    if (d->isWritable && d->handle && sqlite3_get_autocommit(d->handle)) {
        if (const auto pass = d->gate->tryEnter())
            d->gate->checkpointAll(*pass, d->handle);
    }
    d->prepared.clear();
    d->connection.close();
    d->connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(d->connectionName);
}

std::unique_ptr<Database> Database::open(const QString &path, Access access)
{
    return open(path, access, Migrator::carried().newestVersion());
}

std::unique_ptr<Database> Database::open(const QString &path, Access access, int newestVersion)
{
    checkFileHeader(path, newestVersion);
    auto state = std::make_unique<Private>();
    state->path = QFileInfo(path).absoluteFilePath();
    state->isWritable = access == Access::Write;
    if (state->isWritable && !(QFileInfo(path).isWritable() && QFileInfo(QFileInfo(path).absolutePath()).isWritable())) {
        throw Error(Error::Kind::Io, tr("无法写入数据文件「%1」").arg(path), tr("文件或文件夹没有写入权限"),
            tr("请检查权限，或以只读方式打开"));
    }
    std::unique_ptr<Database> database(new Database(std::move(state)));
    applySettings(database->d->handle, database->isWritable());
    // Reads the first page of the schema, so that a damaged file is refused here and not at the first list.
    number(database->d->handle, "SELECT count(*) FROM sqlite_schema");
    sqlite3_wal_hook(database->d->handle, keepWalPages, &database->d->walPages);
    return database;
}

std::unique_ptr<Database> Database::scratchOf(const QString &path)
{
    const auto source = open(path, Access::Read);
    auto state = std::make_unique<Private>();
    state->path = source->path();
    state->isWritable = true;
    state->isScratch = true;
    std::unique_ptr<Database> copy(new Database(std::move(state)));
    sqlite3_backup *backup = sqlite3_backup_init(copy->d->handle, "main", source->d->handle, "main");
    const int result = backup ? sqlite3_backup_step(backup, /*all pages*/ -1) : SQLITE_ERROR;
    sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE)
        throw sqlError(result, QString::fromUtf8(sqlite3_errmsg(copy->d->handle)), QStringLiteral("copy"));
    applySettings(copy->d->handle, /*isWritable=*/true, /*isScratch=*/true);
    return copy;
}

std::unique_ptr<Database> Database::create(const QString &path)
{
    QFile file(path);
    if (file.exists())
        throw Error(Error::Kind::Conflict, tr("文件「%1」已经存在").arg(path), tr("不覆盖已有的文件，以免丢失数据"),
            tr("请换一个文件名"));
    // SQLite gives -wal and -shm the permissions of the file itself.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        throw Error(
            Error::Kind::Io, tr("无法建立数据文件「%1」").arg(path), tr("文件夹不存在或没有写入权限"), tr("请换一个文件夹"));
    }
    file.close();
    try {
        auto state = std::make_unique<Private>();
        state->path = QFileInfo(path).absoluteFilePath();
        state->isWritable = true;
        std::unique_ptr<Database> database(new Database(std::move(state)));
        // Before WAL is on, so that the id stands in the file itself from the first byte.
        execute(database->d->handle, QByteArray("PRAGMA application_id = " + QByteArray::number(kApplicationId)).constData());
        applySettings(database->d->handle, /*isWritable=*/true);
        sqlite3_wal_hook(database->d->handle, keepWalPages, &database->d->walPages);
        return database;
    } catch (...) {
        file.remove();
        throw;
    }
}

const QString &Database::path() const
{
    return d->path;
}

bool Database::isWritable() const
{
    return d->isWritable;
}

WriteGate &Database::gate() const
{
    return *d->gate;
}

bool Database::isInTransaction() const
{
    return !sqlite3_get_autocommit(handle());
}

int Database::schemaVersion() const
{
    return static_cast<int>(number(handle(), "PRAGMA user_version"));
}

void Database::runScript(const QString &script)
{
    std::optional<WriteGate::Pass> pass;
    if (d->isWritable && d->transactionDepth == 0)
        pass.emplace(d->gate->enter());
    d->prepared.clear();
    const QByteArray text = script.toUtf8();
    const char *rest = text.constData();
    while (*rest) {
        sqlite3_stmt *statement = nullptr;
        const char *start = rest;
        if (sqlite3_prepare_v2(handle(), start, -1, &statement, &rest) != SQLITE_OK)
            throw sqlError(handle(), QString::fromUtf8(start).left(400));
        int result = SQLITE_DONE;
        while (statement && (result = sqlite3_step(statement)) == SQLITE_ROW) { }
        if (sqlite3_finalize(statement) != SQLITE_OK)
            throw sqlError(handle(), QString::fromUtf8(start, rest - start));
    }
}

QSqlDatabase Database::connection() const
{
    handle();
    return d->connection;
}

sqlite3 *Database::handle() const
{
    Q_ASSERT_X(d->thread == std::this_thread::get_id(), "Database", "used by another thread");
    if (d->thread != std::this_thread::get_id())
        throw Error(Error::Kind::Storage, tr("程序内部错误"), tr("数据连接被另一个线程使用"), tr("请把日志交给维护人员"));
    return d->handle;
}

} // namespace mishutai::db
