#include "db/migrator.h"

#include "base/error.h"
#include "db/backup/backup.h"
#include "db/checks.h"
#include "db/database.h"
#include "db/statement.h"
#include "db/transaction.h"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <optional>

namespace mishutai::db {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Migrator", text);
}

Error badMigration(const QString &cause)
{
    return Error(Error::Kind::Storage, tr("程序自带的升级脚本不完整"), cause, tr("请重新安装秘书台；数据文件没有被改动"));
}

Migration readMigration(const QString &path, const QString &name)
{
    static const QRegularExpression kName(QStringLiteral("^(\\d{4})_([a-z0-9_]+)\\.sql$"));
    const QRegularExpressionMatch match = kName.match(name);
    QFile file(path);
    if (!match.hasMatch() || !file.open(QIODevice::ReadOnly))
        throw badMigration(name);
    QByteArray text = file.readAll();
    text.replace("\r\n", "\n");
    Migration migration;
    migration.version = match.captured(1).toInt();
    migration.title = match.captured(2);
    migration.script = QString::fromUtf8(text);
    migration.sha256 = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    migration.needsForeignKeysOff = text.startsWith("-- foreign_keys: off");
    return migration;
}

bool hasHistory(const Database &database)
{
    return Statement(database, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'"))
        .next();
}

// PRAGMA foreign_keys is ignored inside a transaction, so it is switched around it.
class ForeignKeysOff
{
public:
    ForeignKeysOff(Database &database, bool isNeeded) : m_database(database), m_isNeeded(isNeeded)
    {
        if (m_isNeeded)
            m_database.runScript(QStringLiteral("PRAGMA foreign_keys = OFF"));
    }
    ~ForeignKeysOff()
    {
        try {
            if (m_isNeeded)
                m_database.runScript(QStringLiteral("PRAGMA foreign_keys = ON"));
        } catch (const Error &) {
            spdlog::critical("foreign keys could not be switched on again");
        }
    }
    Q_DISABLE_COPY_MOVE(ForeignKeysOff)

private:
    Database &m_database;
    bool m_isNeeded;
};

/// While alive no statement may begin or end a transaction or reach another file: a script that did would be half applied.
class NoOwnTransactions
{
public:
    explicit NoOwnTransactions(Database &database) : m_handle(database.handle())
    {
        sqlite3_set_authorizer(
            m_handle,
            [](void *, int action, const char *, const char *, const char *, const char *) {
                const bool isRefused = action == SQLITE_TRANSACTION || action == SQLITE_SAVEPOINT || action == SQLITE_ATTACH;
                return isRefused ? SQLITE_DENY : SQLITE_OK;
            },
            nullptr);
    }
    ~NoOwnTransactions() { sqlite3_set_authorizer(m_handle, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(NoOwnTransactions)

private:
    sqlite3 *m_handle;
};

void writeHistory(Database &database, const Migration &migration)
{
    Statement statement(database,
        QStringLiteral(
            "INSERT INTO schema_migrations (version, title, sha256, applied_at) VALUES (:version, :title, :sha256, :at)"));
    statement.bind(QStringLiteral(":version"), migration.version)
        .bind(QStringLiteral(":title"), migration.title)
        .bind(QStringLiteral(":sha256"), QString::fromLatin1(migration.sha256))
        .bind(QStringLiteral(":at"), QDateTime::currentDateTimeUtc())
        .execute();
    database.runScript(QStringLiteral("PRAGMA user_version = %1").arg(migration.version));
}

} // namespace

Migrator::Migrator(const QString &folder)
{
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        m_migrations.push_back(readMigration(folder + u'/' + name, name));
        if (m_migrations.back().version != static_cast<int>(m_migrations.size()))
            throw badMigration(tr("升级脚本的编号不连续：%1").arg(name));
    }
}

const Migrator &Migrator::carried()
{
    static const Migrator migrator(QStringLiteral(":/db/migrations"));
    return migrator;
}

void Migrator::requireSameHistory(const Database &database) const
{
    const int version = database.schemaVersion();
    if (version > newestVersion()) {
        throw Error(Error::Kind::Storage, tr("数据文件由更新版本的秘书台建立"),
            tr("文件的结构版本是 %1，本程序只认识到 %2").arg(version).arg(newestVersion()),
            tr("请把秘书台升级后再打开；文件没有被改动"));
    }
    int applied = 0;
    if (hasHistory(database)) {
        Statement rows(database, QStringLiteral("SELECT version, sha256 FROM schema_migrations ORDER BY version"));
        while (rows.next()) {
            ++applied;
            const bool isSame = rows.integer("version") == applied && applied <= newestVersion()
                && rows.text("sha256").toLatin1() == m_migrations[static_cast<std::size_t>(applied - 1)].sha256;
            if (!isSame) {
                throw Error(Error::Kind::Storage, tr("数据文件与本程序的结构不一致"),
                    tr("第 %1 步升级所用的脚本与本程序的不同").arg(applied),
                    tr("请使用建立这个文件的秘书台版本，或联系维护人员"));
            }
        }
    }
    if (applied != version) {
        throw Error(Error::Kind::Storage, tr("数据文件的结构记录不完整"),
            tr("结构版本是 %1，升级记录有 %2 步").arg(version).arg(applied), tr("请从最近的备份恢复"));
    }
}

void Migrator::migrate(Database &database, TaskControl &control, const Companions &companions) const
{
    requireSameHistory(database);
    const int from = database.schemaVersion();
    if (from == newestVersion())
        return;
    std::optional<QString> backup;
    if (from > 0)
        backup = makeBackup(database.path(), QStringLiteral("before-migration"), control, companions).path;
    try {
        for (int version = from + 1; version <= newestVersion(); ++version) {
            control.progress(version - from - 1, newestVersion() - from, tr("正在升级数据文件"));
            control.throwIfCancelled();
            apply(database, m_migrations[static_cast<std::size_t>(version - 1)]);
        }
    } catch (...) {
        // Neither the old nor the new program can use a file that stands between their versions.
        if (backup && database.schemaVersion() != from) {
            spdlog::error("migration failed; the file is put back to version {}", from);
            restoreInto(database, *backup);
        }
        throw;
    }
}

void Migrator::apply(Database &database, const Migration &migration) const
{
    spdlog::info("migration {} starts", migration.version);
    const ForeignKeysOff switched(database, migration.needsForeignKeysOff);
    Transaction transaction(database);
    database.runScript(
        QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, title TEXT NOT NULL, "
                       "sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT"));
    {
        const NoOwnTransactions guard(database);
        database.runScript(migration.script);
    }
    if (const std::vector<CheckFinding> broken = foreignKeyCheck(database); !broken.empty())
        throw badMigration(tr("第 %1 步升级后有 %2 处关联断开").arg(migration.version).arg(broken.size()));
    writeHistory(database, migration);
    if (m_hook)
        m_hook(migration.version);
    transaction.commit();
    spdlog::info("migration {} done", migration.version);
}

} // namespace mishutai::db
