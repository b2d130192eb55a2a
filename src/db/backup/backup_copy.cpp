#include "db/backup/backup_copy.h"

#include "base/error.h"
#include "db/backup/backup.h"
#include "db/database.h"
#include "db/file/write_gate.h"
#include "db/sql_error.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QFile>

#include <limits>
#include <memory>

namespace mishutai::db {
namespace {

constexpr int kPagesAStep = 256;

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Handle openRaw(const QString &path, int flags)
{
    sqlite3 *raw = nullptr;
    const int result = sqlite3_open_v2(QFile::encodeName(path).constData(), &raw, flags, nullptr);
    Handle handle(raw, sqlite3_close);
    if (result != SQLITE_OK)
        throw sqlError(result, QStringLiteral("open"), QStringLiteral("backup"));
    sqlite3_extended_result_codes(raw, 1);
    return handle;
}

void execute(sqlite3 *handle, const char *sql)
{
    if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw sqlError(handle, QString::fromUtf8(sql));
}

void copyPages(sqlite3 *from, sqlite3 *to, TaskControl &control)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        throw sqlError(to, QStringLiteral("backup"));
    int result = SQLITE_OK;
    while (result == SQLITE_OK) {
        result = sqlite3_backup_step(backup, kPagesAStep);
        const int total = sqlite3_backup_pagecount(backup);
        control.progress(total - sqlite3_backup_remaining(backup), total, QCoreApplication::translate("Backup", "正在备份"));
        if (control.isCancelled())
            break;
    }
    sqlite3_backup_finish(backup);
    if (result == SQLITE_OK)
        control.throwIfCancelled();
    if (result != SQLITE_DONE)
        throw sqlError(result, QString::fromUtf8(sqlite3_errmsg(to)), QStringLiteral("backup"));
}

} // namespace

FileContents copyCommitted(const QString &dataFile, const QString &copy, TaskControl &control)
{
    const auto source = Database::open(dataFile, Database::Access::Read, std::numeric_limits<int>::max());
    // Pins the snapshot that is counted and copied.
    source->runScript(QStringLiteral("BEGIN"));
    FileContents contents = readContents(*source);
    QFile file(copy);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        throw Error(Error::Kind::Io, QCoreApplication::translate("Backup", "备份没有做成"), file.errorString(),
            QCoreApplication::translate("Backup", "请检查文件夹的写入权限"));
    file.close();
    const Handle target = openRaw(copy, SQLITE_OPEN_READWRITE);
    execute(target.get(), "PRAGMA synchronous = OFF"); // synced as a whole before it gets its name
    copyPages(source->handle(), target.get(), control);
    execute(target.get(), "PRAGMA journal_mode = DELETE");
    return contents;
}

void restoreInto(Database &database, const QString &backup)
{
    const WriteGate::Pass pass = database.gate().enter();
    const Handle source = openRaw(backup, SQLITE_OPEN_READONLY);
    copyPages(source.get(), database.handle(), TaskControl::silent());
    database.gate().checkpointAll(pass, database.handle());
}

} // namespace mishutai::db
