#include "db/backup/backup_manifest.h"

#include "base/error.h"
#include "db/database.h"
#include "db/statement.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace mishutai::db {
namespace {

constexpr int kFormat = 1;

QStringList tablesOf(const Database &database)
{
    Statement rows(database,
        QStringLiteral(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"));
    QStringList names;
    while (rows.next())
        names << rows.text("name");
    return names;
}

QString quoted(QString name)
{
    return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

// A head is read only where the table has the columns, so that a file of an older version is counted too.
void readHead(const Database &database, const QString &table, const QString &key, FileContents &contents)
{
    if (!contents.rowCounts.contains(table))
        return;
    Statement rows(
        database, QStringLiteral("SELECT %1 AS position, hash FROM %2 ORDER BY %1 DESC LIMIT 1").arg(key, quoted(table)));
    if (rows.next())
        contents.chainHeads.insert(table, rows.text("position") + u':' + rows.text("hash"));
}

} // namespace

FileContents readContents(const Database &database)
{
    FileContents contents;
    contents.schemaVersion = database.schemaVersion();
    for (const QString &table : tablesOf(database)) {
        Statement count(database, QStringLiteral("SELECT count(*) AS n FROM ") + quoted(table));
        count.next();
        contents.rowCounts.insert(table, count.integer("n"));
    }
    readHead(database, QStringLiteral("audit_log"), QStringLiteral("id"), contents);
    readHead(database, QStringLiteral("ledger_chain"), QStringLiteral("seq"), contents);
    return contents;
}

QString manifestPath(const QString &backup)
{
    const QString suffix = QStringLiteral(".mishutai");
    return (backup.endsWith(suffix) ? backup.chopped(suffix.size()) : backup) + QStringLiteral(".manifest.json");
}

std::optional<BackupManifest> manifestOf(const QString &backup)
{
    QFile file(manifestPath(backup));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return BackupManifest::fromJson(file.readAll());
}

QByteArray BackupManifest::toJson() const
{
    QJsonObject counts;
    for (auto it = contents.rowCounts.begin(); it != contents.rowCounts.end(); ++it)
        counts.insert(it.key(), it.value());
    QJsonObject heads;
    for (auto it = contents.chainHeads.begin(); it != contents.chainHeads.end(); ++it)
        heads.insert(it.key(), it.value());
    QJsonObject object{{"format", kFormat}, {"sequence", sequence}, {"created_at", createdAt.toUTC().toString(Qt::ISODate)},
        {"reason", reason}, {"bytes", bytes}, {"sha256", QString::fromLatin1(sha256)}, {"schema_version", contents.schemaVersion},
        {"row_counts", counts}, {"chain_heads", heads}};
    if (files)
        object.insert("files",
            QJsonObject{{"count", files->count}, {"bytes", files->bytes}, {"missing", files->missing},
                {"list_sha256", QString::fromLatin1(files->listSha256)}});
    return QJsonDocument(object).toJson();
}

BackupManifest BackupManifest::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value("format").toInt() != kFormat || object.value("sha256").toString().size() != 64) {
        throw Error(Error::Kind::Storage, QCoreApplication::translate("Backup", "备份说明文件无法识别"),
            QCoreApplication::translate("Backup", "文件不完整或被改动"),
            QCoreApplication::translate("Backup", "请选择另一个备份"));
    }
    BackupManifest manifest;
    manifest.sequence = object.value("sequence").toInt();
    manifest.createdAt = QDateTime::fromString(object.value("created_at").toString(), Qt::ISODate);
    manifest.reason = object.value("reason").toString();
    manifest.bytes = object.value("bytes").toInteger();
    manifest.sha256 = object.value("sha256").toString().toLatin1();
    manifest.contents.schemaVersion = object.value("schema_version").toInt();
    const QJsonObject counts = object.value("row_counts").toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        manifest.contents.rowCounts.insert(it.key(), it.value().toInteger());
    const QJsonObject heads = object.value("chain_heads").toObject();
    for (auto it = heads.begin(); it != heads.end(); ++it)
        manifest.contents.chainHeads.insert(it.key(), it.value().toString());
    if (object.contains("files")) {
        const QJsonObject files = object.value("files").toObject();
        manifest.files = BackupFiles{files.value("count").toInt(), files.value("bytes").toInteger(),
            files.value("missing").toInt(), files.value("list_sha256").toString().toLatin1()};
    }
    return manifest;
}

} // namespace mishutai::db
