#pragma once

#include <QString>

namespace mishutai::db {

/// What a file says it is, found without changing one byte of it or beside it (a WAL left by a crash is read through a read-only
/// handle, which may make its -shm index).
struct FileHeader {
    qint32 applicationId = 0;
    int schemaVersion = 0;
};

/// @throws Error Io (no such file, no right to read it), Storage (empty, no SQLite file, of another program, newer than
///         `newestVersion`, damaged)
FileHeader checkFileHeader(const QString &path, int newestVersion);

} // namespace mishutai::db
