#include "db/file/file_header.h"

#include "base/error.h"
#include "db/database.h"
#include "db/sql_error.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <memory>

namespace mishutai::db {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

Error notADataFile(const QString &path, const QString &cause)
{
    return Error(Error::Kind::Storage, tr("「%1」不是秘书台的数据文件").arg(QFileInfo(path).fileName()), cause,
        tr("请选择扩展名为 .mishutai 的数据文件；文件没有被改动"));
}

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Handle openReadOnly(const QString &path, int &result)
{
    sqlite3 *raw = nullptr;
    result = sqlite3_open_v2(QFile::encodeName(path).constData(), &raw, SQLITE_OPEN_READONLY, nullptr);
    return {raw, sqlite3_close};
}

// Through SQLite's own file, never through another one: POSIX drops every lock that this process has on a file as soon as the
// process closes any descriptor of it. A reading program beside this one would then take itself for the last and remove the
// WAL under us. SQLite keeps the descriptor until the locks of its other connections are gone.
QByteArray firstBytes(const QString &path)
{
    if (!QFileInfo::exists(path))
        throw Error(Error::Kind::Io, tr("找不到数据文件「%1」").arg(path), tr("文件不存在"), tr("请检查文件是否被移动或改名"));
    if (!QFileInfo(path).isFile())
        throw notADataFile(path, tr("它是文件夹"));
    int result = SQLITE_OK;
    const Handle handle = openReadOnly(path, result);
    sqlite3_file *file = nullptr;
    if (result != SQLITE_OK || sqlite3_file_control(handle.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK
        || !file->pMethods) {
        throw Error(Error::Kind::Io, tr("无法打开数据文件「%1」").arg(path), tr("没有读取权限"), tr("请检查文件和文件夹的权限"));
    }
    sqlite3_int64 size = 0;
    file->pMethods->xFileSize(file, &size);
    QByteArray bytes(static_cast<int>(qMin<sqlite3_int64>(size, 100)), 0);
    if (!bytes.isEmpty() && file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0) != SQLITE_OK)
        throw sqlError(SQLITE_IOERR_READ, QStringLiteral("read"), QStringLiteral("read the header"));
    return bytes;
}

int pragma(sqlite3 *handle, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    int value = -1;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        value = sqlite3_column_int(statement, 0);
    const int result = sqlite3_finalize(statement);
    if (result != SQLITE_OK || value < 0)
        throw sqlError(handle, QString::fromLatin1(sql));
    return value;
}

// Commits that are still in the WAL count: the header in the file itself may be older.
FileHeader headerThroughWal(const QString &path)
{
    int result = SQLITE_OK;
    const Handle handle = openReadOnly(path, result);
    if (result != SQLITE_OK)
        throw sqlError(result, QStringLiteral("open"), QStringLiteral("open read-only"));
    sqlite3_busy_timeout(handle.get(), 5000);
    return {pragma(handle.get(), "PRAGMA application_id"), pragma(handle.get(), "PRAGMA user_version")};
}

} // namespace

FileHeader checkFileHeader(const QString &path, int newestVersion)
{
    // Offsets of the SQLite file format: magic at 0, user_version at 60, application_id at 68, big-endian.
    const QByteArray bytes = firstBytes(path);
    if (bytes.isEmpty())
        throw notADataFile(path, tr("文件是空的"));
    if (bytes.size() < 100 || !bytes.startsWith(QByteArray("SQLite format 3\0", 16)))
        throw notADataFile(path, tr("文件内容不是数据库"));
    FileHeader header{qFromBigEndian<qint32>(bytes.constData() + 68), qFromBigEndian<qint32>(bytes.constData() + 60)};
    if (header.applicationId != Database::kApplicationId)
        throw notADataFile(path, tr("它是别的程序的数据库"));
    if (header.schemaVersion <= newestVersion && QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        header = headerThroughWal(path);
    if (header.schemaVersion > newestVersion) {
        throw Error(Error::Kind::Storage, tr("数据文件「%1」由更新版本的秘书台建立").arg(QFileInfo(path).fileName()),
            tr("文件的结构版本是 %1，本程序只认识到 %2").arg(header.schemaVersion).arg(newestVersion),
            tr("请把秘书台升级后再打开；文件没有被改动"));
    }
    return header;
}

} // namespace mishutai::db
