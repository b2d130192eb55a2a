#pragma once

#include "base/task_control.h"
#include "db/backup/backup_files.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace mishutai::db {

class Database;

/// One step of the schema: the file NNNN_title.sql.
struct Migration {
    int version = 0;
    QString title;
    QString script;
    QByteArray sha256; ///< hex, over the script with \n line ends
    bool needsForeignKeysOff = false; ///< its first line says "-- foreign_keys: off"
};

/// Brings data files to the newest schema. The table schema_migrations(version, title, sha256, applied_at) and PRAGMA
/// user_version say what a file has had. Every migration is one transaction that also writes these two, after a
/// foreign_key_check; so a kill leaves the file at the end of one migration, and the next start goes on from there.
class Migrator
{
public:
    /// Migrations of a folder, in the order of their numbers, which must run 1, 2, 3 … without a gap.
    /// @throws Error (Storage) otherwise
    explicit Migrator(const QString &folder);
    /// The migrations that the program carries, ":/db/migrations".
    static const Migrator &carried();

    const std::vector<Migration> &migrations() const { return m_migrations; }
    /// 0 without migrations.
    int newestVersion() const { return static_cast<int>(m_migrations.size()); }

    /// Applies what is missing; does nothing to a file that is up to date. A file that has a schema already is backed up first
    /// (verified, "before-migration"), and when a migration fails it is put back as it was.
    /// @throws Error Storage: the file is newer, an applied migration's script was changed since, or a script failed;
    ///         Cancelled (between two migrations, the file put back); as makeBackup
    /// @param companions what the backup holds besides the file; they see the file's old schema
    void migrate(Database &database, TaskControl &control = TaskControl::silent(), const Companions &companions = {}) const;

    /// For fault tests: called before each migration's commit.
    using Hook = std::function<void(int version)>;
    void setHookBeforeCommit(Hook hook) { m_hook = std::move(hook); }

private:
    void requireSameHistory(const Database &database) const;
    void apply(Database &database, const Migration &migration) const;

    std::vector<Migration> m_migrations;
    Hook m_hook;
};

} // namespace mishutai::db
