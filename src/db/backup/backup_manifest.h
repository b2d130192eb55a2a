#pragma once

#include "db/backup/backup_files.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>

namespace mishutai::db {

class Database;

/// What a data file holds, as far as a copy can be compared with it without reading every value.
struct FileContents {
    int schemaVersion = 0;
    QMap<QString, qint64> rowCounts; ///< by table
    QMap<QString, QString> chainHeads; ///< last key and hash of audit_log and ledger_chain, "1204:9f86…", where these exist
    bool operator==(const FileContents &) const = default;
};

/// Within a read transaction of the caller, if the file may change meanwhile. @throws Error (Storage)
FileContents readContents(const Database &database);

/// The JSON file beside a backup.
struct BackupManifest {
    int sequence = 0; ///< 0 outside the backup folder
    QDateTime createdAt; ///< UTC, for people; never decides an order
    QString reason; ///< "close", "before-migration", "import", …
    qint64 bytes = 0;
    QByteArray sha256; ///< hex
    FileContents contents;
    std::optional<BackupFiles> files; ///< what lies beside the data file; nothing when nobody asked for it to be copied

    QByteArray toJson() const;
    /// @throws Error (Storage) when the bytes are no manifest
    static BackupManifest fromJson(const QByteArray &json);
};

/// "…/NAME-000012.manifest.json" of "…/NAME-000012.mishutai".
QString manifestPath(const QString &backup);
/// The manifest beside a backup; nothing where there is none. @throws Error (Storage) when it is no manifest
std::optional<BackupManifest> manifestOf(const QString &backup);

} // namespace mishutai::db
